import { describe, expect, it } from '@jest/globals'

import { buildBatches } from '../../../src/access/work/build-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { toAccessPlanJson } from '../../../src/report/access/plan-json.js'
import { buildAccessPlanText } from '../../../src/report/access/plan-text.js'
import { buildAccessStatusText, toAccessStatusJson } from '../../../src/report/access/status-text.js'
import { buildAccessPlanView } from '../../../src/report/access/view/plan-view.js'
import { buildAccessStatusView, type AccessTab } from '../../../src/report/access/view/status-view.js'
import { aKnown, anEmployee, anInput, theLoginOf } from '../../access/builders.js'
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
