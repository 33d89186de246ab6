import { Temporal } from 'temporal-polyfill'
import { isPeriodOf, parsePayrollPeriod } from '../../../domain/pay/payroll-period.js'
import type { PayrollPeriod } from '../../../domain/pay/payroll-period.js'

/** A place on the time line of a company: years and their periods. */
export interface PeriodStamp {
  year: number
  period: number
}

/** The current period of a company. Throws when the data is wrong. */
export const toPeriod = (text: string): PayrollPeriod => {
  const period = parsePayrollPeriod(text)
  if (period === undefined)
    throw new Error(`${text} is not a payroll period; expected for instance 2026-11-M`)
  return period
}

/** Negative when `left` is earlier. */
export const comparePeriods = (left: PeriodStamp, right: PeriodStamp): number =>
  left.year - right.year || left.period - right.period

export const isSamePeriod = (left: PeriodStamp, right: PeriodStamp): boolean =>
  comparePeriods(left, right) === 0

/** The period before, across the turn of the year. */
export const previousPeriod = ({ year, period, type }: PayrollPeriod): PeriodStamp => {
  if (period > 1) return { year, period: period - 1 }
  return { year: year - 1, period: lastPeriodOf(year - 1, type) }
}

/** 12, 13, or 52 or 53. */
const lastPeriodOf = (year: number, type: PayrollPeriod['type']): number => {
  if (type === 'month') return 12
  return type === 'four-weeks' ? 13 : (Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52)
}

/** Whether a company of this type of period has this period. */
export const hasPeriod = ({ year, period }: PeriodStamp, type: PayrollPeriod['type']): boolean =>
  isPeriodOf({ year, period, type })
