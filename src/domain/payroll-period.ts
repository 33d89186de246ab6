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

/** `2026-11-M`: the canonical spelling, for messages and fingerprints. */
export const formatPayrollPeriod = ({ year, period, type }: PayrollPeriod): string =>
  `${year}-${period}-${{ month: 'M', 'four-weeks': '4W', week: 'W' }[type]}`
