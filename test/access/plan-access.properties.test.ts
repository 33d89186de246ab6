import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toAccessSubject, toTargetCompanyId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { isReady, type AccessAction, type AccessPlan, type AccessWork } from '../../src/access/work/action.js'
import { buildBatches } from '../../src/access/work/build-batches.js'
import { buildScreens } from '../../src/access/work/build-screens.js'
import type { AccessPlanInput } from '../../src/access/input.js'
import { noRequests, type KnownAccess } from '../../src/access/work/order.js'
import type { AccessEmployee, AccessPerson, Service } from '../../src/access/person.js'
import { planAccess } from '../../src/access/plan-access.js'
import { emailChangePolicies, type AccessPolicy } from '../../src/access/policy/policy.js'
import { anEmployee, anInput, anOrder, aPolicy, company, confirmed, emailDigest, aLogin } from './builders.js'
import { aPortal } from './portal-texts.js'

const otherCompany = toTargetCompanyId('5678')

// Few addresses, so that people meet on them.
const address = fc.constantFrom(
  undefined,
  '',
  'a@example.com',
  'B@example.com',
  'b@example.com',
  'c@example.com',
  'd@example.com',
  'e@example.com',
)
const service: fc.Arbitrary<Service> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Service>({ state: 'in-service' }) },
  fc.constant<Service>({ state: 'left', since: undefined }),
  fc.constant<Service>({ state: 'not-yet', from: '2026-12-01' }),
)

const ids = ['01', '02', '03', '04', '05', '06', '07', '08']

const anyPerson = (id: string): fc.Arbitrary<AccessEmployee> =>
  fc
    .record({
      service,
      connected: fc.boolean(),
      workEmail: address,
      privateEmail: address,
      companyId: fc.constantFrom(company, otherCompany),
      department: fc.constantFrom(undefined, 'Shop', 'Office'),
    })
    .map(({ connected, ...rest }) =>
      anEmployee(id, { ...rest, targetId: connected ? toTargetEmployeeId(`9${id}`) : null }),
    )

const anyLogin = fc.record({
  template: fc.constantFrom(null, 'Employee login', 'Payslip viewer'),
  language: fc.constantFrom(null, 'NL' as const, 'EN' as const),
  email: fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com', 'x@example.com').map((email) => ({
    kind: 'work' as const,
    digest: emailDigest(email),
  })),
  active: fc.boolean(),
})

const anyKnown = (id: string): fc.Arbitrary<KnownAccess> =>
  fc.option(anyLogin).map((login) => ({
    subject: toAccessSubject(id),
    login: login && aLogin({ ...login, level: { kind: 'debtor', debtor: '12' } }),
    order: null,
  }))

const anyPolicy: fc.Arbitrary<AccessPolicy> = fc
  .record({
    replaceOnEmailChange: fc.constantFrom(...emailChangePolicies),
    whenNotWanted: fc.constantFrom('keep' as const, 'hold' as const),
    email: fc.constantFrom('work-else-private' as const, 'work' as const, 'private' as const),
    maxBatch: fc.integer({ min: 1, max: 3 }),
    shop: fc.constantFrom('no-login' as const, { template: 'Payslip viewer' }),
  })
  .map(({ email, shop, ...rest }) =>
    aPolicy({
      ...rest,
      environment: 'accountant',
      debtors: new Map([
        [company, '12'],
        [otherCompany, '34'],
      ]),
      rules: [{ name: 'shop', when: { departments: ['Shop'] }, grant: shop }],
      otherwise: { template: 'Employee login', email, language: 'NL' },
    }),
  )

const subset = (all: readonly string[]) =>
  fc.subarray([...all]).map((some) => new Set(some.map(toAccessSubject)))

const somePeople = fc.subarray(ids).chain((some) => fc.tuple(...some.map(anyPerson)))

const anyInput: fc.Arbitrary<AccessPlanInput> = fc
  .record({
    people: somePeople,
    known: fc.subarray(ids).chain((some) => fc.tuple(...some.map(anyKnown))),
    policy: anyPolicy,
    individually: subset(ids),
    resend: subset(['01', '02']),
    knownComplete: fc.boolean(),
  })
  .map(({ individually, resend, ...rest }) =>
    anInput({ ...rest, requests: { ...noRequests, individually, resend } }),
  )

const worksOf = ({ actions }: AccessPlan): AccessWork[] => actions.filter((action) => action.kind !== 'none')

/** Everything that is offered or held is accepted. */
const acceptAll = (input: AccessPlanInput): AccessPlanInput => {
  const acceptances = planAccess(input).actions.flatMap((action) => {
    const work = action.kind === 'none' ? action.offered : action
    return work === null ? [] : [{ subject: work.subject, work: work.work, how: 'loss-accepted' as const }]
  })
  return { ...input, requests: { ...input.requests, acceptances } }
}

