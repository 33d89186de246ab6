import type { CurrentPeriod } from './current-period.js'
import { toFirstDay, toLastDay } from './payroll-period.js'

/**
 * The days of a current period, as far as they are known. Without any doubt about what the company pays by,
 * each pair is the same day twice.
 */
export interface PeriodDays {
  /** From here on it is in the period, or after it, no matter what the company pays by. */
  firstDay: string
  /** Before it, it is before the period, no matter what the company pays by. */
  earliestFirstDay: string
  /** Up to here it is in the period, or before it, no matter what the company pays by. */
  lastDay: string
  /** After it, it is after the period, no matter what the company pays by. */
  latestLastDay: string
}

/**
 * What holds for each period that the current one may be; `undefined` where no one can say which days it has.
 */
export const toPeriodDays = (current: CurrentPeriod): PeriodDays | undefined => {
  if (current.period === undefined) return undefined
  const periods = [current.period, ...(current.others ?? [])]
  const firsts = periods.map(toFirstDay).sort()
  const lasts = periods.map(toLastDay).sort()
  const [earliestFirstDay = '', lastDay = ''] = [firsts[0], lasts[0]]
  return {
    firstDay: firsts.at(-1) ?? earliestFirstDay,
    earliestFirstDay,
    lastDay,
    latestLastDay: lasts.at(-1) ?? lastDay,
  }
}
