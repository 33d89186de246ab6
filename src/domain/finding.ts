import type { HoldId, SourceEmployeeId } from './ids.js'
import type { FieldName, Section } from './sections.js'

export type Severity = 'error' | 'warning' | 'info'

/**
 * Every code a finding, or the reason of a change that is not applied, can carry. Stable: filters, tests and
 * the table of docs/findings.md use them.
 */
export const findingCodes = [
  // what the source says
  'required-field-missing',
  'source-record-unreadable',
  'companies-unreadable',
  'source-value-unreadable',
  'date-time-unclear',
  'source-company-mismatch',
  'value-invalid',
  'country-unknown',
  'phone-invalid',
  'email-invalid',
  'employee-number-invalid',
  'employee-number-duplicate',
  'iban-invalid',
  'bic-invalid',
  'account-number-invalid',
  'bank-account-incomplete',
  'amount-invalid',
  'currency-not-euro',
  'salary-type-unknown',
  'compensation-ambiguous',
  'current-row-mismatch',
  'street-not-splittable',
  // finding the pair
  'match-ambiguous',
  'match-possible-duplicate',
  'match-target-taken',
  'match-contradicts',
  'match-target-unread',
  'possible-second-employee',
  'link-review',
  'link-dangling',
  'link-disconnected',
  'person-ignored',
  'create-recovered',
  'create-unresolved',
  'creation-unchecked',
  // comparing
  'first-contact',
  'conflict',
  'drift',
  'start-date-differs',
  'employee-number-taken',
  'house-number-separate',
  'address-incomplete',
  'address-country-unclear',
  'postal-code-invalid',
  'address-ambiguous',
  'address-next-period',
  'address-again',
  'name-prefix-separate',
  'bank-account-ambiguous',
  'current-row-ambiguous',
  'before-current-period',
  'period-unreadable',
  'period-moved',
  'salary-in-future',
  'salary-withdrawn',
  'employee-to-complete',
  'section-unreadable',
  'not-supported',
  // who is in service
  'left-service',
  'gone-from-source',
  'left-scope',
  'moved-company',
  'paid-twice',
  'employments-overlap',
  'not-on-payroll',
  'salary-after-end',
  // waiting for a person
  'rehired',
  'employment-ended',
  'salary-off-payroll',
  'identity-first-contact',
  'identity-changed',
  'birth-date-implausible',
  'hire-date-implausible',
  'name-implausible',
  'bank-account-changed',
  'salary-change-large',
  'salary-type-changed',
  'salary-by-table',
  'salary-before-employment',
  'salary-period-differs',
  'salary-implausible',
  'salary-full-time-rate',
  'salary-rate-changed',
  'iban-shared',
  'hold-rejected',
  // how much one run may change
  'threshold-exceeded',
  'same-field-changed',
  // carrying out
  'target-moved',
  'depends-on-failed',
  'stopped',
  'write-refused',
  'write-failed',
  'write-unknown',
  'write-left-open',
  'creation-left-open',
  'write-not-confirmed',
  'right-missing',
  'canary-failed',
] as const

export type FindingCode = (typeof findingCodes)[number]

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

/**
 * Something a person should know about one employee. `error`: a change is held because of it; `warning`: look
 * at it; `info`: worth saying. `message` and `remedy` never hold a personal value.
 */
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
