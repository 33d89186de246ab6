import { Temporal } from 'temporal-polyfill'

/** What a company pays by. */
export const periodTypes = ['month', 'four-weeks', 'week'] as const
export type PeriodType = (typeof periodTypes)[number]

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

/** How many periods a year surely has. */
export const periodsPerYear = (type: PeriodType, year: number): number => {
  if (type === 'month') return 12
  if (type === 'four-weeks') return 13
  return isoWeeksInYear(year)
}

/** 52 or 53. */
const isoWeeksInYear = (year: number): number =>
  Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52

/**
 * Whether a year has such a period. Some calendars keep the days after week 52, or after the thirteenth
 * period of four weeks, as one more period; a year has it when there are such days.
 */
export const isPeriodOf = ({ year, period, type }: PayrollPeriod): boolean => {
  if (year < 1 || year > 9999 || period < 1) return false
  if (period <= periodsPerYear(type, year)) return true
  if (type === 'month' || period > (type === 'week' ? 53 : 14)) return false
  return toMonday({ year, period, type }) <= `${padYear(year)}-12-31`
}

/**
 * Reads `yyyy-pp-type` in every published spelling (Nmbrs contract, section 2.0): `pp` with or without a
 * leading zero, four-weekly as `4W` or `W4`, weekly as `W` or `W1`. `undefined` when it is none of them or no
 * such period exists in that year.
 */
export const parsePayrollPeriod = (text: string): PayrollPeriod | undefined => {
  const named = readPeriodText(text)
  return named !== undefined && isPeriodOf(named) ? named : undefined
}

/** What such a text says, whether or not the year has that period. */
export const readPeriodText = (text: string): PayrollPeriod | undefined => {
  const parts = /^\s*(\d{4})-(\d{1,2})-([A-Za-z0-9]{1,2})\s*$/.exec(text)
  const type = typesByCode[parts?.[3]?.toUpperCase() ?? '']
  if (parts === null || type === undefined) return undefined
  return { year: Number(parts[1]), period: Number(parts[2]), type }
}

/**
 * The first calendar day of a period, `YYYY-MM-DD`. Week-based periods begin on the Mondays of ISO weeks, but
 * a year of pay is a calendar year: its first period begins on 1 January, no matter what day of the week that
 * is, and its last ends on 31 December.
 */
export const toFirstDay = ({ year, period, type }: PayrollPeriod): string => {
  if (type === 'month') return Temporal.PlainDate.from({ year, month: period, day: 1 }).toString()
  return period === 1 ? `${padYear(year)}-01-01` : toMonday({ year, period, type })
}

const padYear = (year: number): string => String(year).padStart(4, '0')

const toMonday = ({ year, period, type }: PayrollPeriod): string => {
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
  const week = toWeek(date)
  // A year of 53 weeks has 13 periods of four; its last week belongs to the last of them.
  return { year: date.year, period: type === 'week' ? week : Math.min(13, Math.ceil(week / 4)), type }
}

/**
 * The week of the calendar year: the days of January before ISO week 1 are in its first, the last days of
 * December in its last.
 */
const toWeek = ({ year, yearOfWeek = year, weekOfYear = 1 }: Temporal.PlainDate): number => {
  if (yearOfWeek < year) return 1
  return yearOfWeek > year ? isoWeeksInYear(year) : weekOfYear
}

/** Negative when `left` is earlier, 0 when they are the same. Only periods of one type compare. */
export const comparePeriods = (left: PayrollPeriod, right: PayrollPeriod): number =>
  left.year - right.year || left.period - right.period

/** `2026-11-M`: the canonical spelling, for messages and fingerprints. */
export const formatPayrollPeriod = ({ year, period, type }: PayrollPeriod): string =>
  `${year}-${period}-${{ month: 'M', 'four-weeks': '4W', week: 'W' }[type]}`
