import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

import {
  comparePeriods,
  formatPayrollPeriod,
  parsePayrollPeriod,
  toFirstDay,
  toLastDay,
  toNextPeriod,
  toPeriodOf,
  type PayrollPeriod,
} from '../../src/domain/pay/payroll-period.js'

describe('a payroll period', () => {
  it.each([
    ['2026-11-M', { year: 2026, period: 11, type: 'month' }],
    ['2026-01-M', { year: 2026, period: 1, type: 'month' }],
    ['2026-13-4W', { year: 2026, period: 13, type: 'four-weeks' }],
    ['2026-3-W4', { year: 2026, period: 3, type: 'four-weeks' }],
    ['2026-53-W1', { year: 2026, period: 53, type: 'week' }],
    ['2026-9-W', { year: 2026, period: 9, type: 'week' }],
    ['2025-53-W1', { year: 2025, period: 53, type: 'week' }],
    ['2026-14-4W', { year: 2026, period: 14, type: 'four-weeks' }],
    ['2025-14-W4', { year: 2025, period: 14, type: 'four-weeks' }],
    [' 2026-9-m ', { year: 2026, period: 9, type: 'month' }],
  ])('is read from %s', (text, period) => {
    expect(parsePayrollPeriod(text)).toEqual(period)
  })

  it.each([
    '',
    '2026-13-M',
    '2026-0-M',
    '2026-15-4W',
    '2026-54-W1',
    // The weeks of 2022 reach into 2023 and those of 2023 end with the year, so no day is left for one more
    // period.
    '2022-53-W1',
    '2023-53-W1',
    '2022-14-4W',
    '2023-14-W4',
    '2026-11-Q',
    '2026-11',
    '26-11-M',
    'M-11-2026',
  ])('is not read from %j', (text) => {
    expect(parsePayrollPeriod(text)).toBeUndefined()
  })

  it.each([
    ['2026-11-M', '2026-11-01'],
    // ISO week 1 of 2026 begins on 29 December, that of 2027 on 4 January.
    ['2026-1-W1', '2026-01-01'],
    ['2026-2-W1', '2026-01-05'],
    ['2026-53-W1', '2026-12-28'],
    ['2025-53-W1', '2025-12-29'],
    ['2027-1-W1', '2027-01-01'],
    ['2027-2-W1', '2027-01-11'],
    ['2026-1-4W', '2026-01-01'],
    ['2027-1-4W', '2027-01-01'],
    ['2027-2-4W', '2027-02-01'],
    ['2026-14-4W', '2026-12-28'],
    ['2026-2-4W', '2026-01-26'],
    ['2026-13-4W', '2026-11-30'],
  ])('%s begins on %s', (text, day) => {
    const period = parsePayrollPeriod(text)

    expect(period && toFirstDay(period)).toBe(day)
  })

  it.each(['2026-11-M', '2026-13-4W', '2026-53-W'])('%s is written as it is read', (text) => {
    const period = parsePayrollPeriod(text)

    expect(period && formatPayrollPeriod(period)).toBe(text)
  })

  it.each([
    ['2026-02-M', '2026-02-28'],
    ['2028-2-M', '2028-02-29'],
    ['2026-12-M', '2026-12-31'],
    ['2026-52-W1', '2026-12-27'],
    ['2026-53-W1', '2026-12-31'],
    ['2025-52-W', '2025-12-31'],
    ['2025-53-W', '2025-12-31'],
    ['2027-1-W', '2027-01-10'],
    ['2026-12-4W', '2026-11-29'],
    // The thirteenth of a year of 53 weeks lasts to the end of the year: nobody's pay falls between two
    // years.
    ['2026-13-W4', '2026-12-31'],
    ['2026-14-W4', '2026-12-31'],
    ['2025-13-4W', '2025-12-31'],
  ])('%s ends on %s', (text, day) => {
    expect(toLastDay(read(text))).toBe(day)
  })

  it.each([
    ['2026-11-M', '2026-12-M'],
    ['2026-12-M', '2027-1-M'],
    ['2026-13-4W', '2027-1-4W'],
    ['2025-52-W', '2026-1-W'],
    ['2026-52-W', '2026-53-W'],
    ['2026-53-W', '2027-1-W'],
    ['2025-53-W', '2026-1-W'],
    ['2026-14-4W', '2027-1-4W'],
  ])('%s is followed by %s', (text, next) => {
    expect(formatPayrollPeriod(toNextPeriod(read(text)))).toBe(next)
  })

  it.each([
    ['2026-12-31', '2026-12-M', '2026-53-W', '2026-13-4W'],
    ['2027-01-01', '2027-1-M', '2027-1-W', '2027-1-4W'],
    ['2027-01-03', '2027-1-M', '2027-1-W', '2027-1-4W'],
    ['2027-01-04', '2027-1-M', '2027-1-W', '2027-1-4W'],
    ['2025-12-29', '2025-12-M', '2025-52-W', '2025-13-4W'],
    ['2026-01-01', '2026-1-M', '2026-1-W', '2026-1-4W'],
    ['2023-01-01', '2023-1-M', '2023-1-W', '2023-1-4W'],
    ['2026-11-30', '2026-11-M', '2026-49-W', '2026-13-4W'],
  ])('%s falls in %s, %s or %s', (day, month, week, fourWeeks) => {
    const found = (['month', 'week', 'four-weeks'] as const).map((type) =>
      formatPayrollPeriod(toPeriodOf(day, type)),
    )

    expect(found).toEqual([month, week, fourWeeks])
  })

  it('holds every day exactly once, and follows the one before it without a gap', () => {
    const days = fc.integer({ min: 0, max: 365 * 60 })
    const types = fc.constantFrom('month' as const, 'four-weeks' as const, 'week' as const)
    fc.assert(
      fc.property(days, types, (offset, type) => {
        const day = Temporal.PlainDate.from('2000-01-01').add({ days: offset }).toString()

        const period = toPeriodOf(day, type)
        const next = toNextPeriod(period)

        expect(toFirstDay(period) <= day && day <= toLastDay(period)).toBe(true)
        expect(Temporal.PlainDate.from(toLastDay(period)).add({ days: 1 }).toString()).toBe(toFirstDay(next))
        expect(comparePeriods(period, next)).toBeLessThan(0)
        expect(comparePeriods(next, period)).toBeGreaterThan(0)
        expect(comparePeriods(period, { ...period })).toBe(0)
        expect(parsePayrollPeriod(formatPayrollPeriod(period))).toEqual(period)
      }),
      { numRuns: 300 },
    )
  })
})

const read = (text: string): PayrollPeriod => {
  const period = parsePayrollPeriod(text)
  if (period === undefined) throw new Error(`${text} is no period`)
  return period
}
