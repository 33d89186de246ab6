import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { AccessPlanInput } from '../../../src/access/input.js'
import { buildBatches } from '../../../src/access/work/build-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { rebuildWork } from '../../../src/access/work/rebuild-work.js'
import {
  aKnown,
  aLogin,
  anEmployee,
  anInput,
  anOrder,
  aPolicy,
  confirmed,
  planOne,
  planWork,
  someRequests,
  testDigest,
  theLoginOf,
} from '../builders.js'
import { aPortal } from '../portal-texts.js'

const a = anEmployee('501')
const left = anEmployee('501', { service: { state: 'left', since: '2026-10-31' } })
const asked = (ask: 'remove' | 'userName' | 'resend') => someRequests({ [ask]: new Set([a.subject]) })
const nobody = aPolicy({ otherwise: 'no-login' })

describe('a rule for people by their employee ids', () => {
  const policy = aPolicy({
    otherwise: 'no-login',
    rules: [
      {
        name: 'by hand',
        when: { employees: [a.sourceId] },
        grant: { template: 'Employee login', language: 'NL' },
      },
    ],
  })

  it('gives these people a login and nobody else', () => {
    const { actions } = planAccess(anInput({ policy, people: [a, anEmployee('502')] }))

    expect(actions).toMatchObject([
      { subject: '501', kind: 'create', wanted: { rule: 'by hand' } },
      { subject: '502', kind: 'none', because: ['no-login-wanted'] },
    ])
  })
})

describe('a login that somebody asks to be deleted', () => {
  it.each([
    ['of somebody in service whom no rule gives one', a, nobody],
    ['of someone who left', left, aPolicy()],
    ['of somebody who is not connected any more', { ...left, targetId: null }, aPolicy()],
  ])('%s is deleted, once nobody has open change requests', (_who, person, policy) => {
    const world = { people: [person], policy, known: [aKnown('501')], requests: asked('remove') }
    const held = planWork(world)

    const acceptances = [{ subject: a.subject, work: held.work, how: 'none-open' as const }]
    const ready = planWork({ ...world, requests: { ...world.requests, acceptances } })

    expect(held).toMatchObject({
      kind: 'remove',
      because: ['deletion-asked'],
      holds: ['open-change-requests'],
    })
    expect(ready).toMatchObject({ kind: 'remove', holds: [] })
  })

  it('needs no second word for the removal itself where the policy holds it', () => {
    const policy = { ...nobody, whenNotWanted: 'hold' as const }

    expect(
      planWork({ people: [a], policy, known: [aKnown('501')], requests: asked('remove') }).holds,
    ).toEqual(['open-change-requests'])
  })

  it('is kept while a rule gives it, because it would be made again', () => {
    expect(planOne({ people: [a], known: [aKnown('501')], requests: asked('remove') })).toMatchObject({
      kind: 'none',
      because: ['login-is-wanted'],
    })
  })

  it('is switched off where the portal deletes none', () => {
    const portal = aPortal('akken-ess')
    const policy = aPolicy({
      portal: 'akken-ess',
      environment: null,
      permissionSets: new Map([['Flex', { timesheets: true }]]),
      otherwise: 'no-login',
    })
    const known = [aKnown('501', { login: aLogin({ template: 'Flex', level: null, language: null }) })]

    expect(planWork({ portal, policy, people: [a], known, requests: asked('remove') })).toMatchObject({
      kind: 'deactivate',
      because: ['deletion-asked'],
      holds: [],
    })
  })

  it('that was refused is handed over again when it is asked for again', () => {
    const world = { people: [left], known: [aKnown('501')], requests: asked('remove') }
    const work = planWork(world)
    const order = anOrder(work, { state: 'refused', answeredAt: '2026-11-21T08:00:00Z' })

    expect(planOne({ ...world, known: [aKnown('501', { order })] })).toMatchObject({
      kind: 'remove',
      because: ['deletion-asked', 'asked-again'],
    })
  })

  it('is shown again as it was handed over, until it is answered', () => {
    const world = { people: [left], known: [aKnown('501')], requests: asked('remove') }
    const held = planWork(world)
    const known = [aKnown('501', { order: anOrder(held) })]

    const again = rebuildWork(anInput({ people: [left], known }), [{ subject: a.subject, work: held.work }])

    expect(again.get(a.subject)).toMatchObject({ kind: 'remove', because: ['deletion-asked'] })
  })

  it('is gone once that is confirmed, and nothing brings it back', () => {
    const world = { people: [left], known: [aKnown('501')], requests: asked('remove') }

    expect(planOne({ people: [left], known: [confirmed(planWork(world))] })).toMatchObject({
      kind: 'none',
      because: ['left-no-login'],
    })
  })
})

