import type { Digest } from '../digest.js'
import type { WaitingFindingCode } from '../findings/catalogue.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../ids.js'
import type { SalaryBounds } from '../pay/pay.js'
import type { HireDateSpan } from '../date/plausible-dates.js'
import type { FieldName, MappedSection } from '../sections.js'

/** Why a change waits for a person. The first that applies is the one a hold is known by. */
export const holdReasons = [
  'rehired',
  'employment-ended',
  'salary-off-payroll',
  'iban-shared',
  'identity-changed',
  'identity-first-contact',
  'birth-date-implausible',
  'hire-date-implausible',
  'name-implausible',
  'salary-withdrawn',
  'conflict',
  'first-contact',
  'bank-account-changed',
  'salary-by-table',
  'salary-before-employment',
  'salary-period-differs',
  'salary-implausible',
  'salary-full-time-rate',
  'salary-type-changed',
  'salary-change-large',
] as const satisfies readonly WaitingFindingCode[]
export type HoldReason = (typeof holdReasons)[number]

/** What waits, and what a release takes. */
export interface HoldSettings {
  /** Whether a changed account waits. The other reasons hold an account all the same. */
  bankAccountChange: 'always' | 'never'
  /** Whether names and a birth date that differ wait where a rule found the pair, or payroll's stand. */
  identityFirstContact: 'hold' | 'keep'
  /** A salary that changes by more than this percentage waits. */
  salaryChangePercent: number
  /** A first salary outside of these waits, by what it is per. */
  salaryBounds: SalaryBounds
  /** A start of employment further from today than this waits. */
  hireDate: HireDateSpan
  /** Whole days between the first sight of a hold and the earliest write. */
  waitDays: number
  /** How many different people have to release it. */
  releasers: number
  /** A release that was not used after so many days is void. */
  expireDays: number
}

/** A change that is to wait, before it is stored. */
export interface NewHold {
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  /** `null` while the employee is still to be created. */
  targetId: TargetEmployeeId | null
  section: MappedSection
  fields: readonly FieldName[]
  reason: HoldReason
  /** Stands for the exact values of both sides. */
  digest: Digest
}

/** What someone decided about a hold. `reason` is their own text, as typed. */
export interface HoldWord {
  word: 'release' | 'reject'
  actor: string
  reason: string
  /** ISO 8601. */
  at: string
}

/** A change kept back. Holds no value: the digest stands for them. */
export interface Hold extends NewHold {
  id: HoldId
  /** When it was first seen, ISO 8601. */
  openedAt: string
  /** In the order in which they were said. */
  words: readonly HoldWord[]
  /** A run took the release and it is not known yet how its write ended. */
  sending: boolean
  /** `used`: the write that was released was made. `superseded`: the change is not there any more. */
  closed: { how: 'used' | 'superseded'; at: string } | null
}
