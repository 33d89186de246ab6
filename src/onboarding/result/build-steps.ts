import { services, toCallKey, type CallName } from '../calls/call-name.js'
import type { CallResult, NotTestedReason } from '../check/call-result.js'
import type { CheckInput } from '../check/check-input.js'
import type { ScopeResult } from '../check/scope-results.js'
import type { FactResult } from '../check/fact-result.js'
import type { Wording } from '../../domain/language/catalogue.js'
import type { ProfileStep } from '../profile/profile.js'
import { isReached, withRecord } from '../progress/progress-steps.js'
import type { ConsumerStanding } from '../progress/standing.js'
import type { ReadinessReason, StepToTake } from './result.js'
import * as words from './step-words.js'

/** What steps are made of. */
export interface Outcome {
  input: CheckInput
  calls: readonly CallResult[]
  facts: readonly FactResult[]
  reasons: readonly ReadinessReason[]
  scopes: readonly ScopeResult[]
}

/**
 * What a person still has to do, in the order it is best done: let in first, then calls, facts, and what the
 * consumers ask for.
 */
export const buildSteps = (outcome: Outcome): StepToTake[] => {
  const blocked = accountSteps(outcome)
  // Without an answer of the account nothing can be said about calls and facts.
  if (blocked.length > 0) return blocked
  return [
    ...withoutRestSteps(outcome),
    ...scopeSteps(outcome),
    ...companySteps(outcome),
    ...openCallSteps(outcome),
    ...filterSteps(outcome),
    ...testableSteps(outcome),
    ...writeCallSteps(outcome),
    ...factSteps(outcome),
    ...profileSteps(outcome),
  ]
}

const step = (
  kind: StepToTake['kind'],
  text: Wording,
  about: { calls?: readonly CallName[]; facts?: readonly string[] } = {},
): StepToTake => ({ kind, text, calls: (about.calls ?? []).map(toName), facts: about.facts ?? [] })

const toName = ({ service, call }: CallName): CallName => ({ service, call })

const wordsByReason: Readonly<Partial<Record<ReadinessReason['reason'], Wording>>> = {
  'wrong-credentials': words.wrongCredentials,
  'no-subscription': words.noSubscription,
  'nothing-answered': words.nothingAnswered,
}

const accountSteps = ({ reasons }: Outcome): StepToTake[] =>
  reasons.flatMap(({ reason }) => {
    const text = wordsByReason[reason]
    return text === undefined ? [] : [step('account', text)]
  })

/** Whom to ask what they need over REST. */
const withoutRestSteps = ({ input, reasons }: Outcome): StepToTake[] => {
  const ids = new Set(reasons.flatMap((one) => (one.reason === 'profile-without-rest' ? [one.profile] : [])))
  const consumers = input.profiles.filter(({ id }) => ids.has(id)).map(({ consumer }) => consumer)
  return [...new Set(consumers)].map((consumer) => step('account', words.askOverRest(consumer)))
}

const scopeSteps = ({ input, scopes, calls }: Outcome): StepToTake[] => {
  const missing = scopes.filter(({ standing }) => standing === 'missing').map(({ scope }) => scope)
  const refused = calls.filter(
    ({ service, outcome }) => service === 'REST' && outcome.verdict === 'no-access',
  )
  const unexplained = refused.filter(
    ({ scopes: opening = [] }) => !opening.some((one) => missing.includes(one)),
  )
  return [
    ...(missing.length === 0
      ? []
      : [
          step('scopes', words.addScopes(missing, input.connection), {
            calls: refused.filter((call) => !unexplained.includes(call)),
          }),
        ]),
    ...(unexplained.length === 0 ? [] : [step('scopes', words.outsideConsent, { calls: unexplained })]),
  ]
}

/** Calls that are outside the filter say the same, and which they are. */
const companySteps = ({ reasons, calls, input }: Outcome): StepToTake[] => {
  const unseen = reasons.some(({ reason }) => reason === 'no-company')
  const filtered = calls.some(({ outcome }) => outcome.verdict === 'outside-filter')
  return unseen && !filtered
    ? [step('account', input.consent === undefined ? words.noCompany : words.noCompanyOverRest)]
    : []
}

/**
 * Calls that are switched off, service by service as the screen of the user template shows them; those that
 * no one demands apart.
 */
const openCallSteps = ({ calls }: Outcome): StepToTake[] => {
  const closed = calls.filter(({ outcome }) => outcome.verdict === 'inactive')
  const demanded = closed.filter(isDemanded)
  const others = closed.filter((call) => !isDemanded(call))
  return [
    ...services.flatMap((service) => {
      const here = demanded.filter((call) => call.service === service)
      return here.length === 0 ? [] : [step('open-calls', words.switchOn(service), { calls: here })]
    }),
    ...(others.length === 0 ? [] : [step('open-calls', words.askWhetherNeeded, { calls: others })]),
  ]
}

