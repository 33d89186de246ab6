import { soapEndsOn } from '../../domain/addresses/soap-end.js'
import { buildScopeResults } from '../check/scope-results.js'
import { buildCallResults } from '../check/call-results.js'
import { buildSteps } from './build-steps.js'
import { buildSurplus, buildTemplate } from '../profile/build-template.js'
import type { CheckInput } from '../check/check-input.js'
import { checkFacts } from '../facts/check-facts.js'
import type { Profile } from '../profile/profile.js'
import { judgeReadiness } from './readiness.js'
import type { CheckedProfile, OnboardingResult } from './result.js'

/** What a check came to. The order in which calls were tried and answered makes no difference. */
export const buildResult = (input: CheckInput): OnboardingResult => {
  const calls = buildCallResults(input)
  const facts = checkFacts(input)
  const { consent } = input
  const scopes = consent === undefined ? [] : buildScopeResults(input.profiles, calls, consent.scopes)
  const { readiness, reasons } = judgeReadiness({ input, calls, facts, scopes })
  const { host, username, domain } = input.account
  return {
    format: 1,
    checkedAt: input.checkedAt,
    connection: input.connection ?? null,
    account: { host, username, domain: domain ?? null, ...(consent && { clientId: consent.clientId }) },
    api: consent === undefined ? 'soap' : 'rest',
    soapEndsOn: consent === undefined && calls.length > 0 ? soapEndsOn : null,
    company: findCompany(input),
    profiles: input.profiles.map(toCheckedProfile),
    ...{ readiness, reasons },
    steps: buildSteps({ input, calls, facts, reasons, scopes }),
    progress: input.standings ?? [],
    ...{ calls, scopes, facts },
    template: buildTemplate(input.profiles),
    surplus: input.surplus ? buildSurplus(input) : null,
    spent: input.spent,
  }
}

const findCompany = ({ companyId, account, readings }: CheckInput): OnboardingResult['company'] => {
  if (companyId === undefined) return null
  const { companies } = readings
  const seen = companies?.status === 'read' ? companies.value.find(({ id }) => id === companyId) : undefined
  return { id: companyId, name: seen?.name ?? account.companyName ?? null }
}

const toCheckedProfile = (profile: Profile): CheckedProfile => {
  const { id, consumer, title, edition, date, source, accountModel, callDemand, complete, notes } = profile
  return {
    ...{ id, consumer, title, edition, date, accountModel, callDemand, complete, notes },
    overRest: profile.rest !== undefined,
    source: { title: source.title, url: source.url ?? null },
  }
}