const withKnown = (known: readonly KnownAccess[], changed: readonly KnownAccess[]): KnownAccess[] => [
  ...known.filter(({ subject }) => !changed.some((one) => one.subject === subject)),
  ...changed,
]

/** Hands over and confirms what is ready, until nothing is. What a person asked for is done with it. */
const confirmEverything = (input: AccessPlanInput, rounds = 0): AccessPlanInput => {
  const ready = planAccess(input).actions.filter(isReady)
  if (ready.length === 0) return input
  expect(rounds).toBeLessThan(5)
  const known = withKnown(input.known, ready.map(confirmed))
  return confirmEverything(acceptAll({ ...input, known, requests: noRequests }), rounds + 1)
}

const summary = (action: AccessAction): unknown =>
  action.kind === 'none' ? [action.kind, action.because] : [action.kind, action.because, action.work]

describe('any plan of logins', () => {
  it('planning after confirming everything gives nothing to do', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const done = confirmEverything(acceptAll(input))

        const plan = planAccess(done)

        expect(worksOf(plan).map(summary)).toEqual([])
      }),
    )
  })

  it('one round is enough, unless somebody waits for the address of another', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const accepted = acceptAll({ ...input, requests: noRequests })
        const waiting = planAccess(accepted).actions.some(({ because }) =>
          because.includes('email-of-another-login'),
        )
        fc.pre(!waiting)
        const known = withKnown(accepted.known, planAccess(accepted).actions.filter(isReady).map(confirmed))

        expect(worksOf(planAccess({ ...accepted, known, requests: noRequests })).map(summary)).toEqual([])
      }),
    )
  })

  it('no action twice while one is handed over, whatever changes meanwhile', () => {
    fc.assert(
      fc.property(anyInput, anyInput, (input, later) => {
        const ready = planAccess(acceptAll(input)).actions.filter(isReady)
        const inHand = ready.map((work) => ({
          subject: work.subject,
          login: 'login' in work ? work.login : null,
          order: anOrder(work),
        }))

        const again = planAccess(acceptAll({ ...later, known: withKnown(later.known, inHand) }))

        const subjects = new Set(ready.map(({ subject }) => subject))
        expect(worksOf(again).filter(({ subject }) => subjects.has(subject))).toEqual([])
      }),
    )
  })

  it('removing an e-mail never deletes a login', () => {
    fc.assert(
      fc.property(anyInput, subset(ids), subset(ids), (input, workGone, privateGone) => {
        // With addresses of their own nobody stood in anybody's way, so only the removal can be a reason.
        const people = input.people.map((person) => ({
          ...person,
          workEmail: person.workEmail && `${person.subject}.${person.workEmail}`,
          privateEmail: person.privateEmail && `private.${person.subject}.${person.privateEmail}`,
        }))
        const settled = confirmEverything(acceptAll({ ...input, people }))
        const before = new Set(planAccess(settled).actions.flatMap(idOfDeletion))

        const after = planAccess({
          ...settled,
          people: without(people, workGone, privateGone),
          requests: noRequests,
        })

        expect(after.actions.flatMap(idOfDeletion).filter((id) => !before.has(id))).toEqual([])
      }),
    )
  })

  it('removing the e-mail of a login is never the reason to delete it, whoever shares it', () => {
    fc.assert(
      fc.property(anyInput, subset(ids), subset(ids), (input, workGone, privateGone) => {
        const settled = confirmEverything(acceptAll(input))
        const people = without(settled.people, workGone, privateGone)

        const { actions } = planAccess({ ...settled, people, requests: noRequests })

        for (const action of actions) {
          if (action.kind !== 'replace' || action.login.email?.kind !== 'work') continue
          if (workGone.has(action.subject)) expect(action.because).not.toEqual(['email-changed'])
        }
      }),
    )
  })

  it('the order of people and logins does not matter', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const turned = { ...input, people: input.people.toReversed(), known: input.known.toReversed() }

        expect(planAccess(turned)).toEqual(planAccess(input))
      }),
    )
  })

  it('everybody who was read, and everybody with a login, has exactly one action', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const subjects = new Set([...input.people, ...input.known].map(({ subject }) => subject))

        expect(planAccess(input).actions.map(({ subject }) => subject)).toEqual([...subjects].sort())
      }),
    )
  })

  it('nobody gets a login with the address of somebody else’s', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const digests = worksOf(planAccess(acceptAll(input))).flatMap((work) =>
          'wanted' in work ? [work.wanted.facts.email?.digest] : [],
        )

        expect(new Set(digests).size).toBe(digests.length)
      }),
    )
  })

  it('nothing is deleted without a word', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const deleting = planAccess(input).actions.filter(
          ({ kind }) => kind === 'replace' || kind === 'remove',
        )

        expect(deleting.filter(isReady)).toEqual([])
      }),
    )
  })
})

