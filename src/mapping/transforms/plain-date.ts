import { parseCalendarDay } from '../../domain/plain-date.js'
import { problem, type TransformResult } from './result.js'

/** Years outside are slips of the keyboard: `0190-05-01`, `20261-01-01`. */
const earliest = '1900-01-01'
const latest = '2199-12-31'

/** Days that exist in every year need no calendar; asking it costs 10 µs, three times for each person. */
const certainDay =
  /^((?:19|20|21)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))(?:T00:00:00(?:\.0+)?Z)?$/

/** The calendar day that a date or date-time means in `timeZone` (AlexisHR contract, section 5.10). */
export const toPlainDate = (text: string, timeZone: string): TransformResult => {
  const certain = certainDay.exec(text)?.[1]
  if (certain !== undefined) return { value: certain }
  const day = parseCalendarDay(text.trim(), timeZone)
  if (day !== undefined && day >= earliest && day <= latest) return { value: day }
  return problem('value-invalid', 'is no date between 1900 and 2199', 'Correct the date in AlexisHR.')
}
