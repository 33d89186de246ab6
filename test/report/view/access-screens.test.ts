import { describe, expect, it } from '@jest/globals'

import { planAccess } from '../../../src/access/plan-access.js'
import { buildAccessStatusText, toAccessStatusJson } from '../../../src/report/access/status-text.js'
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
