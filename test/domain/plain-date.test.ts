import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  isPlainDateText,
  parseCalendarDay,
  parsePlainDate,
  toDayInZone,
} from '../../src/domain/plain-date.js'

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
