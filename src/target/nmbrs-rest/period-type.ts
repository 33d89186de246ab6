import { Temporal } from 'temporal-polyfill'

import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import {
  isPeriodOf,
  toFirstDay,
  toLastDay,
  type PayrollPeriod,
  type PeriodType,
} from '../../domain/pay/payroll-period.js'

/** What is known of a company's periods beside the number of the current one. */
export interface PeriodEvidence {
  /** What the configuration says. */
  configured: PeriodType | undefined
  /** The largest number of a period in any history of the company. */
  largest: number
  today: string
}

/**
 * How far today may lie from the period that payroll works on, in days: it is often late, and seldom early.
 */
const farthestDays = 62

/**
 * What a period is that came as year and number alone (Nmbrs REST contract, section 5.4). The configuration
 * says it, or the numbers that were seen in the company: months have twelve, periods of four weeks thirteen.
 * Otherwise it is the usual one of those that lie near today, and the others go along: what depends on the
 * days of the period has to be right for each.
 */
export const toTypedPeriod = (
  year: number,
  period: number,
  { configured, largest, today }: PeriodEvidence,
): CurrentPeriod => {
  const text = `${year}-${period}`
  const types = configured === undefined ? typesFor(Math.max(largest, period)) : [configured]
  const known = types.map((type): PayrollPeriod => ({ year, period, type })).filter(isPeriodOf)
  const near = configured === undefined ? known.filter((one) => daysFrom(one, today) <= farthestDays) : known
  const [found, ...others] = near
  if (found !== undefined)
    return others.length === 0 ? { text, period: found } : { text, period: found, others }
  const problem = `period ${period} of ${year}, and it is not known whether it is a month, four weeks or a week`
  return { text, period: undefined, problem: known.length === 0 ? `period ${period} of ${year}` : problem }
}

/** What a company can pay by that has a period of this number, the usual first. */
const typesFor = (largest: number): readonly PeriodType[] => {
  if (largest > 14) return ['week']
  return largest > 12 ? ['four-weeks', 'week'] : ['month', 'four-weeks', 'week']
}

const daysFrom = (period: PayrollPeriod, today: string): number => {
  const [first, last] = [toFirstDay(period), toLastDay(period)]
  if (today < first) return daysBetween(today, first)
  return today > last ? daysBetween(last, today) : 0
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
