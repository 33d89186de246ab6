import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

import {
  isPlainDateText,
  parseCalendarDay,
  parsePlainDate,
  readCalendarDay,
  toDayInZone,
} from '../../src/domain/date/plain-date.js'

describe('the calendar day that a date or date-time means', () => {
  it.each([
    ['1990-05-17', 'Europe/Amsterdam', '1990-05-17'],
    ['1990-05-17T00:00:00.000Z', 'Europe/Amsterdam', '1990-05-17'],
    ['1990-05-17T00:00:00Z', 'America/Los_Angeles', '1990-05-17'],
    ['1990-05-17T00:00:00+00:00', 'Pacific/Kiritimati', '1990-05-17'],
    ['1990-05-17T00:00:00', 'America/Los_Angeles', '1990-05-17'],
    // Local midnight in UTC form: the evening before, one hour in winter and two in summer.
    ['2003-11-22T23:00:00.000Z', 'Europe/Amsterdam', '2003-11-23'],
    ['1990-05-16T22:00:00.000Z', 'Europe/Amsterdam', '1990-05-17'],
    ['1990-05-17T07:00:00Z', 'America/Los_Angeles', '1990-05-17'],
    ['1990-05-17T01:00:00+02:00', 'Europe/Amsterdam', '1990-05-17'],
    ['1984-02-29', 'Europe/Amsterdam', '1984-02-29'],
  ])('%s in %s is %s', (text, zone, day) => {
    expect(parseCalendarDay(text, zone)).toBe(day)
  })

  it.each([
    '',
    'yesterday',
    '1990-02-30',
    '1990-13-01',
    '17-05-1990',
    '1990-5-17',
    '1990-05-17T25:00:00Z',
    '0',
  ])('there is none in %j', (text) => {
    expect(parseCalendarDay(text, 'Europe/Amsterdam')).toBeUndefined()
  })

  it('never throws, and gives a real day or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseCalendarDay(text, 'Europe/Amsterdam')

        expect(day === undefined || isPlainDateText(day)).toBe(true)
      }),
    )
  })
})

describe('a date-time', () => {
  const amsterdam = 'Europe/Amsterdam'

  it.each([
    // The clock goes forward and back.
    ['2026-03-28T23:00:00Z', amsterdam, '2026-03-29'],
    ['2026-03-29T22:00:00Z', amsterdam, '2026-03-30'],
    ['2026-10-24T22:00:00Z', amsterdam, '2026-10-25'],
    ['2026-10-25T23:00:00Z', amsterdam, '2026-10-26'],
    ['2026-10-26T01:00:00+01:00', amsterdam, '2026-10-26'],
    // The day began at one o'clock.
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
    // Dutch time until 1940.
    ['1935-01-31T23:40:28Z', amsterdam, '1935-02-01'],
    ['1935-06-30T22:40:28Z', amsterdam, '1935-07-01'],
    ['1938-11-30T23:40:00Z', amsterdam, '1938-12-01'],
    ['1939-06-30T22:40:00.000Z', amsterdam, '1939-07-01'],
    ['1950-05-16T23:00:00Z', amsterdam, '1950-05-17'],
    // Clocks in Stockholm stood an hour behind those in Berlin.
    ['1943-06-30T23:00:00Z', 'Europe/Stockholm', '1943-07-01'],
    ['1969-12-31T23:00:00Z', amsterdam, '1970-01-01'],
  ])('that is midnight, %s in %s, is surely %s', (text, zone, day) => {
    expect(readCalendarDay(text, zone)).toEqual({ day, isSure: true })
  })

  it.each([
    ['1990-05-17T12:00:00Z', amsterdam],
    ['1990-05-17T21:00:00Z', amsterdam],
    ['1990-05-17T23:00:00Z', amsterdam],
    ['2026-01-01T22:00:00Z', amsterdam],
    ['2026-01-01T23:00:01Z', amsterdam],
    ['2026-01-01T23:00:00.001Z', amsterdam],
    ['2026-01-01T23:59:59.999Z', amsterdam],
    ['2026-01-01T00:00:00+02:00', amsterdam],
    ['1950-01-01T22:00:00Z', amsterdam],
    ['1950-01-01T23:40:28Z', amsterdam],
    ['1990-05-16T22:00:00Z', 'Europe/London'],
  ])('that is no midnight, %s in %s, falls on a day and is not sure of it', (text, zone) => {
    expect(readCalendarDay(text, zone)?.isSure).toBe(false)
  })

  it('of the midnight of any zone is that day in the zone, and nothing else is', () => {
    const day = fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    const zone = fc.constantFrom(amsterdam, 'Europe/Stockholm', 'America/New_York', 'Asia/Kolkata')
    fc.assert(
      fc.property(day, zone, fc.integer({ min: 1, max: 86_399 }), (date, timeZone, seconds) => {
        const text = date.toISOString().slice(0, 10)
        const start = Temporal.PlainDate.from(text).toZonedDateTime({ timeZone })
        const later = start.add({ seconds })
        const isUtcMidnight = later.toInstant().epochMilliseconds % 86_400_000 === 0
        const isNextDay = later.equals(later.startOfDay())

        expect(readCalendarDay(start.toInstant().toString(), timeZone)).toEqual({ day: text, isSure: true })
        expect(readCalendarDay(later.toInstant().toString(), timeZone)?.isSure).toBe(
          isUtcMidnight || isNextDay,
        )
      }),
    )
  })
})

describe('a day in canonical spelling', () => {
  it('is one that the calendar knows', () => {
    const twoDigits = fc.integer({ min: 0, max: 39 }).map((value) => String(value).padStart(2, '0'))
    const year = fc.integer({ min: 1880, max: 2220 })
    fc.assert(
      fc.property(year, twoDigits, twoDigits, (years, month, day) => {
        const text = `${years}-${month}-${day}`

        expect(isPlainDateText(text)).toBe(parsePlainDate(text) !== undefined)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('today', () => {
  it.each([
    ['Europe/Amsterdam', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-22'],
  ])('in %s is %s at the same moment', (zone, day) => {
    expect(toDayInZone(Date.UTC(2026, 10, 22, 23, 30), zone)).toBe(day)
  })
})
