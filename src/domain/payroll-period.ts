import { Temporal } from 'temporal-polyfill'

export type PeriodType = 'month' | 'four-weeks' | 'week'

/** A payroll period of a company: the span that "current" means in the target. */
export interface PayrollPeriod {
  year: number
  period: number
  type: PeriodType
}

const typesByCode: Readonly<Record<string, PeriodType>> = {
  M: 'month',
  '4W': 'four-weeks',
  W4: 'four-weeks',
  W: 'week',
  W1: 'week',
  '1W': 'week',
}

const periodsPerYear = (type: PeriodType, year: number): number => {
  if (type === 'month') return 12
  if (type === 'four-weeks') return 13
  return isoWeeksInYear(year)
}

/** 52 or 53. */
const isoWeeksInYear = (year: number): number =>
  Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52

/**
 * Reads `yyyy-pp-type` in every published spelling (Nmbrs contract, section 2.0): `pp` with or without a leading zero,
 * four-weekly as `4W` or `W4`, weekly as `W` or `W1`. `undefined` when it is none of them or no such period exists in that year.
 */
export const parsePayrollPeriod = (text: string): PayrollPeriod | undefined => {
  const parts = /^\s*(\d{4})-(\d{1,2})-([A-Za-z0-9]{1,2})\s*$/.exec(text)
  const type = typesByCode[parts?.[3]?.toUpperCase() ?? '']
  if (parts === null || type === undefined) return undefined
  const year = Number(parts[1])
  const period = Number(parts[2])
  if (period < 1 || period > periodsPerYear(type, year)) return undefined
  return { year, period, type }
}

/** The first calendar day of a period, `YYYY-MM-DD`. Week-based periods count from the Monday of ISO week 1. */
export const toFirstDay = ({ year, period, type }: PayrollPeriod): string => {
  if (type === 'month') return Temporal.PlainDate.from({ year, month: period, day: 1 }).toString()
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  const firstMonday = fourth.subtract({ days: fourth.dayOfWeek - 1 })
  return firstMonday.add({ weeks: (period - 1) * (type === 'four-weeks' ? 4 : 1) }).toString()
}

/** The last calendar day of a period, `YYYY-MM-DD`. */
export const toLastDay = (period: PayrollPeriod): string =>
  Temporal.PlainDate.from(toFirstDay(toNextPeriod(period)))
    .subtract({ days: 1 })
    .toString()

/** The period after this one, across the turn of the year. */
export const toNextPeriod = ({ year, period, type }: PayrollPeriod): PayrollPeriod =>
  period < periodsPerYear(type, year)
    ? { year, period: period + 1, type }
    : { year: year + 1, period: 1, type }

/** The period of this type that a day falls in. `day` is `YYYY-MM-DD`. */
export const toPeriodOf = (day: string, type: PeriodType): PayrollPeriod => {
  const date = Temporal.PlainDate.from(day)
  if (type === 'month') return { year: date.year, period: date.month, type }
  const year = date.yearOfWeek ?? date.year
  const week = date.weekOfYear ?? 1
  // A year of 53 weeks has 13 periods of four; its last week belongs to the last of them.
  return { year, period: type === 'week' ? week : Math.min(13, Math.ceil(week / 4)), type }
}

/** Negative when `left` is earlier, 0 when they are the same. Only periods of one type compare. */
export const comparePeriods = (left: PayrollPeriod, right: PayrollPeriod): number =>
  left.year - right.year || left.period - right.period

/** `2026-11-M`: the canonical spelling, for messages and fingerprints. */
export const formatPayrollPeriod = ({ year, period, type }: PayrollPeriod): string =>
  `${year}-${period}-${{ month: 'M', 'four-weeks': '4W', week: 'W' }[type]}`
