import { describe, expect, it } from '@jest/globals'

import type { AmbiguousRows, DesiredEmployee } from '../../src/domain/employee.js'
import type { Values } from '../../src/domain/values.js'
import type { Pairing } from '../../src/plan/match/pairing.js'
import { planPerson } from '../../src/plan/plan-person.js'
import { isSettled } from '../../src/plan/settled-people.js'
import { aContext, aLink, aPerson, aTarget, someRules } from '../support/builders.js'

const pairing: Pairing = { kind: 'connected', link: aLink(), isNew: false }
const row = (Start: string, Value = '3000') => ({ Start, Value, Type: 'Bruto_Salaris_Partime' })

const planWith = (
  ambiguous: AmbiguousRows,
  {
    person = aPerson(),
    target = {},
    updateStartDate = false,
  }: { person?: DesiredEmployee; target?: Parameters<typeof aTarget>[0]; updateStartDate?: boolean } = {},
) =>
  planPerson(
    pairing,
    aContext({ person, target: { ...aTarget(target), ambiguous } }),
    someRules({ updateStartDate }),
  )

const held = (plan: ReturnType<typeof planWith>): string[] =>
  plan.changes.map((planned) =>
    [planned.change.section, planned.decision, 'reason' in planned ? planned.reason : ''].join(' '),
  )
const found = (plan: ReturnType<typeof planWith>): string[] =>
  plan.findings.map(({ code, section, severity }) => `${code} ${section} ${severity}`)
const settled = (plan: ReturnType<typeof planWith>): string[] => plan.settled.map(({ section }) => section)

describe('a section of which payroll holds two records for the same time', () => {
  it('is said and not settled when the record that is shown agrees with the source', () => {
    const plan = planWith({ address: ['City'] })

    expect(held(plan)).toEqual([])
    expect(found(plan)).toEqual(['current-row-ambiguous address error'])
    expect(settled(plan)).toEqual(['employment', 'personalInfo', 'salary'])
  })

  it('holds what would be sent of it, and nothing else', () => {
    const plan = planWith({ address: ['City'] }, { target: { address: { City: 'Zeist' } } })

    expect(held(plan)).toEqual(['address hold current-row-ambiguous'])
    expect(plan.decisions.filter(({ section }) => section === 'address')).toEqual(
      expect.arrayContaining([expect.objectContaining({ verdict: 'held', reason: 'current-row-ambiguous' })]),
    )
  })

  it.each<[string, AmbiguousRows, string]>([
    ['personal info', { personalInfo: ['EmailWork'] }, 'personalInfo'],
    ['a prefix that is part of the last name', { personalInfo: ['Prefix'] }, 'personalInfo'],
    ['a house number that is part of the street', { address: ['HouseNumber'] }, 'address'],
    ['the start date', { employment: ['InitialStartDate'] }, 'employment'],
    ['the salary in force', { salaryStarts: ['2026-11-01'] }, 'salary'],
    ['a salary that is still to start', { salaryStarts: ['2027-01-01'] }, 'salary'],
  ])('is said of %s', (_what, ambiguous, section) => {
    expect(found(planWith(ambiguous))).toEqual([`current-row-ambiguous ${section} error`])
  })

  it('holds a salary and a start date that would be sent', () => {
    const values: Values = { InitialStartDate: '2026-10-01' }
    const plan = planWith(
      { employment: ['InitialStartDate'], salaryStarts: ['2026-11-01'] },
      { target: { employment: values, salaries: [row('2026-11-01', '2000')] }, updateStartDate: true },
    )

    expect(held(plan)).toEqual(['employment hold current-row-ambiguous', 'salary hold current-row-ambiguous'])
  })

  it('is no reason for anything where nothing that differs would be looked at', () => {
    const salaries = [row('2020-01-01', '2000'), row('2026-11-01')]
    const plan = planWith(
      { personalInfo: ['TelephoneMobileWork'], salaryStarts: ['2020-01-01'] },
      { target: { salaries } },
    )

    expect(found(plan)).toEqual([])
    expect(settled(plan)).toContain('personalInfo')
    expect(settled(plan)).toContain('salary')
  })

  it('is no reason for anything where the source says nothing of it', () => {
    const person = aPerson({ heldSections: ['address'] })

    expect(found(planWith({ address: ['City'] }, { person }))).toEqual([])
  })

  it('makes the person one who is looked at in each run', () => {
    const question = { person: aPerson({ sections: {} }), pairing, seals: {}, wantsLook: false }
    const plain = { ...aPerson(), sections: {} }

    expect(isSettled({ ...question, person: plain, target: aTarget() }, someRules())).toBe(true)
    expect(
      isSettled(
        { ...question, person: plain, target: { ...aTarget(), ambiguous: { address: ['City'] } } },
        someRules(),
      ),
    ).toBe(false)
  })
})
