import type { SeenIdentity } from '../../domain/link.js'
import type { SectionBaseline } from '../../domain/baseline.js'
import type { UpdateChange } from '../../domain/change.js'
import type { DigestValue } from '../../domain/digest.js'
import type { HoldSettings } from '../../domain/hold/hold.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { PolicyOf } from '../sections/field-policy.js'

/** A change, and what has to be known to say whether it waits for a person. */
export interface HoldQuestion {
  change: UpdateChange
  /** What was last settled for the section. */
  baseline: SectionBaseline | undefined
  /** This program made the target record, or makes it in this run. */
  createdByUs: boolean
  /** A rule found the pair. */
  linkedByRule: boolean
  /** What someone saw who connected the pair by hand. */
  seenIdentity?: SeenIdentity | undefined
  /** Someone else of the company has the same account in the source. */
  sharesAccount: boolean
  /** The salary that this run sends, or sent, just before this one. */
  previous: Values | undefined
  /** The birth date that was judged with the creation before this change. */
  createdWith: string | undefined
}

export interface ReasonRules {
  today: string
  settings: HoldSettings
  policyOf: PolicyOf
  digest: DigestValue
}

/** There is no such record: at most its type is known. */
export const isAbsent = (values: Values): boolean =>
  fieldsIn(values).every((field) => field === 'Type' || values[field] === '')
