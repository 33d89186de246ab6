import { addDays, isPlainDateText } from '../../../domain/date/plain-date.js'

/**
 * Whether two birth dates differ so much that no slip explains it: not day and month swapped, not one day,
 * one year or one digit off, and on neither side the 1st of January, which stands for an unknown day.
 * `YYYY-MM-DD`; two equal or unknown dates do not differ.
 */
export const differClearly = (left: string, right: string): boolean => {
  if (!isPlainDateText(left) || !isPlainDateText(right) || left === right) return false
  return !isUnknownDay(left) && !isUnknownDay(right) && !isSlip(left, right)
}

const isUnknownDay = (date: string): boolean => date.endsWith('-01-01')

const isSlip = (left: string, right: string): boolean =>
  isSwapped(left, right) ||
  isOneYearOff(left, right) ||
  isOneDayOff(left, right) ||
  isOneDigitOff(left, right)

const toParts = (date: string): [string, string, string] => {
  const [year = '', month = '', day = ''] = date.split('-')
  return [year, month, day]
}

const isSwapped = (left: string, right: string): boolean => {
  const [[year, month, day], other] = [toParts(left), toParts(right)]
  return year === other[0] && month === other[2] && day === other[1]
}

/** The 29th of February is one year off the last of February and the 1st of March. */
const isOneYearOff = (left: string, right: string): boolean => {
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [toParts(left), toParts(right)]
  if (Math.abs(Number(year) - Number(otherYear)) !== 1) return false
  const isLeapDay = [left, right].some((date) => date.endsWith('-02-29'))
  const isBeside = [left, right].some((date) => date.endsWith('-02-28') || date.endsWith('-03-01'))
  return (month === otherMonth && day === otherDay) || (isLeapDay && isBeside)
}

const isOneDayOff = (left: string, right: string): boolean =>
  addDays(left, 1) === right || addDays(right, 1) === left

const isOneDigitOff = (left: string, right: string): boolean =>
  Array.from(left).filter((digit, index) => digit !== right[index]).length === 1
