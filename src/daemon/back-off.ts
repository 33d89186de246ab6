import { dueTimes, findNextDue, type Timetable } from './due-times.js'
import type { Trouble } from './past-runs.js'

/** After so many failed runs in a row a connection is tried less often. */
export const failuresBeforeQuarantine = 3

/**
 * However often it failed, it is tried about once a day; a timetable of once a day leaves no night out,
 * however long the night.
 */
const longestPauseMs = 22 * 3_600_000

export const isQuarantined = (trouble: Trouble | undefined): trouble is Trouble =>
  trouble !== undefined && trouble.failures >= failuresBeforeQuarantine

/**
 * When a connection that keeps failing is tried again: every second due time, every fourth and so on, up to
 * about once a day. Always a due time, and never earlier than the next one after the latest failure. Epoch
 * milliseconds.
 */
export const findNextTry = (timetable: Timetable, { failures, latestStartMs }: Trouble): number => {
  const [next = Number.POSITIVE_INFINITY, second = next] = take(2, dueTimes(timetable, latestStartMs))
  if (failures < failuresBeforeQuarantine) return next
  const intervalMs = second - next
  const doubled = intervalMs * 2 ** (failures - failuresBeforeQuarantine + 1)
  // Half a due time less: a run starts somewhat later than it is due.
  const pauseMs = Math.max(0, Math.min(doubled - intervalMs / 2, longestPauseMs - intervalMs))
  return Math.max(next, findNextDue(timetable, latestStartMs + pauseMs - 1))
}

const take = (count: number, values: Iterable<number>): number[] => {
  const taken: number[] = []
  for (const value of values) {
    taken.push(value)
    if (taken.length === count) break
  }
  return taken
}

/** How long a success counts. Epoch milliseconds. */
export interface Freshness {
  /** Until its second due time. */
  untilMs: number
  /** One due time longer while the run for the latest one is still to come or going on. */
  untilWhilePendingMs: number
}

export const findFreshness = (timetable: Timetable, sinceMs: number): Freshness => {
  const [, second = Number.POSITIVE_INFINITY, third = second] = take(3, dueTimes(timetable, sinceMs))
  return { untilMs: second, untilWhilePendingMs: third }
}
