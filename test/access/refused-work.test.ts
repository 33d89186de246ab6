import { describe, expect, it } from '@jest/globals'

import type { AccessPlanInput } from '../../src/access/input.js'
import type { AccessRequests } from '../../src/access/work/order.js'
import {
  aKnown,
  anEmployee,
  anOrder,
  aPolicy,
  planOne,
  planWork,
  someRequests,
  theLoginOf,
} from './builders.js'
import { aPortal } from './portal-texts.js'

const person = anEmployee('1')
const left = anEmployee('1', { service: { state: 'left', since: '2026-11-01' } })
const moved = anEmployee('1', { workEmail: 'new.1@example.com' })
const nobody = aPolicy({ otherwise: 'no-login', whenNotWanted: 'hold' })
const ess = aPortal('nmbrs-ess')
const login = aKnown('1')

/** Work of each kind, in a portal where nothing but the refusal keeps it back. */
const free = { ...ess, deletingLoses: undefined } as unknown as AccessPlanInput['portal']
const worlds: Readonly<Record<string, Partial<AccessPlanInput>>> = {
  create: { people: [person], known: [aKnown('1', { login: null })] },
  replace: { people: [moved], known: [login], portal: free },
  change: {
    ...{ people: [person], known: [aKnown('1', { login: theLoginOf('1', { language: 'EN' }) })] },
    portal: { ...free, change: { ...ess.change, language: 'in-place' } },
  },
  remove: { people: [person], known: [login], portal: free, policy: nobody },
  deactivate: {
    ...{ people: [left], known: [aKnown('1', { login: theLoginOf('1', { template: 'Hours' }) })] },
    portal: aPortal('akken-ess'),
    policy: aPolicy({ portal: 'akken-ess', environment: null, otherwise: 'no-login' }),
  },
}

describe.each(Object.keys(worlds))('a %s', (kind) => {
  const world = worlds[kind] ?? {}
  const work = planWork(world)
  const plan = (
    state: 'refused' | 'expired',
    requests: Partial<AccessRequests>,
    batch: string | null = 'b',
  ) =>
    planOne({
      ...world,
      known: (world.known ?? []).map((one) => ({ ...one, order: anOrder(work, { state, batch }) })),
      requests: someRequests(requests),
    })
  const subject = person.subject
  const acceptance = (of: string) => ({ acceptances: [{ subject, work: of, how: 'none-open' as const }] })
  const again = { again: new Set([subject]) }

  it('is what it is about', () => {
    expect(work.kind).toBe(kind)
  })

  it.each<[string, Partial<AccessRequests>, boolean]>([
    ['by itself', {}, false],
    ['by a word for it', again, true],
    ['by a word about exactly this work', acceptance(work.work), true],
    ['by a word about other work', acceptance('other work'), false],
    ['by a word about somebody else', { again: new Set([anEmployee('2').subject]) }, false],
    ['by asking for a link', { resend: new Set([subject]) }, false],
  ])('that was refused is handed over again %s: %s %s', (_what, requests, isAgain) => {
    const action = plan('refused', requests)
    if (requests.resend !== undefined) {
      expect(action.kind).not.toBe(kind)
      return
    }
    if (!isAgain) expect(action).toMatchObject({ kind: 'none', because: ['refused'] })
    else expect(action.because).toContain('asked-again')
  })

  it.each<[string, Partial<AccessRequests>, string | null, boolean]>([
    ['by itself', {}, 'b', false],
    ['by itself, of a list that may never have arrived', {}, null, false],
    ['by a word for it', again, null, true],
    ['by a word about exactly this work', acceptance(work.work), 'b', false],
  ])('that nobody answered is handed over again %s', (_what, requests, batch, isAgain) => {
    const isSafe = (world.portal ?? ess).answer.repeat === 'safe' && batch !== null
    const action = plan('expired', requests, batch)

    if (isAgain || isSafe) expect(action.because).toContain('asked-again')
    else expect(action).toMatchObject({ kind: 'none', because: ['expired'] })
    expect(action.notes.includes('delivery-in-doubt')).toBe(batch === null && !isAgain)
  })
})
