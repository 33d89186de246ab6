import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceCompanyId } from '../../src/domain/ids.js'
import { hasSalaryHistory, mapOtherSalaries } from '../../src/mapping/map-salaries.js'
import type { SourceCompensation } from '../../src/source/port.js'
import { aCompensation } from '../support/world.js'
import { anEmployee } from './an-employee.js'
import { aMapping } from './a-mapping.js'
import { readShippedMapping } from './shipped-mapping.js'

const shippedMapping = readShippedMapping()
const zone = { timeZone: 'Europe/Amsterdam' }
const person = { ...anEmployee(), compensationDay: '2026-11-01' }

const map = (...compensations: SourceCompensation[]) =>
  mapOtherSalaries(person, compensations, shippedMapping, zone)

const codesOf = (salaries: ReturnType<typeof map>) =>
  salaries.map((salary) => (salary.row === undefined ? salary.findings.map(({ code }) => code) : 'usable'))

describe('the other compensations of a person', () => {
  it('are salaries from their own days, oldest first', () => {
    const salaries = map(
      aCompensation('2026-05-01', '3100.50'),
      aCompensation('2025-01-01', '20', { 'compensation.payoutPeriod': 'HOURLY' }),
    )

    expect(salaries).toEqual([
      { start: '2025-01-01', row: { Value: '20', Type: 'Bruto_Uurloon', Start: '2025-01-01' } },
      { start: '2026-05-01', row: { Value: '3100.5', Type: 'Bruto_Salaris_Partime', Start: '2026-05-01' } },
    ])
  })

  it.each<[string, Record<string, string>, string]>([
    ['another currency', { 'compensation.currency': 'SEK' }, 'currency-not-euro'],
    ['a yearly amount', { 'compensation.payoutPeriod': 'ANNUAL' }, 'salary-type-unknown'],
    ['an amount below zero', { 'compensation.amount': '-1' }, 'amount-invalid'],
    ['no amount', { 'compensation.amount': '' }, 'amount-invalid'],
  ])('cannot be used with %s, and say why', (_, differs, code) => {
    const [salary] = map(aCompensation('2026-05-01', '3100', differs))

    expect(salary).toMatchObject({ start: '2026-05-01', row: undefined })
    expect(salary && codesOf([salary])).toEqual([[code]])
  })

  it('are judged each for itself: a bad one says nothing of the others, and names no amount', () => {
    const salaries = map(
      aCompensation('2025-01-01', '3000'),
      aCompensation('2026-05-01', '3100', { 'compensation.currency': 'SEK' }),
    )

    expect(codesOf(salaries)).toEqual(['usable', ['currency-not-euro']])
    expect(JSON.stringify(salaries[1])).toContain('that salary and later ones are not sent')
    expect(JSON.stringify(salaries[1])).not.toContain('3100')
  })

  it('do not borrow from the current one what they lack', () => {
    const values = { 'compensation.amount': '3000', 'compensation.payoutPeriod': 'MONTHLY' }

    expect(codesOf(map({ ...aCompensation('2025-01-01', '3000'), values }))).toEqual([
      ['value-invalid', 'currency-not-euro'],
    ])
  })

  it('cannot be used when two start on one day, unless one of them is the current one', () => {
    const twins = [
      aCompensation('2025-01-01', '3000'),
      { ...aCompensation('2025-01-01', '3001'), id: 'other' },
    ]

    expect(codesOf(map(...twins))).toEqual([['compensation-ambiguous']])
    expect(map(aCompensation('2026-11-01', '3000'))).toEqual([])
  })

  it('cannot be used when they belong to another company or could not be read', () => {
    const elsewhere = { ...aCompensation('2025-01-01', '3000'), companyId: toSourceCompanyId('other') }
    const odd = { ...aCompensation('2025-02-01', '3000'), problems: ['amount: expected text, found object'] }

    expect(codesOf(map(elsewhere, odd))).toEqual([['source-company-mismatch'], ['source-record-unreadable']])
  })

  it('are none where the mapping takes the start from elsewhere', () => {
    const mapping = aMapping({
      salary: [
        'Value: { from: compensation.amount }',
        'Type: { from: compensation.payoutPeriod, transform: salaryType }',
        'Start: { from: employment.startDate }',
      ],
    })

    expect(hasSalaryHistory(shippedMapping)).toBe(true)
    expect(hasSalaryHistory(mapping)).toBe(false)
    expect(mapOtherSalaries(person, [aCompensation('2025-01-01', '3000')], mapping, zone)).toEqual([])
  })

  it('never throw, and start each on a day of its own', () => {
    const compensation = fc
      .record({
        day: fc.constantFrom('2025-01-01', '2025-02-01', '2026-11-01', '2027-01-01'),
        amount: fc.oneof(fc.string(), fc.constantFrom('3000', '0.1', '1e9', 'NaN', '')),
        currency: fc.constantFrom('EUR', 'eur', 'SEK', ''),
        per: fc.constantFrom('MONTHLY', 'HOURLY', 'ANNUAL', ''),
      })
      .map(({ day, amount, currency, per }) =>
        aCompensation(day, amount, { 'compensation.currency': currency, 'compensation.payoutPeriod': per }),
      )
    fc.assert(
      fc.property(fc.array(compensation, { maxLength: 6 }), (compensations) => {
        const starts = map(...compensations).map(({ start }) => start)

        expect(starts).toEqual([...new Set(starts)].sort())
        expect(starts).not.toContain('2026-11-01')
      }),
      { numRuns: 200 },
    )
  })
})
