import { Temporal } from 'temporal-polyfill'

export interface RetryAfterOptions {
  /** The moment now, in milliseconds since 1970. */
  nowMs: number
  /** The longest wait to give back. */
  maxMs: number
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/

/**
 * The wait in milliseconds that a `Retry-After` header asks for (RFC 9110, section 10.2.3): a number of
 * seconds or a date. Never negative and never more than `maxMs`. `undefined` when the header is absent or
 * neither.
 */
export const parseRetryAfter = (header: unknown, { nowMs, maxMs }: RetryAfterOptions): number | undefined => {
  if (typeof header !== 'string') return undefined
  const text = header.trim()
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : millisecondsUntil(text, nowMs)
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), maxMs)
}

const millisecondsUntil = (text: string, nowMs: number): number | undefined => {
  const parts = httpDate.exec(text)
  if (parts === null) return undefined
  const [, day, monthName, year, time] = parts
  const month = String(months.indexOf(monthName ?? '') + 1).padStart(2, '0')
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${time}Z`).epochMilliseconds - nowMs
  } catch {
    return undefined
  }
}