const without = <Person extends AccessPerson>(
  people: readonly Person[],
  workGone: ReadonlySet<string>,
  privateGone: ReadonlySet<string>,
): Person[] =>
  people.map((person) => ({
    ...person,
    workEmail: workGone.has(person.subject) ? undefined : person.workEmail,
    privateEmail: privateGone.has(person.subject) ? undefined : person.privateEmail,
  }))

const idOfDeletion = (action: AccessAction): string[] =>
  action.kind === 'replace' || action.kind === 'remove' ? [action.subject] : []

describe('the batches of any plan', () => {
  const batchesOf = (input: AccessPlanInput) =>
    buildBatches(planAccess(input), input.portal, input.policy, buildScreens(input, 'none'))

  it('partition the actions: each in one, a replacement in one that deletes and a later one that adds', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const accepted = acceptAll(input)
        const ready = planAccess(accepted).actions.filter(isReady)
        const batches = batchesOf(accepted)

        const expected = ready.flatMap(({ subject, kind }) =>
          kind === 'replace' ? [`${subject} replace`, `${subject} replace`] : [`${subject} ${kind}`],
        )
        const found = batches.flatMap(({ people }) =>
          people.map(({ subject, work }) => `${subject} ${work.kind}`),
        )
        expect(found.sort()).toEqual(expected.sort())
        expect(new Set(batches.map(({ key }) => key)).size).toBe(batches.length)
        for (const [index, { people, after }] of batches.entries()) {
          expect(people.length).toBeGreaterThan(0)
          expect(people.length).toBeLessThanOrEqual(input.policy.maxBatch)
          const earlier = batches.slice(0, index).map(({ key }) => key)
          expect(after.every((key) => earlier.includes(key))).toBe(true)
        }
      }),
    )
  })

  it('tick exactly their people, whichever of the other batches were done before', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.boolean()), (input, coin) => {
        const accepted = acceptAll({ ...input, knownComplete: true })
        const has = new Set(accepted.known.flatMap(({ subject, login }) => (login ? [subject] : [])))
        const screens = buildScreens(accepted, 'none')

        for (const { selection, level, people, step } of batchesOf(accepted)) {
          const screen = screens.find((one) => JSON.stringify(one.level) === JSON.stringify(level))
          const listed = screen?.listed.map(({ subject }) => subject) ?? []
          const own = people.map(({ subject }) => subject)
          if (step === 'add')
            for (const { subject, work } of people) if (work.kind === 'replace') has.delete(subject)
          const ticked = {
            all: listed,
            none: [],
            'all-with-login': listed.filter((subject) => has.has(subject)),
            'all-without-login': listed.filter((subject) => !has.has(subject)),
            'by-name': own,
          }[selection]
          expect([...ticked].sort()).toEqual([...own].sort())
          if (coin.next().value !== true) continue
          for (const subject of own) {
            if (step === 'add') has.add(subject)
            if (step === 'delete') has.delete(subject)
          }
        }
      }),
    )
  })
})

describe('a portal whose logins are known by user names', () => {
  const portal = aPortal('akken-ess')
  const policy = aPolicy({
    portal: 'akken-ess',
    environment: null,
    permissionSets: new Map([['Staff', { timesheets: true }]]),
    otherwise: { template: 'Staff', email: 'work-else-private', language: null },
    creation: 'single',
  })

  it('gives everybody another user name, in any order, and is done when all is confirmed', () => {
    const named = (id: string) =>
      fc
        .record({
          firstName: fc.constantFrom('Kim', 'Bo', 'Zoë', '安'),
          lastName: fc.constantFrom('Li', 'Vos', undefined),
        })
        .map((names) => anEmployee(id, names))
    fc.assert(
      fc.property(fc.tuple(...ids.map(named)), (people) => {
        const input = anInput({ portal, policy, people })
        const plan = planAccess(input)
        const names = worksOf(plan).flatMap((work) => (work.kind === 'create' ? [work.wanted.userName] : []))

        expect(new Set(names).size).toBe(names.length)
        expect(planAccess({ ...input, people: people.toReversed() })).toEqual(plan)
        const known = worksOf(plan).map(confirmed)
        expect(worksOf(planAccess({ ...input, known }))).toEqual([])
      }),
    )
  })
})
