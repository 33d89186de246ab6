import type { Reading } from '../../src/onboarding/check/account-reader.js'
import { toCallKey, type CallName } from '../../src/onboarding/calls/call-name.js'
import type { CheckInput, FactAnswer } from '../../src/onboarding/check/check-input.js'
import { planCheck } from '../../src/onboarding/check/plan-check.js'
import type { ProbeAnswer } from '../../src/onboarding/check/prober.js'
import type { Profile } from '../../src/onboarding/profile/profile.js'
import { aProfile } from './a-profile.js'

export const text = (given: string): FactAnswer => ({ kind: 'text', text: given })

export const read = <Value>(value: Value): Reading<Value> => ({ status: 'read', value })

export const unread = (call: CallName, code: string): Reading<never> => ({
  status: 'unread',
  call,
  answer: { answer: 'refused', code },
})

export const accepted: ProbeAnswer = { answer: 'accepted' }
export const refused = (code: string): ProbeAnswer => ({ answer: 'refused', code })
export const notAsked = (reason: Extract<ProbeAnswer, { answer: 'not-asked' }>['reason']): ProbeAnswer => ({
  answer: 'not-asked',
  reason,
})
export const lost: ProbeAnswer = { answer: 'lost', reason: 'unreachable', code: null }

/** Every read call of the profiles answered alike. */
export const answering = (profiles: readonly Profile[], answer: ProbeAnswer): Map<string, ProbeAnswer> =>
  new Map(planCheck(profiles, new Map(), false).calls.map((call) => [toCallKey(call), answer]))

/** A check of an account that is all right: every call open, every look-up answered. */
export const aCheck = (given: Partial<CheckInput> = {}): CheckInput => {
  const profiles = given.profiles ?? [aProfile()]
  return {
    checkedAt: '2026-11-22T10:00:00+01:00',
    connection: 'acme',
    account: {
      host: 'https://api.nmbrs.nl',
      username: 'api@acme.example',
      domain: 'acme',
      hasToken: true,
      companyName: undefined,
    },
    companyId: '77',
    profiles,
    answers: new Map(),
    probes: answering(profiles, accepted),
    readings: {
      companies: read([
        { id: '76', name: 'Other B.V.' },
        { id: '77', name: 'Acme  B.V.' },
      ]),
      period: read({ year: 2026, period: 11, type: 'month' }),
      domain: read('acme'),
      debtor: read({ debtorId: '5', tags: ['a.s.r.', 'Horeca'] }),
      employees: new Map([['12', read([{ displayName: 'Jansen, P. (Piet)' }])]]),
    },
    surplus: false,
    spent: { probes: 0, lookUps: 0 },
    ...given,
  }
}
