import { describe, expect, it } from '@jest/globals'

import { formatPayrollPeriod, parsePayrollPeriod, toFirstDay } from '../../src/domain/payroll-period.js'

describe('a payroll period', () => {
  it.each([
    ['2026-11-M', { year: 2026, period: 11, type: 'month' }],
    ['2026-01-M', { year: 2026, period: 1, type: 'month' }],
    ['2026-13-4W', { year: 2026, period: 13, type: 'four-weeks' }],
    ['2026-3-W4', { year: 2026, period: 3, type: 'four-weeks' }],
    ['2026-53-W1', { year: 2026, period: 53, type: 'week' }],
    ['2026-9-W', { year: 2026, period: 9, type: 'week' }],
    [' 2026-9-m ', { year: 2026, period: 9, type: 'month' }],
  ])('is read from %s', (text, period) => {
    expect(parsePayrollPeriod(text)).toEqual(period)
  })

  it.each([
    '',
    '2026-13-M',
    '2026-0-M',
    '2026-14-4W',
    '2025-53-W1',
    '2026-54-W1',
    '2026-11-Q',
    '2026-11',
    '26-11-M',
    'M-11-2026',
  ])('is not read from %j', (text) => {
    expect(parsePayrollPeriod(text)).toBeUndefined()
  })

  it.each([
    ['2026-11-M', '2026-11-01'],
    ['2026-1-W1', '2025-12-29'],
    ['2026-53-W1', '2026-12-28'],
    ['2027-1-W1', '2027-01-04'],
    ['2026-1-4W', '2025-12-29'],
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
})
