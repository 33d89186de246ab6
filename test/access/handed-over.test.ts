import { describe, expect, it } from '@jest/globals'

import { isExpired, isOverdue } from '../../src/access/work/overdue.js'
import { planAccess } from '../../src/access/plan-access.js'
import {
  aKnown,
  anEmployee,
  anInput,
  anOrder,
  aPolicy,
  now,
  planOne,
  planWork,
  someRequests,
} from './builders.js'
import { aPortal } from './portal-texts.js'

const person = anEmployee('1')
const creation = planWork({ people: [person] })
const asksForLink = someRequests({ resend: new Set([person.subject]) })
const link = planWork({ people: [person], known: [aKnown('1')], requests: asksForLink })
const again = someRequests({ again: new Set([person.subject]) })
const afterCreation = (differs: Parameters<typeof anOrder>[1]) => [
  aKnown('1', { login: null, order: anOrder(creation, differs) }),
]

describe('work that was handed over', () => {
  it('is not planned again while it is in somebody’s hands', () => {
    const action = planOne({ people: [person], known: afterCreation({}) })

    expect(action).toMatchObject({ kind: 'none', because: ['handed-over'], notes: [] })
  })

  it('is not planned again even when something else is wanted by now, which is said', () => {
    const people = [anEmployee('1', { workEmail: 'new.1@example.com' })]

    expect(planOne({ people, known: afterCreation({}) })).toMatchObject({
      kind: 'none',
      because: ['handed-over'],
      notes: ['wanted-changed-since'],
    })
  })

  it('is not planned again when somebody asks for it again before there is an answer', () => {
    expect(planOne({ people: [person], known: afterCreation({}), requests: again }).kind).toBe('none')
  })

  it('says that it is not wanted any more when the person left meanwhile', () => {
    const people = [anEmployee('1', { service: { state: 'left', since: '2026-11-21' } })]

    expect(planOne({ people, known: afterCreation({}) }).notes).toEqual(['wanted-changed-since'])
  })

  it('takes its address: nobody else gets a login with it', () => {
    const people = [anEmployee('2', { workEmail: 'work.1@example.com' })]

    const { actions } = planAccess(anInput({ people, known: afterCreation({}) }))

    expect(actions.find(({ subject }) => subject === '2')).toMatchObject({
      because: ['email-of-another-login'],
    })
  })

  it('takes its address when nobody said whether it was done, too', () => {
    const people = [anEmployee('2', { workEmail: 'work.1@example.com' })]

    const { actions } = planAccess(anInput({ people, known: afterCreation({ state: 'expired' }) }))

    expect(actions.find(({ subject }) => subject === '2')).toMatchObject({
      because: ['email-of-another-login'],
    })
  })

  it('says nothing of a change when it is a link: that is not about what the login should be', () => {
    const known = [aKnown('1', { link: anOrder(link) })]

    expect(planOne({ people: [person], known })).toMatchObject({ because: ['handed-over'], notes: [] })
  })

  it('is planned when it was only wanted', () => {
    expect(
      planOne({ people: [person], known: afterCreation({ state: 'wanted', handedOverAt: null }) }).kind,
    ).toBe('create')
  })
})

describe('a replacement whose deletion is done', () => {
  const moved = anEmployee('1', { workEmail: 'new.1@example.com' })
  const replacement = planWork({ people: [moved], known: [aKnown('1')] })
  const half = (differs: Parameters<typeof anOrder>[1]) => [
    aKnown('1', { login: null, order: anOrder(replacement, differs) }),
  ]

  it('still waits for its creation, which is what is wanted', () => {
    expect(planOne({ people: [moved], known: half({}) })).toMatchObject({
      because: ['handed-over'],
      notes: [],
    })
    expect(planOne({ people: [person], known: half({}) }).notes).toEqual(['wanted-changed-since'])
  })

  it('and whose creation was refused is not asked again by itself', () => {
    const known = half({ state: 'refused' })

    expect(planOne({ people: [moved], known }).because).toEqual(['refused'])
    expect(planOne({ people: [person], known })).toMatchObject({ kind: 'create', because: ['new-login'] })
  })
})

describe('work that was refused', () => {
  const known = afterCreation({ state: 'refused' })

  it('is not asked again by itself', () => {
    expect(planOne({ people: [person], known })).toMatchObject({
      kind: 'none',
      because: ['refused'],
      offered: { kind: 'create' },
    })
  })

  it('is asked again when a person wants it', () => {
    expect(planOne({ people: [person], known, requests: again })).toMatchObject({
      kind: 'create',
      because: ['new-login', 'asked-again'],
    })
  })

  it('does not keep other work back', () => {
    const people = [anEmployee('1', { workEmail: 'new.1@example.com' })]

    expect(planOne({ people, known })).toMatchObject({ kind: 'create', because: ['new-login'] })
  })
})

describe('a link that was refused', () => {
  it('can be asked for again', () => {
    const known = [aKnown('1', { link: anOrder(link, { state: 'refused' }) })]

    expect(planOne({ people: [person], known, requests: asksForLink }).kind).toBe('resend')
  })
})

