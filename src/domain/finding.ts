import type { FindingCode } from './findings/catalogue.js'
import type { Severity } from './findings/severity.js'
import type { HoldId, SourceEmployeeId } from './ids.js'
import type { FieldName, Section } from './sections.js'

/**
 * Every code a finding, or the reason of a change that is not applied, can carry. Stable: filters, tests and
 * the table of docs/findings.md use them. `findings/catalogue.ts` has them with all that is said of each.
 */
export type { FindingCode }

const serviceCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'left-service',
  'gone-from-source',
  'left-scope',
  'moved-company',
  'paid-twice',
  'employments-overlap',
  'not-on-payroll',
  'rehired',
])

/** Whether a finding is about who is in service, so that `status` shows it beside what is planned. */
export const isAboutService = (code: FindingCode): boolean => serviceCodes.has(code)

/** Something a person should know about one employee. `message` and `remedy` never hold a personal value. */
export interface Finding {
  code: FindingCode
  severity: Severity
  subject: SourceEmployeeId
  section?: Section
  field?: FieldName
  /** What is wrong. */
  message: string
  /** What to do, ending in the next command or screen. */
  remedy: string
  /** The held change it is about. */
  hold?: HoldId
}
