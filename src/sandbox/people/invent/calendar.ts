import { Temporal } from 'temporal-polyfill'

/** The days a population turns on, all `YYYY-MM-DD`. */
export interface Calendar {
  today: string
  /** First and last day of the payroll month that `today` is in. */
  monthStart: string
  monthEnd: string
  /** `2026-11-M` */
  period: string
  year: number
  month: number
}

export const toCalendar = (today: string): Calendar => {
  const day = Temporal.PlainDate.from(today)
  return {
    today,
    monthStart: day.with({ day: 1 }).toString(),
    monthEnd: day.with({ day: day.daysInMonth }).toString(),
    period: `${day.year}-${day.month}-M`,
    year: day.year,
    month: day.month,
  }
}

const daysAdded = new Map<string, string>()

/** Remembers what it has worked out: tens of thousands of people share a few thousand days. */
export const addDays = (day: string, days: number): string => {
  const key = `${day}+${days}`
  const known = daysAdded.get(key)
  if (known !== undefined) return known
  const sum = Temporal.PlainDate.from(day).add({ days }).toString()
  daysAdded.set(key, sum)
  return sum
}

export const addYears = (day: string, years: number): string =>
  Temporal.PlainDate.from(day).add({ years }).toString()