describe('work without an answer', () => {
  const known = afterCreation({ state: 'expired' })

  it('is not asked again in a portal where that could do harm: nobody knows whether it was done', () => {
    expect(planOne({ people: [person], known })).toMatchObject({ kind: 'none', because: ['expired'] })
  })

  it('keeps other work about this login back as well', () => {
    const people = [anEmployee('1', { workEmail: 'new.1@example.com' })]

    expect(planOne({ people, known })).toMatchObject({ kind: 'none', because: ['expired'] })
  })

  it('is asked again when a person wants it', () => {
    expect(planOne({ people: [person], known, requests: again })).toMatchObject({
      kind: 'create',
      because: ['new-login', 'asked-again'],
    })
  })

  it('keeps a link back until it is answered, so that no link takes its place', () => {
    const known = [aKnown('1', { order: anOrder(creation, { state: 'expired' }) })]

    expect(planOne({ people: [person], known, requests: asksForLink })).toMatchObject({
      kind: 'none',
      because: ['expired'],
    })
  })

  it('about a link keeps nothing back', () => {
    const known = [aKnown('1', { link: anOrder(link, { state: 'expired' }) })]

    expect(planOne({ people: [person], known }).because).toEqual(['as-wanted'])
  })
})

describe('a link', () => {
  const moved = anEmployee('1', { workEmail: 'new.1@example.com' })
  const replacement = planWork({ people: [moved], known: [aKnown('1')] })
  const accepted = someRequests({
    acceptances: [{ subject: person.subject, work: replacement.work, how: 'none-open' }],
  })
  const orders = {
    'nobody answered': { state: 'expired' },
    'may not have come through': { state: 'expired', batch: null },
    'was refused': { state: 'refused' },
    'was done': { state: 'confirmed' },
  } as const
  const links = ['wanted', 'confirmed', 'refused', 'expired'] as const
  const cases = Object.keys(orders).flatMap((standing) =>
    links.flatMap((state) =>
      (['nmbrs-ess', 'akken-ess'] as const).map((portal) => ({ standing, state, portal })),
    ),
  )

  it.each(cases)('that is $state changes nothing about work that $standing, in $portal', (one) => {
    const order = anOrder(replacement, orders[one.standing as keyof typeof orders])
    const later = anOrder(link, { state: one.state, wantedAt: now, answeredAt: now })
    const plan = (known: Parameters<typeof aKnown>[1]) => {
      const action = planOne({
        ...{ portal: aPortal(one.portal), people: [moved], requests: accepted },
        known: [aKnown('1', { order, ...known })],
      })
      return { ...action, order: null }
    }

    expect(plan({ link: later })).toEqual(plan({}))
  })

  it.each(links)('that is %s leaves standing what was told before work that is only wanted', (state) => {
    const known = aKnown('1', {
      order: anOrder(replacement, { state: 'wanted' }),
      before: anOrder(replacement, { state: 'expired', batch: null }),
      link: anOrder(link, { state, wantedAt: now }),
    })

    expect(planOne({ people: [moved], known: [known], requests: accepted })).toMatchObject({
      because: ['expired'],
      notes: ['login-kept', 'delivery-in-doubt'],
    })
  })

  it('in somebody’s hands keeps other work back until it is answered', () => {
    const known = [aKnown('1', { order: anOrder(replacement, { state: 'confirmed' }), link: anOrder(link) })]

    expect(planOne({ people: [moved], known, requests: accepted })).toMatchObject({
      because: ['handed-over'],
      order: { kind: 'resend' },
    })
  })
})

describe('the time of an answer', () => {
  const order = anOrder(creation, { handedOverAt: '2026-11-21T08:59:59Z' })
  const inTime = anOrder(creation, { handedOverAt: '2026-11-21T09:00:00Z' })

  it('is over after 24 hours in the Customer Portal', () => {
    const portal = aPortal('visma-customer-portal')

    expect([isOverdue(order, portal, now), isOverdue(inTime, portal, now)]).toEqual([true, false])
  })

  it('is never over in a portal that promises none', () => {
    expect(isOverdue(order, aPortal('nmbrs-ess'), now)).toBe(false)
  })

  it('is over only for work that waits for one', () => {
    const answered = { ...order, state: 'confirmed' as const }

    expect(isOverdue(answered, aPortal('visma-customer-portal'), now)).toBe(false)
  })

  it.each([
    ['by the portal', null, '2026-11-08T08:00:00Z', true],
    ['by the portal', null, '2026-11-08T10:00:00Z', false],
    ['by the policy', 3, '2026-11-19T08:00:00Z', true],
    ['by the policy', 3, '2026-11-19T10:00:00Z', false],
  ])('ends %s: %s days, handed over %s', (_, expireDays, handedOverAt, expired) => {
    const one = anOrder(creation, { handedOverAt })

    expect(isExpired(one, aPortal('nmbrs-ess'), aPolicy({ expireDays }), now)).toBe(expired)
  })
})