const ess = (differs: Partial<AccessPlanInput> = {}): Partial<AccessPlanInput> => ({
  portal: aPortal('akken-ess'),
  policy: aPolicy({
    portal: 'akken-ess',
    environment: null,
    permissionSets: new Map([['Flex', { timesheets: true }]]),
    otherwise: { template: 'Flex', email: 'work-else-private', language: null },
    creation: 'single',
  }),
  ...differs,
})
const named = (first: string, last: string) =>
  anEmployee('501', { firstName: first, lastName: last, displayName: `${first} ${last}` })
const account = (userName: string) =>
  aKnown('501', {
    login: aLogin({
      ...{ template: 'Flex', language: null, level: null, email: theLoginOf('501').email },
      userName: testDigest('userName', userName),
    }),
  })

describe('a user name that somebody asks to be changed', () => {
  it('is made of the name the person has now, and stands on a list of its own', () => {
    const input = anInput(
      ess({
        people: [named('Femke', 'Mulder-Bakker')],
        known: [account('femke.mulder')],
        requests: asked('userName'),
      }),
    )
    const [action] = planAccess(input).actions

    expect(action).toMatchObject({
      kind: 'change',
      because: ['user-name-asked'],
      holds: [],
      wanted: { userName: 'femke.mulderbakker' },
    })
    expect(buildBatches(planAccess(input), input.portal, input.policy)).toMatchObject([
      { step: 'rename', way: 'single' },
    ])
  })

  it('changes nothing else of the login, and is known once it is confirmed', () => {
    const before = account('femke.mulder')
    const work = planWork(
      ess({ people: [named('Femke', 'Mulder-Bakker')], known: [before], requests: asked('userName') }),
    )
    const after = confirmed(work)

    expect(after.login).toMatchObject({
      template: 'Flex',
      email: before.login?.email,
      userName: testDigest('userName', 'femke.mulderbakker'),
    })
    expect(planOne(ess({ people: [named('Femke', 'Mulder-Bakker')], known: [after] }))).toMatchObject({
      because: ['as-wanted'],
    })
  })

  it.each(['femke.mulder', 'femke.mulder2'])('stays when it fits the name already: %s', (userName) => {
    expect(
      planOne(
        ess({ people: [named('Femke', 'Mulder')], known: [account(userName)], requests: asked('userName') }),
      ),
    ).toMatchObject({ kind: 'none', because: ['user-name-fits'] })
  })

  it('is never one that somebody else has', () => {
    const other = { ...account('femke.bakker'), subject: anEmployee('502').subject }

    expect(
      planAccess(
        anInput(
          ess({
            people: [named('Femke', 'Bakker'), anEmployee('502')],
            known: [account('femke.mulder'), other],
            requests: asked('userName'),
          }),
        ),
      ).actions[0],
    ).toMatchObject({ wanted: { userName: 'femke.bakker2' } })
  })

  it('is shown again with the same name, whoever came meanwhile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (others) => {
        const world = ess({
          people: [named('Femke', 'Bakker')],
          known: [account('femke.mulder')],
          requests: asked('userName'),
        })
        const work = planWork(world)
        const people = [
          named('Femke', 'Bakker'),
          ...Array.from({ length: others }, (_, index) =>
            anEmployee(`40${index}`, { firstName: 'Femke', lastName: 'Bakker' }),
          ),
        ]
        const known = [{ ...account('femke.mulder'), order: anOrder(work) }]

        const again = rebuildWork(anInput({ ...world, people, known, requests: someRequests({}) }), [
          { subject: a.subject, work: work.work },
        ])

        expect(again.get(a.subject)).toMatchObject({ wanted: { userName: 'femke.bakker' } })
      }),
    )
  })

  it('is refused where logins are known by an address', () => {
    expect(planOne({ people: [a], known: [aKnown('501')], requests: asked('userName') })).toMatchObject({
      because: ['user-name-fixed'],
    })
  })
})

describe('a password that somebody asks to be changed', () => {
  it('is set by an administrator where the portal sends no link', () => {
    const input = anInput(
      ess({
        people: [named('Femke', 'Mulder')],
        known: [account('femke.mulder')],
        requests: asked('resend'),
      }),
    )

    expect(planAccess(input).actions).toMatchObject([
      { kind: 'resend', because: ['password-asked'], notes: [] },
    ])
    expect(buildBatches(planAccess(input), input.portal, input.policy)).toMatchObject([{ step: 'password' }])
  })
})