const isDemanded = ({ requiredBy }: CallResult): boolean => requiredBy.length > 0

const filterSteps = ({ calls }: Outcome): StepToTake[] => {
  const filtered = calls.filter(({ outcome }) => outcome.verdict === 'outside-filter')
  const refused = calls.filter(
    ({ service, outcome }) => service !== 'REST' && outcome.verdict === 'no-access',
  )
  return [
    ...(filtered.length === 0 ? [] : [step('account', words.outsideFilter, { calls: filtered })]),
    ...(refused.length === 0 ? [] : [step('account', words.noAccess, { calls: refused })]),
  ]
}

/** What makes a demanded call testable that could not be tested this time. */
const testableSteps = (outcome: Outcome): StepToTake[] => {
  const calls = outcome.calls.filter(isDemanded)
  const reasonOf = ({
    outcome,
  }: CallResult): Exclude<NotTestedReason, 'write-call'> | 'failed' | undefined => {
    if (outcome.verdict === 'failed') return 'failed'
    return outcome.verdict === 'not-tested' && outcome.reason !== 'write-call' ? outcome.reason : undefined
  }
  const reasons = [...new Set(calls.map(reasonOf))].filter((reason) => reason !== undefined)
  return reasons.map((reason) => {
    const about = calls.filter((call) => reasonOf(call) === reason)
    const text = outcome.input.consent === undefined ? words.makeTestable(reason) : words.notShownOverRest
    return step('make-testable', text, { calls: about })
  })
}

const writeCallSteps = ({ calls }: Outcome): StepToTake[] =>
  services.flatMap((service) => {
    const writes = calls.filter((call) => call.service === service && call.access === 'write')
    return writes.length === 0
      ? []
      : [step('look-at-write-calls', words.lookAtWrites(service), { calls: writes })]
  })

const factSteps = ({ facts }: Outcome): StepToTake[] => {
  const having = (verdict: FactResult['outcome']['verdict']): FactResult[] =>
    facts.filter(({ outcome }) => outcome.verdict === verdict)
  const missing = having('missing')
  const wrong = having('wrong')
  const unchecked = having('unchecked')
  const idsOf = (some: readonly FactResult[]): { facts: string[] } => ({ facts: some.map(({ id }) => id) })
  return [
    ...(missing.length === 0 ? [] : [step('give-facts', words.giveFacts, idsOf(missing))]),
    ...(wrong.length === 0 ? [] : [step('correct-facts', words.correctFacts, idsOf(wrong))]),
    ...(unchecked.length === 0 ? [] : [step('correct-facts', words.compareByHand, idsOf(unchecked))]),
  ]
}

/**
 * What the consumers ask for and is not known to be done. A step that two of them ask for in the same words
 * is taken once.
 */
const profileSteps = (outcome: Outcome): StepToTake[] => {
  const open = outcome.input.profiles.flatMap(({ id, steps }) =>
    steps.filter((one) => !isDone(outcome, id, one)).map((one) => toText(outcome, id, one)),
  )
  return [...new Map(open.map((text) => [text.en, step('profile', text)])).values()]
}

/** A step that someone records says how. */
const toText = ({ input }: Outcome, profile: string, { text, until }: ProfileStep): Wording => {
  if (until !== 'sent' && until !== 'exchange') return text
  const { connection, companyId } = input
  const place = connection === undefined || companyId === undefined ? undefined : { connection, companyId }
  return withRecord(text, until, { standing: findStanding(input, profile), place })
}

const findStanding = ({ standings }: CheckInput, id: string): ConsumerStanding | undefined =>
  standings?.find(({ profile }) => profile === id)

const isDone = ({ input, calls, facts }: Outcome, profileId: string, { until }: ProfileStep): boolean => {
  if (until === undefined) return false
  if (until === 'sent' || until === 'exchange') return isReached(findStanding(input, profileId), until)
  if (until === 'calls') {
    const named = new Set(
      input.profiles.filter(({ id }) => id === profileId).flatMap((profile) => profile.calls.map(toCallKey)),
    )
    // Calls that are off have steps of their own, which name them.
    return calls
      .filter((call) => named.has(toCallKey(call)) && call.access === 'read')
      .every(({ outcome }) => outcome.verdict === 'active' || outcome.verdict === 'inactive')
  }
  return facts.some(
    ({ id, outcome }) => id === until.fact && (outcome.verdict === 'right' || outcome.verdict === 'given'),
  )
}
