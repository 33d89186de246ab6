import { describe, expect, it } from '@jest/globals'

import type { Pairing } from '../../src/plan/match/pairing.js'
import { planPerson } from '../../src/plan/plan-person.js'
import type { PlanRules } from '../../src/plan/sections/section-plan.js'
import { aContext, aLink, aPerson, aTarget, settledAt, someRules } from '../support/builders.js'

const pairing: Pairing = { kind: 'connected', link: aLink(), isNew: false }
const row = (Start: string, Value = '3200') => ({ Value, Type: 'Bruto_Salaris_Partime', Start })
const held = row('2026-01-01', '2900')

// Period 11 of 2026: November, or four weeks from 5 October to 1 November.
const unsure = { from: '2026-10-05', until: '2026-11-30' }

const planOf = (current: ReturnType<typeof row>, rules: Partial<PlanRules> = {}) => {
  const plan = planPerson(
    pairing,
    aContext({
      person: aPerson({ sections: { salary: current } }),
      target: aTarget({ salaries: [held] }),
      baselines: { salary: settledAt(held) },
    }),
    someRules({ unsure, salaryHorizon: '2026-11-22', ...rules }),
  )
  const finding = plan.findings.find(({ section }) => section === 'salary')
  return {
    changes: plan.changes
      .filter(({ change }) => change.section === 'salary')
      .map((planned) => [planned.decision, 'reason' in planned ? planned.reason : ''].join(' ').trim()),
    says: finding?.message ?? '',
    remedy: finding?.remedy ?? '',
  }
}

describe('a salary of a company of which it is not known what it pays by', () => {
  it.each(['2026-11-01', '2026-11-16'])('is sent when it starts %s: in the period or after it', (start) => {
    expect(planOf(row(start))).toMatchObject({ changes: ['send'], says: '' })
  })

  it.each(['2026-10-05', '2026-10-31'])('waits when it starts %s, and names the setting', (start) => {
    const { changes, says, remedy } = planOf(row(start))

    expect(changes).toEqual(['hold before-current-period'])
    expect(says).toContain('does not say what the company pays by')
    expect(remedy).toContain('payrollPeriod')
  })

  it('is before the period when it is so for each kind', () => {
    const { changes, says } = planOf(row('2026-10-04'))

    expect(changes).toEqual(['hold before-current-period'])
    expect(says).toContain('makes payroll recalculate')
  })

  it('is sent when a person allowed past periods', () => {
    expect(planOf(row('2026-10-20'), { allowPastPeriods: true }).changes).toEqual(['send'])
  })

  it.each([
    ['2026-11-28', 'does not say what the company pays by'],
    ['2026-12-15', 'it is sent when its period begins'],
  ])('that starts later, on %s, waits and says why', (start, words) => {
    const salaryHistory = { ...someRules().salaryHistory, later: () => [{ start, row: row(start) }] }

    expect(planOf(held, { salaryHistory })).toMatchObject({
      changes: [],
      says: expect.stringContaining(words),
    })
  })
})
