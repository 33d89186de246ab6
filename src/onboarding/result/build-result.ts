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
  const { readiness, reasons } = judgeReadiness({ input, calls, facts })
  const { host, username, domain } = input.account
  return {
    format: 1,
    checkedAt: input.checkedAt,
    connection: input.connection ?? null,
    account: { host, username, domain: domain ?? null },
    company: findCompany(input),
    profiles: input.profiles.map(toCheckedProfile),
    ...{ readiness, reasons },
    steps: buildSteps({ input, calls, facts, reasons }),
    progress: input.standings ?? [],
    ...{ calls, facts },
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
    source: { title: source.title, url: source.url ?? null },
  }
}
