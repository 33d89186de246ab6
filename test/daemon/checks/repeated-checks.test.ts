import { describe, expect, it } from '@jest/globals'

import {
  checkHeartbeatMs,
  RepeatedChecks,
  type RepeatedCheck,
} from '../../../src/daemon/checks/repeated-checks.js'
import { silentLog } from '../../../src/domain/log.js'

const timeZone = 'Europe/Amsterdam'
/** 2026-11-22 at 8:00 in Amsterdam. */
const morning = Date.UTC(2026, 10, 22, 7)
const hourMs = 3_600_000

const aCheck = (key: string, cron: string): RepeatedCheck => ({ key, timetable: { cron, timeZone } })
const atNine = aCheck('nine', '0 9 * * *')

/** A clock that only goes on when it is told to, and rings the timer then. */
const openWorld = (last: Record<string, number> = {}) => {
  const looked: string[] = []
  let timer: (() => void) | undefined
  let nowMs = morning
  const checks = new RepeatedChecks({
    now: () => nowMs,
    setTimer: (afterMs, work) => {
      expect(afterMs).toBe(checkHeartbeatMs)
      timer = work
      return () => (timer = undefined)
    },
    readLastMs: ({ key }) =>
      key === 'unreadable' ? Promise.reject(new Error('no file')) : Promise.resolve(last[key]),
    look: ({ key }) => {
      looked.push(key)
      return key === 'broken' ? Promise.reject(new Error('a bug')) : Promise.resolve()
    },
    log: silentLog,
  })
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    checks,
    looked,
    start: async (...list: readonly RepeatedCheck[]) => {
      await checks.set(list)
      await settle()
    },
    goTo: async (atMs: number) => {
      nowMs = atMs
      timer?.()
      await settle()
    },
    hasTimer: () => timer !== undefined,
  }
}

describe('a repeated check', () => {
  it('waits for its first due time, and is made once at each', async () => {
    const world = openWorld()

    await world.start(atNine)
    expect(world.looked).toEqual([])
    await world.goTo(morning + hourMs)
    await world.goTo(morning + hourMs + 60_000)
    expect(world.looked).toEqual(['nine'])
    await world.goTo(morning + 25 * hourMs)

    expect(world.looked).toEqual(['nine', 'nine'])
  })

  it('that was due while the daemon was down is made at its start, once', async () => {
    const world = openWorld({ nine: morning - 72 * hourMs })

    await world.start(atNine)
    await world.goTo(morning + 60_000)

    expect(world.looked).toEqual(['nine'])
  })

  it('that was made today already is not made again at a start', async () => {
    const world = openWorld({ nine: morning - 22 * hourMs })

    await world.start(atNine)

    expect(world.looked).toEqual([])
  })

  it('waits no longer than usual after the clock was set back', async () => {
    const world = openWorld({ nine: morning + 1000 * hourMs })

    await world.start(atNine)
    await world.goTo(morning + hourMs)

    expect(world.looked).toEqual(['nine'])
  })

  it('does not keep the others from theirs when it fails, and is made at its next due time', async () => {
    const world = openWorld()

    await world.start(aCheck('broken', '0 9 * * *'), atNine, aCheck('unreadable', '0 9 * * *'))
    await world.goTo(morning + hourMs)
    await world.goTo(morning + 25 * hourMs)

    expect(world.looked).toEqual(['broken', 'nine', 'unreadable', 'broken', 'nine', 'unreadable'])
  })

  it('goes by a changed timetable from then on, and ends when it is taken away', async () => {
    const world = openWorld()
    await world.start(atNine, aCheck('other', '30 8 * * *'))

    await world.start(aCheck('nine', '0 10 * * *'))
    await world.goTo(morning + 1.5 * hourMs)
    expect(world.looked).toEqual([])
    await world.goTo(morning + 2 * hourMs)

    expect(world.looked).toEqual(['nine'])
  })

  it('is not started any more once stopped', async () => {
    const world = openWorld()
    await world.start(atNine)

    await world.checks.stop()

    expect(world.hasTimer()).toBe(false)
  })
})
