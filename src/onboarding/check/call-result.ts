import type { CallAccess, CallName } from '../calls/call-name.js'

/** Why a call was not tried. */
export const notTestedReasons = [
  'write-call',
  /** The company has no one in it, or no one the account can see. */
  'no-employee',
  /** The company has no payroll run, or none the account can see. */
  'no-run',
  'no-company',
  'no-debtor',
  /** The payroll period could not be read. */
  'no-period',
  /** The background task whose result it fetches could not be started. */
  'no-task',
  /** Needs something else that cannot be found out, such as an id of its own. */
  'no-subject',
  /** Its parameters are not known to this program. */
  'not-described',
  /** Another call had shown already that no call can be answered. */
  'stopped',
] as const

export type NotTestedReason = (typeof notTestedReasons)[number]

/** Why a call came to nothing that says something about rights. */
export const failureReasons = [
  'unreachable',
  'timeout',
  /** Answered with something that is no SOAP answer. */
  'unreadable',
  /** Nmbrs does not know the call by this name. */
  'unknown-call',
  /** The background task came to nothing. One that takes long was answered for all the same. */
  'task-failed',
  /** A fault that says nothing about rights. */
  'fault',
] as const

export type FailureReason = (typeof failureReasons)[number]

/**
 * What is known of a call after a check.
 * - `active`: it answered.
 * - `inactive`: switched off in the user template (1002).
 * - `outside-filter`: the tags or filters of the account keep this data from it (1003).
 * - `no-access`: no access to that employee, company or debtor (2003, 2004, 2009).
 * - `wrong-credentials` (1001), `no-subscription` (1004): no call of this account is answered.
 */
export type CallVerdict =
  | { verdict: 'active' }
  | {
      verdict: 'inactive' | 'outside-filter' | 'no-access' | 'wrong-credentials' | 'no-subscription'
      /** Nmbrs' own number. */
      code: string
    }
  | { verdict: 'not-tested'; reason: NotTestedReason }
  | { verdict: 'failed'; reason: FailureReason; code: string | null }

export type VerdictName = CallVerdict['verdict']

/** One call of the chosen profiles, and what came of it. */
export interface CallResult extends CallName {
  access: CallAccess
  outcome: CallVerdict
  /** The profiles that demand it. Empty: it is only worth testing, and does not decide. */
  requiredBy: readonly string[]
  /** The profiles that name it without demanding it. */
  testedFor: readonly string[]
  /**
   * What consumers' lists call it by mistake. A stray point or another letter case is no mistake worth
   * telling.
   */
  publishedAs: readonly string[]
  verified: boolean
  /** Of an endpoint of REST: the scopes of which one opens it. */
  scopes?: readonly string[]
}
