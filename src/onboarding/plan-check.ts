import { toCallKey, type CallName } from './call-name.js'
import { knownCalls } from './calls/catalogue.js'
import type { FactAnswers } from './check-input.js'
import { readForm } from './facts/fact-forms.js'
import type { FactType, Profile } from './profile.js'

/** What a check has to find out. */
export interface CheckPlan {
  /** The read calls to try, each once: those of the profiles first, then the rest of the known ones when surplus is looked for. */
  calls: readonly CallName[]
  lookUps: {
    period: boolean
    domain: boolean
    tags: boolean
    /** Employee numbers to find. */
    employeeNumbers: readonly string[]
  }
}

/** The calls and look-ups that the chosen profiles need, and nothing else. The companies of the account are always needed. */
export const planCheck = (
  profiles: readonly Profile[],
  answers: FactAnswers,
  surplus: boolean,
): CheckPlan => {
  const asked = new Set(profiles.flatMap(({ facts }) => facts.map(({ type }) => type)))
  const asks = (type: FactType): boolean => asked.has(type)
  return {
    calls: planCalls(profiles, surplus),
    lookUps: {
      period: asks('payroll-frequency'),
      domain: asks('nmbrs-domain'),
      tags: asks('debtor-tag'),
      employeeNumbers: findEmployeeNumbers(profiles, answers),
    },
  }
}

const planCalls = (profiles: readonly Profile[], surplus: boolean): CallName[] => {
  const named = profiles.flatMap(({ calls }) => calls.filter(({ access }) => access === 'read'))
  const others = surplus ? knownCalls.filter(({ access }) => access === 'read') : []
  const byKey = new Map(
    [...named, ...others].map(({ service, call }) => [toCallKey({ service, call }), { service, call }]),
  )
  return [...byKey.values()]
}

/** Only numbers that are numbers are looked up: what the user typed is sent to nobody before its form is right. */
const findEmployeeNumbers = (profiles: readonly Profile[], answers: FactAnswers): string[] => {
  const numbers = profiles.flatMap(({ facts }) =>
    facts.flatMap((fact) => {
      const answer = answers.get(fact.id)
      if (fact.type !== 'dga' || answer === undefined) return []
      const form = readForm(fact, answer)
      const value = 'value' in form ? form.value : undefined
      return value?.kind === 'dga' && value.present
        ? value.people.map(({ employeeNumber }) => employeeNumber)
        : []
    }),
  )
  return [...new Set(numbers)]
}
