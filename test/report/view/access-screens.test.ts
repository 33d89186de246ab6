import { describe, expect, it } from '@jest/globals'

import { buildBatches } from '../../../src/access/work/build-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { buildAccessExplainText, toAccessExplainJson } from '../../../src/report/access/explain-text.js'
import { toAccessPlanJson } from '../../../src/report/access/plan-json.js'
import { buildAccessPlanText } from '../../../src/report/access/plan-text.js'
import { buildAccessStatusText, toAccessStatusJson } from '../../../src/report/access/status-text.js'
import { buildLoginExplanation } from '../../../src/report/access/view/explain-view.js'
import { buildAccessPlanView } from '../../../src/report/access/view/plan-view.js'
import { buildAccessStatusView, type AccessTab } from '../../../src/report/access/view/status-view.js'
import type { LoginExplanation } from '../../../src/run/access/explain-login.js'
import { aKnown, anEmployee, anInput, anOrder, planWork, theLoginOf } from '../../access/builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const people = [
  anEmployee('501'),
  anEmployee('502', { targetId: null }),
  anEmployee('503', { workEmail: undefined, privateEmail: undefined }),
  anEmployee('504', { service: { state: 'left', since: '2026-05-31' } }),
  anEmployee('505'),
  anEmployee('506', { service: { state: 'left', since: '2026-04-30' } }),
  anEmployee('507'),
]
const known = [
  aKnown('504', { login: theLoginOf('504') }),
  aKnown('505', { login: theLoginOf('505') }),
  aKnown('507', { login: theLoginOf('507', { template: 'Payslip viewer' }) }),
]
const input = anInput({ people, known })
const { actions } = planAccess(input)
const about = {
  ...{ title: input.portal.title, portal: input.portal.portal, actions },
  people: new Map(people.map((person) => [person.subject, person])),
  known: new Map(known.map((one) => [one.subject, one])),
}

describe('where everyone stands in a portal', () => {
  it.each(['with', 'without', 'left', 'all'] as const satisfies readonly AccessTab[])(
    'says in its text each id and count of its document, tab %s',
    (tab) => {
      const view = buildAccessStatusView(about, tab)

      expect(view.people.length).toBeGreaterThan(0)
      expectSaidAlike(toAccessStatusJson(view, 'none'), buildAccessStatusText(view, wideLook))
    },
  )

  it('counts everyone under each tab', () => {
    const { counts, people: all } = buildAccessStatusView(about, 'all')

    expect(buildAccessStatusView(about, 'left').counts).toEqual(counts)
    expect(counts.with + counts.without + counts.left).toBe(all.length)
    expect(counts).toEqual({ with: 2, without: 3, left: 1 })
  })
})

describe('the plan of a portal', () => {
  const batches = buildBatches({ portal: 'p', actions }, input.portal, input.policy)
  const view = buildAccessPlanView({ ...about, batches, unreadable: 1009, listed: 'part' })
  const text = buildAccessPlanText(view, wideLook)

  it('says in its text each count of its document, and each id of who is not as wanted', () => {
    const document = toAccessPlanJson(view, 'none') as { actions: { because: string[] }[] }
    const shown = document.actions.filter(({ because }) => !because.includes('as-wanted'))

    expect(view.batches.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(document.actions.length)
    expectSaidAlike({ ...document, actions: shown }, text)
  })

  it('has everyone without a login under one reason', () => {
    const { counts, without, people: all } = view
    const { people: sum, ...groups } = counts
    const inIt = without.flatMap((one) => one.people.map(({ person }) => person.subject))

    expect(inIt.length).toBe(counts.without)
    expect(new Set(inIt).size).toBe(inIt.length)
    expect(Object.values(groups).reduce((total, count) => total + count, 0)).toBe(sum)
    expect(all.length).toBe(sum)
  })
})

describe('why a login is as it is', () => {
  const explain = (differs: Partial<LoginExplanation>) => {
    const [person, login] = [people[6]!, known[2]!]
    const action = actions.find(({ subject }) => subject === person.subject)!
    const order = anOrder(planWork({ people: [anEmployee('501')] }), {
      state: 'confirmed',
      batch: 'K7QM2X-1',
    })
    const link = { ...order, kind: 'resend', state: 'handed-over', batch: 'K7QM2X-2' } as const
    return buildLoginExplanation({
      ...{ portal: input.portal, subject: person.subject, person, action },
      known: { ...login, order, link },
      picked: { rule: 'office', grant: input.policy.otherwise },
      email: undefined,
      ...{ permits: [], mailed: [], loginAddress: 'work' },
      alerts: { place: 'nowhere', address: undefined, of: 'login' },
      payroll: { runs: 'own' },
      ...differs,
    })
  }

  it('says in its text who it is, the rule, the login and both pieces of work of its document', () => {
    const view = explain({})
    const document = toAccessExplainJson([view], 'none')
    const text = buildAccessExplainText([view], 'none', wideLook)

    expect(document).toMatchObject({
      logins: [{ rule: 'office', work: { batch: 'K7QM2X-2' }, loginWork: { batch: 'K7QM2X-1' } }],
    })
    expectSaidAlike(document, text)
    for (const said of ['office', 'K7QM2X-1', 'K7QM2X-2', 'Payslip viewer']) expect(text).toContain(said)
  })

  it.each([
    [{ person: undefined }, { kind: 'not-needed' }],
    [{ picked: { rule: null, grant: 'no-login' } }, { kind: 'not-needed' }],
    [{}, { kind: 'not-taken', has: ['work', 'private'] }],
    [
      { person: { ...people[6]!, workEmail: undefined, privateEmail: undefined } },
      { kind: 'not-taken', has: [] },
    ],
  ] as const)('knows the address of %j', (differs, address) => {
    expect(explain(differs).address).toEqual(address)
  })
})
