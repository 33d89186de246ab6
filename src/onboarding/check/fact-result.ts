import type { CallName } from '../calls/call-name.js'
import type { VerdictName } from './call-result.js'
import type { Wording } from '../../domain/language/catalogue.js'
import type { FactType } from '../profile/profile.js'
import type { TextDifference } from '../result/text-difference.js'

/** Where a value came from: the user's answers, the connection's settings, or the account itself. */
export type FactOrigin = 'answer' | 'connection' | 'account' | 'profile'

/** What is wrong with a fact. No value is repeated here. */
export type FactProblem =
  /** Not of the form that is asked for. */
  | { problem: 'form'; expected: Wording }
  | { problem: 'check-digit' }
  /** The account says otherwise, from this letter on. */
  | { problem: 'text-differs'; difference: TextDifference }
  /** The account says otherwise. */
  | { problem: 'differs'; actual: string }
  /** No one has this employee number. */
  | { problem: 'not-found' }
  /** The employee number belongs to someone of another name. */
  | { problem: 'other-person' }
  /** The tag is not on the debtor; these are. */
  | { problem: 'tag-missing'; tags: readonly string[] }

/**
 * What is known of a fact.
 * - `right`: as the account says.
 * - `given`: in the right form; there is nothing to compare it with.
 * - `unchecked`: in the right form; the call that would confirm it gave nothing.
 */
export type FactVerdict =
  | { verdict: 'right' | 'given' | 'missing' | 'left-out' }
  | { verdict: 'wrong'; problem: FactProblem }
  | { verdict: 'unchecked'; call: CallName; because: VerdictName }

export interface FactResult {
  id: string
  type: FactType
  label: Wording
  /** What is handed in; `null` when there is nothing, and always for the token. */
  value: FactValue | null
  origin: FactOrigin | null
  outcome: FactVerdict
  /** The profiles that ask for it. */
  requiredBy: readonly string[]
}

export type PayrollFrequency = 'monthly' | 'four-weekly' | 'weekly'

export type DgaAnswer =
  | { kind: 'dga'; present: false }
  | { kind: 'dga'; present: true; people: readonly { name: string; employeeNumber: string }[] }

export type FactValue =
  | { kind: 'text'; text: string }
  | { kind: 'yes-no'; yes: boolean }
  | { kind: 'frequency'; frequency: PayrollFrequency }
  | DgaAnswer
  /** There is a token. That is all that is ever said of it. */
  | { kind: 'present' }
