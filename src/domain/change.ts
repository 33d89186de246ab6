import type { FindingCode } from './finding.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId, TargetRecordId } from './ids.js'
import type { LastingRefusal } from './hold/refusal-codes.js'
import type { PayFacts } from './pay/pay.js'
import type { FieldName, MappedSection, Section } from './sections.js'
import type { Values } from './values.js'

/** What became of a change. */
export const outcomes = ['planned', 'applied', 'unchanged', 'held', 'skipped', 'failed', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

/** The creation of an employee. Their sections follow as updates of their own, once the id is known. */
export interface CreateChange {
  kind: 'create'
  section: 'employee'
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  firstName: string
  lastName: string
  startDate: string
  /** Goes with a later change; the start date is judged with it. Absent when the source has none. */
  birthDate?: string
  /**
   * What goes with the creation on a transport that sends all of it at once: what the change of personal info
   * that follows sends.
   */
  personalInfo?: Values
}

/** One write on one section of one employee. */
export interface UpdateChange {
  kind: 'update'
  section: MappedSection
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  /** `null` while the employee is still to be created in this run. */
  targetId: TargetEmployeeId | null
  /** What the target held when the plan was made. A field it lacks was not read. */
  before: Values
  /** The values to send: for a whole section all of it, otherwise the changed fields. */
  after: Values
  /** The fields that differ. */
  fields: readonly FieldName[]
  /**
   * For an address: parts that the source says nothing about and that are sent along, so that none of the old
   * address stays beside the new one. Emptied, or the target's own where it still holds.
   */
  alongside?: Values
  /**
   * For personal info: what the source says of fields that the target may hold and does not show, for a write
   * that sends all of the record.
   */
  unseen?: Values
  /** For a bank account: records of an unfinished replacement that are still to be ended. */
  leftovers?: readonly TargetRecordId[]
  /** For a salary: what `before` is was sent and is no more in the source. */
  withdrawn?: true
  /** For a salary: a later row of the target that made the change wait, besides `before`. */
  beside?: Values
  /** For a salary: what besides the amounts says whether it is plausible; left out where all is as usual. */
  pay?: PayFacts
  /** For a birth date that is not plausible beside it: the start of the employment. */
  hiredOn?: string
  /** For a start date that is not plausible beside it: the birth date. */
  bornOn?: string
}

export type Change = CreateChange | UpdateChange

/** A change and whether it may be written. */
export type PlannedChange =
  /**
   * `note` says what is special about it: nothing was ever settled for this section. `seal` is stored with
   * the baseline once the write is confirmed. `release` is the hold that a person released, so that this
   * goes. `settles: false`: something that goes before it is still held, so that the write settles nothing.
   */
  | {
      change: Change
      decision: 'send'
      note?: 'first-contact'
      seal?: string
      release?: HoldId
      settles?: false
    }
  /** `hold` is the record that a person can release; `seal` and `settles` are for then. */
  | {
      change: Change
      decision: 'hold'
      reason: FindingCode
      seal?: string
      settles?: false
      hold?: HoldId
      /** A release alone does not let it go. */
      fixed?: true
      /** For a salary: once it is carried out, other days are still paid differently. */
      remains?: true
      /** How the target refused it for good in an earlier run. */
      refusal?: LastingRefusal
    }
  /** A person rejected it: not sent, and waiting no more. */
  | { change: Change; decision: 'skip'; reason: 'hold-rejected'; hold: HoldId }

/** A change as it is reported: after planning `planned` or `held`, after applying what became of it. */
export interface ChangeReport {
  subject: SourceEmployeeId
  targetId: TargetEmployeeId | null
  kind: 'create' | 'update' | 'end'
  section: Section
  fields: readonly string[]
  outcome: Outcome
  reason: string | null
}

/** How a planned change is reported before anything is written. */
export const toPlannedOutcome = (planned: PlannedChange): Pick<ChangeReport, 'outcome' | 'reason'> => {
  switch (planned.decision) {
    case 'send':
      return { outcome: 'planned', reason: planned.note ?? null }
    case 'hold':
      return { outcome: 'held', reason: planned.reason }
    case 'skip':
      return { outcome: 'skipped', reason: planned.reason }
  }
}

export const fieldsOfChange = (change: Change): readonly string[] =>
  change.kind === 'create' ? ['FirstName', 'InitialStartDate', 'LastName'] : change.fields

/** How many changes had which outcome. */
export const countOutcomes = (changes: readonly ChangeReport[]): Record<Outcome, number> => {
  const counts: Record<Outcome, number> = {
    planned: 0,
    applied: 0,
    unchanged: 0,
    held: 0,
    skipped: 0,
    failed: 0,
    unknown: 0,
  }
  for (const { outcome } of changes) counts[outcome] += 1
  return counts
}
