import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { failuresBeforeQuarantine, findFreshness, findNextTry } from '../../src/daemon/back-off.js'
import { findNextDue } from '../../src/daemon/due-times.js'
import { toIso } from '../../src/daemon/past-runs.js'
import { at } from './past-run-builders.js'

const timeZone = 'Europe/Amsterdam'
const hour = 3_600_000

const nextTry = (cron: string, failures: number, latest: string): string =>
  toIso(findNextTry({ cron, timeZone }, { failures, code: 'x', latestStartMs: at(latest) }))

describe('a connection that fails every quarter of an hour', () => {
  it.each([
    [1, '10:15'],
    [2, '10:15'],
    [3, '10:30'],
    [4, '11:00'],
    [5, '12:00'],
    [6, '14:00'],
    [7, '18:00'],
  ])('is tried, after %d failures, at %s', (failures, time) => {
    expect(nextTry('*/15 * * * *', failures, '2026-11-21T10:00:04Z')).toBe(`2026-11-21T${time}:00.000Z`)
  })

  it('is tried about once a day in the end', () => {
    expect(nextTry('*/15 * * * *', 40, '2026-11-21T10:00:04Z')).toBe('2026-11-22T08:00:00.000Z')
  })
})

describe('a connection that fails every night', () => {
  it.each([1, 3, 30])('is tried every night, after %d failures', (failures) => {
    expect(nextTry('0 2 * * *', failures, '2026-11-21T01:00:05Z')).toBe('2026-11-22T01:00:00.000Z')
  })

  it('is tried every night when the clocks change too', () => {
    expect(nextTry('30 2 * * *', 9, '2026-03-28T01:30:05Z')).toBe('2026-03-29T01:30:00.000Z')
    expect(nextTry('0 4 * * *', 9, '2026-03-28T03:00:05Z')).toBe('2026-03-29T02:00:00.000Z')
    expect(nextTry('0 4 * * *', 9, '2026-10-24T02:00:05Z')).toBe('2026-10-25T03:00:00.000Z')
  })
})

const aTimetable = fc
  .constantFrom('*/5 * * * *', '*/15 6-20 * * 1-5', '0 * * * *', '0 8,9,20 * * *', '0 2 * * *', '0 2 * * 1')
  .map((cron) => ({ cron, timeZone }))
const aMoment = fc.integer({ min: at('2026-03-01T00:00Z'), max: at('2026-12-01T00:00Z') })

describe('the next try', () => {
  it('is a due time after the failure, and at the latest the first one a day after it', () => {
    fc.assert(
      fc.property(
        aTimetable,
        aMoment,
        fc.integer({ min: 1, max: 60 }),
        (timetable, latestStartMs, failures) => {
          const found = findNextTry(timetable, { failures, code: 'x', latestStartMs })

          expect(found).toBeGreaterThan(latestStartMs)
          expect(findNextDue(timetable, found - 1)).toBe(found)
          expect(found).toBeLessThanOrEqual(
            Math.max(
              findNextDue(timetable, latestStartMs),
              findNextDue(timetable, latestStartMs + 24 * hour),
            ),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('never comes earlier after more failures, and is the next due time before there are many', () => {
    fc.assert(
      fc.property(aTimetable, aMoment, (timetable, latestStartMs) => {
        const tries = [1, 2, 3, 4, 5, 8, 20].map((failures) =>
          findNextTry(timetable, { failures, code: 'x', latestStartMs }),
        )

        expect(tries).toEqual(tries.toSorted((a, b) => a - b))
        expect(tries.slice(0, failuresBeforeQuarantine - 1)).toEqual([tries[0], tries[0]])
        expect(tries[0]).toBe(findNextDue(timetable, latestStartMs))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a success', () => {
  const timetable = { cron: '0 2 * * *', timeZone }
  const sinceMs = at('2026-11-20T01:10:00Z')

  it('counts until the second due time after it, and one longer while a run is to come or goes on', () => {
    expect(findFreshness(timetable, sinceMs)).toEqual({
      untilMs: at('2026-11-22T01:00:00Z'),
      untilWhilePendingMs: at('2026-11-23T01:00:00Z'),
    })
  })
})
