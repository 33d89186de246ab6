import { describe, expect, it } from '@jest/globals'

import { toClockInZone, toSecondsInZone, withLocalTimes } from '../../src/domain/date/clock.js'

const amsterdam = 'Europe/Amsterdam'

describe('a stored moment on the clock of a zone', () => {
  it.each([
    ['2026-11-22T08:00:07.000Z', '2026-11-22 09:00', '2026-11-22 09:00:07'],
    ['2026-07-01T22:30:00.000Z', '2026-07-02 00:30', '2026-07-02 00:30:00'],
  ])('%s', (at, minutes, seconds) => {
    expect(toClockInZone(at, amsterdam)).toBe(minutes)
    expect(toSecondsInZone(at, amsterdam)).toBe(seconds)
  })
})

describe('a sentence with moments in it', () => {
  it.each([
    [
      'another run is active: process 7 on host, since 2026-11-22T23:10:00.000Z',
      'another run is active: process 7 on host, since 2026-11-23 00:10',
    ],
    [
      'from 2026-11-22T08:00Z until 2026-11-22T10:30:00+01:00',
      'from 2026-11-22 09:00 until 2026-11-22 10:30',
    ],
    [
      'a day, 2026-11-22, and a run, 20261122-025820-4f2a1b',
      'a day, 2026-11-22, and a run, 20261122-025820-4f2a1b',
    ],
    ['no moment that there is: 2026-13-45T08:00Z', 'no moment that there is: 2026-13-45T08:00Z'],
    ['without a zone no one knows: 2026-11-22T08:00', 'without a zone no one knows: 2026-11-22T08:00'],
  ])('%s', (stored, shown) => {
    expect(withLocalTimes(stored, amsterdam)).toBe(shown)
  })
})
