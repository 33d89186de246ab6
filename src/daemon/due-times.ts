import { createRequire } from 'node:module'

import type * as CronParser from 'cron-parser'
import { Temporal } from 'temporal-polyfill'

// With the calendar that comes along it takes longer to load than a probe to run, and only a timetable asks
// for it.
const require = createRequire(import.meta.url)
const parseCron: typeof CronParser.CronExpressionParser.parse = (cron, options) =>
  (require('cron-parser') as typeof CronParser).CronExpressionParser.parse(cron, options)

/** When a connection is due. */
export interface Timetable {
  /** Five cron fields, or six with seconds first. */
  cron: string
  /** An IANA name: the fields are about its clocks. */
  timeZone: string
}

/** The moments after `afterMs` at which a timetable is due, in order. Epoch milliseconds. */
export const findNextDue = (timetable: Timetable, afterMs: number): number => {
  for (const due of dueTimes(timetable, afterMs)) return due
  // The last moment that can be written is some 270,000 years away.
  return Number.POSITIVE_INFINITY
}

/** A stretch of time in which the clocks of a zone keep their distance to UTC. */
interface Stretch {
  offsetMs: number
  /** The moment the clocks change; the first of the next stretch. */
  endMs: number
}

/**
 * The moments at which a timetable is due after `afterMs`, in order and without end. The same moments come
 * what the starting point:
 *
 * - a time that the clocks jump over in spring comes as much later as they jump (2:30 at 3:30), once;
 * - a time that comes twice in autumn counts the first time;
 * - a timetable for every hour follows the hours that really pass.
 *
 * The fields are worked out on a clock that never changes, because cron-parser's own answers around a change
 * depend on where it starts.
 */
export function* dueTimes({ cron, timeZone }: Timetable, afterMs: number): Generator<number, void> {
  const everyHour = isEveryHour(cron)
  let startMs = everyHour ? afterMs : beforeLatestChange(timeZone, afterMs)
  let { offsetMs, endMs } = stretchAt(timeZone, startMs)
  // Times on the wall before this one were shown in the stretch before.
  let shownBefore = Number.NEGATIVE_INFINITY
  let jumpedOver: readonly number[] = []
  for (;;) {
    for (const due of merge(jumpedOver, duesOf({ cron, offsetMs, startMs, endMs, shownBefore }))) {
      if (due > afterMs) yield due
    }
    if (endMs === Number.POSITIVE_INFINITY) return
    const next = stretchAt(timeZone, endMs)
    const jump = { cron, offsetMs, startMs: endMs - 1, endMs: endMs + next.offsetMs - offsetMs }
    jumpedOver = everyHour ? [] : [...duesOf({ ...jump, shownBefore: Number.NEGATIVE_INFINITY })]
    shownBefore = everyHour ? Number.NEGATIVE_INFINITY : endMs + offsetMs
    startMs = endMs - 1
    ;({ offsetMs, endMs } = next)
  }
}

/** Whether the hour field leaves no hour out. */
const isEveryHour = (cron: string): boolean => parseCron(cron, { tz: 'UTC' }).fields.hour.values.length === 24

/** How long the clocks of a change can matter after it. */
const longestChangeMs = 24 * 3_600_000

/** A starting point from which a change of the clocks at `atMs` or just before it is seen. */
const beforeLatestChange = (timeZone: string, atMs: number): number => {
  const change = zonedAt(timeZone, atMs + 1).getTimeZoneTransition('previous')?.epochMilliseconds
  return change !== undefined && atMs - change < longestChangeMs ? change - 1 : atMs
}

const zonedAt = (timeZone: string, atMs: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)

const stretchAt = (timeZone: string, atMs: number): Stretch => {
  const zoned = zonedAt(timeZone, atMs)
  const change = zoned.getTimeZoneTransition('next')
  return {
    offsetMs: zoned.offsetNanoseconds / 1_000_000,
    endMs: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  }
}

interface DuesOptions {
  cron: string
  offsetMs: number
  /** Itself left out. */
  startMs: number
  /** Itself left out. */
  endMs: number
  /** Times on the wall before this one are left out. */
  shownBefore: number
}

/** The due moments of one stretch. Wall time is written as if it were UTC. */
function* duesOf({ cron, offsetMs, startMs, endMs, shownBefore }: DuesOptions): Generator<number, void> {
  const expression = parseCron(cron, { tz: 'UTC', currentDate: startMs + offsetMs })
  for (;;) {
    const wallMs = expression.next().getTime()
    const due = wallMs - offsetMs
    if (due >= endMs) return
    if (wallMs >= shownBefore) yield due
  }
}

/** Both in order, what is in both once. */
function* merge(early: readonly number[], all: Iterable<number>): Generator<number, void> {
  const waiting = [...early]
  for (const one of all) {
    while (waiting[0] !== undefined && waiting[0] <= one) {
      const first = waiting.shift()
      if (first !== undefined && first < one) yield first
    }
    yield one
  }
  yield* waiting
}
