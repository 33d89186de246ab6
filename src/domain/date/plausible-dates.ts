import { Temporal } from 'temporal-polyfill'

import { addDays } from './plain-date.js'

/** How far from today a start of employment may lie before it waits for a person. */
export interface HireDateSpan {
  pastYears: number
  futureDays: number
}

/** Whole years at the start of an employment. Below and above no one is hired. */
export const hiringAge = { min: 13, max: 100 } as const

/**
 * Whole years between two calendar days. Who is born on 29 February is a year older on 1 March of other
 * years.
 */
const wholeYears = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(4) < from.slice(4) ? 1 : 0)

/**
 * Whether no one can have been born on this day: it lies ahead, or makes the person younger or older at the
 * start of the employment than anyone who is hired. Without a start only the first is judged. All days are
 * `YYYY-MM-DD`.
 */
export const isBirthDateImplausible = (
  birthDate: string,
  hireDate: string | undefined,
  today: string,
): boolean => {
  if (birthDate > today) return true
  if (hireDate === undefined) return false
  const age = wholeYears(birthDate, hireDate)
  return age < hiringAge.min || age > hiringAge.max
}

/** Whether a start of employment lies further from today than the span allows. */
export const isHireDateImplausible = (
  hireDate: string,
  { pastYears, futureDays }: HireDateSpan,
  today: string,
): boolean => hireDate < subtractYears(today, pastYears) || hireDate > addDays(today, futureDays)

const subtractYears = (day: string, years: number): string =>
  Temporal.PlainDate.from(day).subtract({ years }).toString()
