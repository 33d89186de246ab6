import { Temporal } from 'temporal-polyfill'

export type PlainDate = Temporal.PlainDate

/** Reads `YYYY-MM-DD`; `undefined` for anything else, an impossible day included. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** Days that exist in every year need no calendar; asking it costs 10 µs, several times for each person. */
const certainDay =
  /^(?:19|20|21)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/

/** Whether `text` is a calendar day in canonical spelling. */
export const isPlainDateText = (text: string): boolean =>
  certainDay.test(text) || parsePlainDate(text) !== undefined

/** The calendar day of a moment in a zone. */
export const toDayInZone = (epochMs: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** The calendar day in a zone of a stored moment, ISO 8601. */
export const toDayOfInstant = (isoText: string, timeZone: string): string =>
  Temporal.Instant.from(isoText).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** The day that lies a number of days after another. */
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/**
 * The calendar day that a remote's date or date-time means (AlexisHR contract, section 5.10): a pure date or midnight UTC is that day,
 * any other moment is the day it falls on in `timeZone`. `undefined` when it is no date.
 */
export const parseCalendarDay = (text: string, timeZone: string): string | undefined => {
  const pure = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?)?$/.exec(text)
  if (pure?.[1] !== undefined) return isPlainDateText(pure[1]) ? pure[1] : undefined
  try {
    return Temporal.Instant.from(text).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  } catch {
    return undefined
  }
}
