import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { LastingRefusal } from '../../domain/hold/refusal-codes.js'
import type { CompletionField } from '../../domain/pay/payroll-task.js'
import type { FieldName, Section } from '../../domain/sections.js'
import type { WorkReason } from './work-rules.js'

/** One field that payroll enters by hand. Values are for the user's own screen and file only. */
export interface WorkField {
  field: FieldName | CompletionField
  wanted: string
  /** What Nmbrs holds; empty when nothing, `undefined` when that was not read. */
  held: string | undefined
}

/** Something that this program may not or cannot write, so that payroll has to. */
export interface WorkItem {
  subject: SourceEmployeeId
  /** For the user's own screen and file only; empty when the source does not have the person any more. */
  displayName: string
  /** As AlexisHR has it, for the user's own screen and file only. */
  employeeNumber?: string | undefined
  companyId: TargetCompanyId
  targetId: TargetEmployeeId | null
  section: Section
  reason: WorkReason
  /** What to do. Holds no value of a person. */
  todo: string
  /** The hold whose release lets it go instead. */
  hold?: HoldId
  /** How Nmbrs refused it for good. */
  refusal?: LastingRefusal
  /** Since when it waits for a person to say that it is done, ISO 8601. */
  openedAt?: string
  /** Empty where it is not about a field. */
  fields: readonly WorkField[]
}
