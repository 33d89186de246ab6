import type { Outcome } from '../domain/change.js'
import type { Baselines, SectionBaseline } from '../domain/baseline.js'
import type {
  HoldId,
  IntentId,
  RunId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
  TargetRecordId,
} from '../domain/ids.js'
import type { Refusal } from '../domain/hold/lasting-refusal.js'
import type { LinkOrigin } from '../domain/link.js'
import type { PayrollTaskCode } from '../domain/pay/payroll-task.js'
import type { MappedSection, Section } from '../domain/sections.js'

/** What is about to be written, recorded before the call goes out. */
export interface NewIntent {
  runId: RunId
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  targetId: TargetEmployeeId | null
  kind: 'create' | 'update' | 'end'
  section: Section
  fields: readonly string[]
  /**
   * For a bank account: the records that the new one replaces, so that a later run can finish the
   * replacement.
   */
  replaces?: readonly TargetRecordId[]
  /**
   * For a creation: digests of what it sends, so that a later run that finds the employee knows it. For an
   * address: the parts that it empties and that nothing else remembers.
   */
  sent?: Baselines
  /** The hold whose release lets it go; it is used up when the write was made. */
  hold?: HoldId
}

/** How the write ended. What it settled is stored in the same transaction as the outcome. */
export interface IntentClosing {
  outcome: Exclude<Outcome, 'planned'>
  reason: string | null
  /** For a creation: the new link, and what is settled by what it sent. */
  link?: { targetId: TargetEmployeeId; origin: LinkOrigin }
  settled?: Baselines
  /** For an update: what is now settled. */
  baseline?: { section: MappedSection; value: SectionBaseline }
  /** The target refused it for good, so that no later run sends the same again. */
  refusal?: Pick<Refusal, 'digest' | 'code'>
  /** What payroll has to do about it by hand, until a person says that it is done. */
  task?: PayrollTaskCode
}

/** The record of writes that survives a crash. Every method is on disk when its promise resolves. */
export interface Journal {
  openIntent(intent: NewIntent): Promise<IntentId>
  /** Adds to an open intent the bank accounts that the write is about to replace. */
  noteReplaced(id: IntentId, replaces: readonly TargetRecordId[]): Promise<void>
  closeIntent(id: IntentId, closing: IntentClosing): Promise<void>
}
