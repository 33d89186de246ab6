import { readCalendarDay } from '../../domain/date/plain-date.js'
import { problem, type TransformResult } from './result.js'

/** Years outside are slips of the keyboard: `0190-05-01`, `20261-01-01`. */
const earliest = '1900-01-01'
const latest = '2199-12-31'

/**
 * The calendar day that a date or date-time means in `timeZone` (AlexisHR contract, section 5.10), unsure
 * where it is no midnight.
 */
export const toPlainDate = (text: string, timeZone: string): TransformResult => {
  const found = readCalendarDay(text.trim(), timeZone)
  if (found !== undefined && found.day >= earliest && found.day <= latest)
    return found.isSure ? { value: found.day } : { value: found.day, isUnsure: true }
  return problem('value-invalid/date', {})
}
