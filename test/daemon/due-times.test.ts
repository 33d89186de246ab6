import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

import { dueTimes, findNextDue, type Timetable } from '../../src/daemon/due-times.js'

const timeZone = 'Europe/Amsterdam'
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

/** The due times of a stretch of time, as the clocks in Amsterdam show them. */
const shown = (cron: string, from: string, until: string): string[] =>
  between({ cron, timeZone }, at(from), at(until)).map((ms) =>
    Temporal.Instant.fromEpochMilliseconds(ms)
      .toZonedDateTimeISO(timeZone)
      .toString({ smallestUnit: 'minute', timeZoneName: 'never' })
      .slice(5),
  )

const between = (timetable: Timetable, fromMs: number, untilMs: number): number[] => {
  const found: number[] = []
  for (const due of dueTimes(timetable, fromMs)) {
    if (due > untilMs) return found
    found.push(due)
  }
  return found
}

describe('the due times of a timetable', () => {
  it('are those of the clocks in its zone, summer and winter', () => {
    expect(shown('0 2 * * *', '2026-01-01T00:00Z', '2026-01-03T00:00Z')).toEqual([
      '01-01T02:00+01:00',
      '01-02T02:00+01:00',
    ])
    expect(shown('0 2 * * 1', '2026-07-01T00:00Z', '2026-07-14T00:00Z')).toEqual([
      '07-06T02:00+02:00',
      '07-13T02:00+02:00',
    ])
  })

  it('do not count the moment that is asked from', () => {
    const due = at('2026-11-22T01:00:00Z')

    expect(findNextDue({ cron: '0 2 * * *', timeZone }, due - 1)).toBe(due)
    expect(findNextDue({ cron: '0 2 * * *', timeZone }, due)).toBe(due + 24 * 3_600_000)
  })

  it('may be told to the second', () => {
    const from = at('2026-11-22T01:00:00Z')

    expect(between({ cron: '*/20 * * * * *', timeZone }, from, from + 60_000)).toEqual([
      from + 20_000,
      from + 40_000,
      from + 60_000,
    ])
  })

  it('follow whichever of two day fields fits', () => {
    expect(shown('0 2 1 * 1', '2026-07-30T00:00Z', '2026-08-11T00:00Z')).toEqual([
      '08-01T02:00+02:00',
      '08-03T02:00+02:00',
      '08-10T02:00+02:00',
    ])
  })
})

describe('in the night that has no half past two, a timetable', () => {
  const [from, until] = ['2026-03-28T00:00Z', '2026-03-31T00:00Z'] as const

  it('of once a night is due an hour later on the clock, and once', () => {
    expect(shown('30 2 * * *', from, until)).toEqual([
      '03-28T02:30+01:00',
      '03-29T03:30+02:00',
      '03-30T02:30+02:00',
    ])
  })

  it('whose moved time meets another one is due once then', () => {
    expect(shown('0,30 2,3 * * *', '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
      '03-29T03:00+02:00',
      '03-29T03:30+02:00',
    ])
    expect(shown('30 2,4 * * *', '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([
      '03-29T03:30+02:00',
      '03-29T04:30+02:00',
    ])
  })

  it('of every half hour goes on with the hours that pass', () => {
    expect(shown('*/30 * * * *', '2026-03-29T00:00Z', '2026-03-29T02:00Z')).toEqual([
      '03-29T01:30+01:00',
      '03-29T03:00+02:00',
      '03-29T03:30+02:00',
      '03-29T04:00+02:00',
    ])
  })
})

describe('in the night that has half past two twice, a timetable', () => {
  const [from, until] = ['2026-10-24T00:00Z', '2026-10-27T00:00Z'] as const

  it('of once a night is due the first time only', () => {
    expect(shown('30 2 * * *', from, until)).toEqual([
      '10-24T02:30+02:00',
      '10-25T02:30+02:00',
      '10-26T02:30+01:00',
    ])
  })

  it('of a few hours leaves no hour out and does none twice', () => {
    expect(shown('15 1-3 * * *', '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
      '10-25T01:15+02:00',
      '10-25T02:15+02:00',
      '10-25T03:15+01:00',
    ])
  })

  it('of every half hour goes on with the hours that pass', () => {
    expect(shown('*/30 * * * *', '2026-10-25T00:00Z', '2026-10-25T02:00Z')).toEqual([
      '10-25T02:30+02:00',
      '10-25T02:00+01:00',
      '10-25T02:30+01:00',
      '10-25T03:00+01:00',
    ])
  })
})

const crons = [
  '30 2 * * *',
  '0 2,3 * * *',
  '15 1-3 * * *',
  '*/20 * * * *',
  '30 2 * * 0',
  '0 */2 * * *',
  '45 2 29 3 *',
]
const zones = [timeZone, 'America/St_Johns', 'Australia/Lord_Howe', 'UTC', 'Asia/Kolkata']
const aTimetable = fc.record({ cron: fc.constantFrom(...crons), timeZone: fc.constantFrom(...zones) })
/** Around both changes of the clocks of a year, and anywhere. */
const aMoment = fc.oneof(
  ...['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04'].map((day) =>
    fc.integer({ min: -18, max: 30 }).map((sixths) => at(`${day}T00:00Z`) + sixths * 600_000),
  ),
  fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2028-01-01T00:00Z') }),
)

describe('due times', () => {
  it('counted from the very moment in which the clocks go back leave out what was shown before', () => {
    const timetable = { cron: '15 1-3 * * *', timeZone: 'America/St_Johns' }
    const change = at('2026-11-01T04:30Z')

    const [first] = between(timetable, change, change + 86_400_000)

    expect(first).toBe(at('2026-11-01T05:45Z'))
  })

  it('are the same whatever moment they are counted from', () => {
    fc.assert(
      fc.property(aTimetable, aMoment, fc.integer({ min: 1, max: 60 }), (timetable, moment, hours) => {
        const fromFar = between(timetable, moment - hours * 3_600_000, moment + 86_400_000)

        const fromNear = between(timetable, moment, moment + 86_400_000)

        expect(fromNear).toEqual(fromFar.filter((due) => due > moment))
      }),
      { numRuns: 60 },
    )
  })

  it('come one after another', () => {
    fc.assert(
      fc.property(aTimetable, aMoment, (timetable, moment) => {
        const found = between(timetable, moment, moment + 3 * 86_400_000)

        expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
      }),
      { numRuns: 40 },
    )
  })

  it('of once a day are one for each day of the calendar', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), aMoment, (zone, moment) => {
        const days = between({ cron: '30 2 * * *', timeZone: zone }, moment, moment + 20 * 86_400_000).map(
          (due) => Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone).toPlainDate(),
        )

        const gaps = days.slice(1).map((day, index) => days[index]!.until(day).days)
        expect(new Set(gaps)).toEqual(new Set([1]))
      }),
      { numRuns: 40 },
    )
  })
})
