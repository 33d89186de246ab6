import type { CallResult, VerdictName } from '../check/call-result.js'
import { toVerdict } from '../calls/call-verdict.js'
import type { CheckInput } from '../check/check-input.js'
import type { ScopeResult } from '../check/scope-results.js'
import type { FactResult } from '../check/fact-result.js'
import type { Readiness, ReadinessReason } from './result.js'

/** What a readiness is judged by. */
export interface Findings {
  input: CheckInput
  calls: readonly CallResult[]
  facts: readonly FactResult[]
  scopes: readonly ScopeResult[]
}

/**
 * Whether the account is ready, and every reason why not. Ready means that it was shown: a demanded read call
 * that could not be tried, and a name that could not be compared, are reasons too. Write calls cannot be
 * tried, so they are no reason.
 */
export const judgeReadiness = (findings: Findings): { readiness: Readiness; reasons: ReadinessReason[] } => {
  const noAnswer = findNoAnswer(findings)
  if (noAnswer !== undefined) return { readiness: 'could-not-check', reasons: [noAnswer] }
  const missing = [
    ...findNoCompany(findings.input),
    ...findings.calls.flatMap(judgeCall),
    ...findings.scopes.flatMap(judgeScope),
    ...findings.facts.flatMap(judgeFact),
  ]
  const incomplete = findUnknownDemands(findings.input)
  const reasons = [...missing, ...incomplete]
  if (missing.length > 0) return { readiness: 'not-ready', reasons }
  return { readiness: incomplete.length > 0 ? 'could-not-check' : 'ready', reasons }
}

/** The profiles for which being ready cannot be shown, no matter what is open. */
const findUnknownDemands = ({ profiles, consent }: CheckInput): ReadinessReason[] =>
  profiles.flatMap(({ id, complete, rest }): ReadinessReason[] => {
    if (consent !== undefined && rest === undefined) return [{ reason: 'profile-without-rest', profile: id }]
    return complete ? [] : [{ reason: 'profile-incomplete', profile: id }]
  })

/** What is not known to be missing is no reason: a write is never tried. */
const judgeScope = ({ scope, standing }: ScopeResult): ReadinessReason[] =>
  standing === 'missing' ? [{ reason: 'scope-missing', scope }] : []

/** The login was refused, or nothing answered: then a call that is not open says nothing. */
const findNoAnswer = ({ input, calls }: Findings): ReadinessReason | undefined => {
  const verdicts = new Set([...calls.map(({ outcome }) => outcome.verdict), ...readingVerdicts(input)])
  if (verdicts.has('wrong-credentials')) return { reason: 'wrong-credentials' }
  if (verdicts.has('no-subscription')) return { reason: 'no-subscription' }
  verdicts.delete('not-tested')
  return verdicts.size === 1 && verdicts.has('failed') ? { reason: 'nothing-answered' } : undefined
}

/** What the look-ups came to, those that were made. */
const readingVerdicts = ({ readings }: CheckInput): VerdictName[] =>
  [
    readings.companies,
    readings.period,
    readings.domain,
    readings.debtor,
    ...(readings.employees?.values() ?? []),
  ].flatMap((reading) => {
    if (reading === undefined) return []
    return [reading.status === 'read' ? 'active' : toVerdict(reading.answer).verdict]
  })

const findNoCompany = ({ companyId, readings, profiles }: CheckInput): ReadinessReason[] => {
  const demanding = profiles.some(({ calls, facts }) => calls.length > 0 || facts.length > 0)
  const { companies } = readings
  const unseen = companies?.status === 'read' && !companies.value.some(({ id }) => id === companyId)
  return demanding && (companyId === undefined || unseen) ? [{ reason: 'no-company' }] : []
}

const judgeCall = ({ service, call, access, outcome, requiredBy }: CallResult): ReadinessReason[] => {
  if (access === 'write' || requiredBy.length === 0) return []
  const named = { service, call }
  switch (outcome.verdict) {
    case 'active':
      return []
    case 'not-tested':
      return [{ reason: 'call-not-shown', call: named, because: outcome.reason }]
    case 'failed':
      return [{ reason: 'call-failed', call: named }]
    case 'inactive':
    case 'outside-filter':
    case 'no-access':
    case 'wrong-credentials':
    case 'no-subscription':
      return [{ reason: 'call-not-open', call: named }]
  }
}

/** A name to the letter and a tag mean nothing unless they were compared with the account. */
const mustBeCompared = (fact: FactResult): boolean =>
  fact.type === 'company-name' || fact.type === 'debtor-tag'

const judgeFact = (fact: FactResult): ReadinessReason[] => {
  switch (fact.outcome.verdict) {
    case 'missing':
      return [{ reason: 'fact-missing', fact: fact.id }]
    case 'wrong':
      return [{ reason: 'fact-wrong', fact: fact.id }]
    case 'unchecked':
      return mustBeCompared(fact) ? [{ reason: 'fact-not-compared', fact: fact.id }] : []
    case 'right':
    case 'given':
    case 'left-out':
      return []
  }
}
