import { describe, expect, it } from '@jest/globals'

import { createAlarms } from '../../src/daemon/alarm.js'
import { silentLog } from '../../src/domain/log.js'

const startAlarm = createAlarms(silentLog)

describe('an alarm', () => {
  it('rings for a due time that is there, until it is stopped', async () => {
    const everySecond = { cron: '* * * * * *', timeZone: 'Europe/Amsterdam' }
    const rungFor: number[] = []

    await new Promise<void>((done) => {
      const stop = startAlarm(everySecond, (atMs) => {
        rungFor.push(atMs)
        stop()
        done()
      })
    })

    expect(rungFor).toHaveLength(1)
    expect(rungFor[0]! % 1000).toBe(0)
    expect(Math.abs(rungFor[0]! - Date.now())).toBeLessThan(60_000)
  })

  it('is about the clocks of its zone', () => {
    expect(() => startAlarm({ cron: '0 2 * * *', timeZone: 'Mars/Base' }, () => undefined)).toThrow()
  })
})
