import type { CallName, ServiceName } from '../calls/call-name.js'
import type { CallResult, NotTestedReason } from '../check/call-result.js'
import type { ScopeResult } from '../check/scope-results.js'
import type { FactResult } from '../check/fact-result.js'
import type { Wording } from '../../domain/language/catalogue.js'
import type { AccountModel, CallDemand } from '../profile/profile.js'
import type { ConsumerStanding } from '../progress/standing.js'

export type Readiness = 'ready' | 'not-ready' | 'could-not-check'

/** Why an account is not ready, or could not be checked. */
export type ReadinessReason =
  | { reason: 'call-not-open'; call: CallName }
  /** A demanded call that could not be shown to be open. */
  | { reason: 'call-not-shown'; call: CallName; because: NotTestedReason }
  | { reason: 'call-failed'; call: CallName }
  | { reason: 'fact-missing' | 'fact-wrong' | 'fact-not-compared'; fact: string }
  | { reason: 'wrong-credentials' | 'no-subscription' | 'nothing-answered' | 'no-company' }
  /** The consumer's list is known in part only, so being ready for it cannot be shown. */
  | { reason: 'profile-incomplete'; profile: string }
  /** No one knows what the consumer needs over REST, so nothing can be tried. */
  | { reason: 'profile-without-rest'; profile: string }
  | { reason: 'scope-missing'; scope: string }

/** Something a person still has to do, in the words of Nmbrs' own menus. */
export interface StepToTake {
  kind:
    | 'open-calls'
    | 'look-at-write-calls'
    | 'make-testable'
    | 'give-facts'
    | 'correct-facts'
    | 'account'
    | 'scopes'
    | 'profile'
  text: Wording
  /** The calls it is about. */
  calls: readonly CallName[]
  /** The facts it is about, by id. */
  facts: readonly string[]
}

/** The calls that are switched on in one service. */
export interface TemplateService {
  service: ServiceName
  calls: readonly string[]
}

/** The read calls that are open although no chosen profile names them, and those that could not be tried. */
export interface Surplus {
  open: readonly CallName[]
  notTested: readonly { call: CallName; because: NotTestedReason | 'failed' }[]
}

export interface CheckedProfile {
  id: string
  consumer: string
  title: Wording
  edition: string
  date: string
  source: { title: string; url: string | null }
  accountModel: AccountModel
  callDemand: CallDemand
  complete: boolean
  /** Whether it is known what the consumer needs over REST. */
  overRest: boolean
  notes: readonly Wording[]
}

/**
 * What a check came to, for one company: printed by `--json` and kept for `onboarding diff`. Holds no token,
 * and of employees only the director whom the user named.
 */
export interface OnboardingResult {
  format: 1
  /** ISO 8601 with offset. */
  checkedAt: string
  /** `null` when the account was given by the environment. */
  connection: string | null
  /** `username` is empty over REST, where the app of `clientId` stands for it. */
  account: { host: string; username: string; domain: string | null; clientId?: string }
  /** The transport whose calls were tried. */
  api: 'soap' | 'rest'
  /** Until when the calls can be made; `null` where there is no end. */
  soapEndsOn: string | null
  company: { id: string; name: string | null } | null
  profiles: readonly CheckedProfile[]
  readiness: Readiness
  reasons: readonly ReadinessReason[]
  steps: readonly StepToTake[]
  /** How far the applications at the consumers are; empty without a configuration. */
  progress: readonly ConsumerStanding[]
  /** Over REST the endpoints, as calls of the service `REST`. */
  calls: readonly CallResult[]
  /** Empty over SOAP. */
  scopes: readonly ScopeResult[]
  facts: readonly FactResult[]
  /** The smallest user template that serves the chosen profiles. */
  template: readonly TemplateService[]
  /** `null` when it was not asked for. */
  surplus: Surplus | null
  /** How many calls the check cost. */
  spent: { probes: number; lookUps: number }
}
