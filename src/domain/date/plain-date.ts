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

/** A calendar day, and whether the text says for sure that it is this one. */
export interface CalendarDay {
  day: string
  isSure: boolean
}

/** The calendar day of a remote's date or date-time, sure or not; `undefined` when it is no date. */
export const parseCalendarDay = (text: string, timeZone: string): string | undefined =>
  readCalendarDay(text, timeZone)?.day

/**
 * The calendar day that a remote's date or date-time means (AlexisHR contract, section 5.10): a pure date or
 * midnight in UTC is that day, midnight in `timeZone` is the day that begins there. Any other moment falls on
 * a day, and nothing says that it means that one. `undefined` when it is no date.
 */
export const readCalendarDay = (text: string, timeZone: string): CalendarDay | undefined => {
  const pure = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?)?$/.exec(text)
  if (pure?.[1] !== undefined) return isPlainDateText(pure[1]) ? { day: pure[1], isSure: true } : undefined
  try {
    return toCalendarDay(Temporal.Instant.from(text), timeZone)
  } catch {
    return undefined
  }
}

const toCalendarDay = (instant: Temporal.Instant, timeZone: string): CalendarDay => {
  const utc = dayAtOffset(instant, 0)
  if (utc !== undefined) return { day: utc, isSure: true }
  const local = instant.toZonedDateTimeISO(timeZone)
  const day = local.toPlainDate().toString()
  // Where the clock jumps over midnight the day begins later.
  if (isMidnight(local.toPlainTime()) || local.equals(local.startOfDay())) return { day, isSure: true }
  const former = findFormerDay(instant, local)
  return former === undefined ? { day, isSure: false } : { day: former, isSure: true }
}

const isMidnight = (time: Temporal.PlainTime): boolean => time.equals(midnight)
const midnight = new Temporal.PlainTime()

/**
 * The day that begins at this moment where clocks are so many seconds ahead of UTC; `undefined` when none
 * does.
 */
const dayAtOffset = (instant: Temporal.Instant, offsetSeconds: number): string | undefined => {
  const local = instant.add({ seconds: offsetSeconds }).toZonedDateTimeISO('UTC')
  return isMidnight(local.toPlainTime()) ? local.toPlainDate().toString() : undefined
}

/**
 * Until the summer of 1937 clocks in Amsterdam were 19 minutes and 32 seconds ahead of UTC, then 20 minutes,
 * and an hour more in summer.
 */
const amsterdamOffsets = [1172, 1200, 4772, 4800]
const amsterdamUntil = '1940-05-16'

/**
 * The day that began at a moment by clocks of the past. The tables of a computer need not know them: many
 * hold one history for several countries of today's same time. So what Dutch clocks showed counts too, and
 * the offsets of today where they give the same day as the tables.
 */
const findFormerDay = (instant: Temporal.Instant, local: Temporal.ZonedDateTime): string | undefined => {
  if (local.year >= 1970) return undefined
  const day = local.toPlainDate().toString()
  const known = local.timeZoneId === 'Europe/Amsterdam' && day <= amsterdamUntil ? amsterdamOffsets : []
  const today = [1, 7].map((month) => local.with({ year: 2020, month, day: 1 }).offsetNanoseconds / 1e9)
  return (
    known.map((offset) => dayAtOffset(instant, offset)).find((one) => one !== undefined) ??
    today.map((offset) => dayAtOffset(instant, offset)).find((one) => one === day)
  )
}
