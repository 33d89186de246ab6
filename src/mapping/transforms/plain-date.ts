import { parseCalendarDay } from '../../domain/plain-date.js'
import { problem, type TransformResult } from './result.js'

/** Years outside are slips of the keyboard: `0190-05-01`, `20261-01-01`. */
const earliest = '1900-01-01'
const latest = '2199-12-31'

/** The calendar day that a date or date-time means in `timeZone` (AlexisHR contract, section 5.10). */
export const toPlainDate = (text: string, timeZone: string): TransformResult => {
  const day = parseCalendarDay(text.trim(), timeZone)
  if (day !== undefined && day >= earliest && day <= latest) return { value: day }
  return problem('value-invalid', 'is no date between 1900 and 2199', 'Correct the date in AlexisHR.')
}
