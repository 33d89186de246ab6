import { toCallKey, type CallName } from '../calls/call-name.js'
import { findKnownReads } from '../calls/known-reads.js'
import type { FactAnswers } from './check-input.js'
import { readForm } from '../facts/fact-forms.js'
import type { WantedLook } from './look-at-account.js'
import type { Profile } from '../profile/profile.js'

/**
 * What a check has to find out: the read calls of the profiles, each once, and the rest of the known ones
 * when surplus is looked for; and what the facts they ask for are compared with. The companies of the account
 * are always read.
 */
export const planCheck = (
  profiles: readonly Profile[],
  answers: FactAnswers,
  surplus: boolean,
  api: 'soap' | 'rest' = 'soap',
): Omit<WantedLook, 'companyId'> => {
  const asked = new Set(profiles.flatMap(({ facts }) => facts.map(({ type }) => type)))
  return {
    calls: planCalls(profiles, surplus ? findKnownReads(api) : []),
    lookUps: {
      period: asked.has('payroll-frequency'),
      domain: asked.has('nmbrs-domain'),
      tags: asked.has('debtor-tag'),
      employeeNumbers: findEmployeeNumbers(profiles, answers),
    },
  }
}

const planCalls = (profiles: readonly Profile[], others: readonly CallName[]): CallName[] => {
  const named = profiles.flatMap(({ calls }) => calls.filter(({ access }) => access === 'read'))
  const byKey = new Map<string, CallName>()
  for (const { service, call } of [...named, ...others])
    byKey.set(toCallKey({ service, call }), { service, call })
  return [...byKey.values()]
}

/**
 * Only numbers that are numbers are looked up: what the user typed is sent to no one before its form is
 * right.
 */
const findEmployeeNumbers = (profiles: readonly Profile[], answers: FactAnswers): string[] => {
  const asked = profiles.flatMap(({ facts }) => facts.filter(({ type }) => type === 'dga'))
  const numbers = asked.flatMap((fact) => {
    const answer = answers.get(fact.id)
    const form = answer === undefined ? undefined : readForm(fact, answer)
    const value = form !== undefined && 'value' in form ? form.value : undefined
    return value?.kind === 'dga' && value.present
      ? value.people.map(({ employeeNumber }) => employeeNumber)
      : []
  })
  return [...new Set(numbers)]
}
