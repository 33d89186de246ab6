import { describe, expect, it } from '@jest/globals'

import { formatPayrollPeriod, type PeriodType } from '../../../src/domain/pay/payroll-period.js'
import { toPeriodDays } from '../../../src/domain/pay/period-days.js'
import { toTypedPeriod } from '../../../src/target/nmbrs-rest/period-type.js'

interface Row {
  named: string
  period: number
  today: string
  largest?: number
  configured?: PeriodType
  /** The one that is taken, then the others. */
  may: readonly string[]
}

const rows: readonly Row[] = [
  { named: 'November', period: 11, today: '2026-11-15', may: ['2026-11-M', '2026-11-4W'] },
  { named: 'the first', period: 1, today: '2026-01-10', may: ['2026-1-M', '2026-1-4W', '2026-1-W'] },
  { named: 'a past month', period: 10, today: '2027-01-20', may: [] },
  { named: 'an early December', period: 12, today: '2026-10-15', may: ['2026-12-M', '2026-12-4W'] },
  { named: 'a week alone near', period: 12, today: '2026-03-20', may: ['2026-12-W'] },
  { named: 'a thirteenth', period: 13, today: '2026-12-20', may: ['2026-13-4W'] },
  { named: 'a thirteenth seen', period: 11, today: '2026-11-15', largest: 13, may: ['2026-11-4W'] },
  { named: 'a fifteenth seen', period: 11, today: '2026-03-15', largest: 15, may: ['2026-11-W'] },
  { named: 'said: a month', period: 11, today: '2026-11-15', configured: 'month', may: ['2026-11-M'] },
  { named: 'said: weeks', period: 11, today: '2026-11-15', configured: 'week', may: ['2026-11-W'] },
  {
    named: 'said: a month, but the thirteenth',
    period: 13,
    today: '2026-12-20',
    configured: 'month',
    may: [],
  },
  { named: 'no period at all', period: 0, today: '2026-11-15', may: [] },
]

describe('what a period is that came as year and number alone', () => {
  it.each(rows)('$named', ({ period, today, largest = 0, configured, may }) => {
    const typed = toTypedPeriod(2026, period, { configured, largest, today })

    const periods = typed.period === undefined ? [] : [typed.period, ...(typed.others ?? [])]
    expect(periods.map(formatPayrollPeriod)).toEqual(may)
    expect(typed.text).toBe(`2026-${period}`)
  })

  it('takes the latest first day and the earliest last day of what it may be', () => {
    const typed = toTypedPeriod(2026, 11, { configured: undefined, largest: 0, today: '2026-11-15' })

    expect(toPeriodDays(typed)).toEqual({
      firstDay: '2026-11-01',
      earliestFirstDay: '2026-10-05',
      lastDay: '2026-11-01',
      latestLastDay: '2026-11-30',
    })
  })

  it('never has another kind begin after the one that is taken', () => {
    for (let year = 2020; year <= 2035; year += 1)
      for (let period = 1; period <= 12; period += 1) {
        const today = `${year}-${String(period).padStart(2, '0')}-15`
        const typed = toTypedPeriod(year, period, { configured: undefined, largest: 0, today })
        const alone = typed.period && { text: typed.text, period: typed.period }

        expect(toPeriodDays(typed)?.firstDay).toBe(alone && toPeriodDays(alone)?.firstDay)
      }
  })
})
