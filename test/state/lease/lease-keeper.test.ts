import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { toRunId } from '../../../src/domain/ids.js'
import { usualLeaseTimes } from '../../../src/state/sqlite/lease/lease-keeper.js'
import { isProcessAlive, readProcessMark } from '../../../src/state/sqlite/lease/process-mark.js'
import type { StateOptions } from '../../../src/state/open-state-database.js'
import { aClock, readExpiry } from './clock.js'
import { aFolder, aLog, firstMoment, openState } from '../temp-state.js'

const { leaseMs, renewEveryMs } = usualLeaseTimes
const runOne = toRunId('run-1')
const runTwo = toRunId('run-2')

afterEach(() => {
  jest.useRealTimers()
})

describe('acquireLease', () => {
  it('refuses a second run and names the process, the host and since when', async () => {
    const folder = aFolder()
    const first = await openState(folder, { pid: 11, host: 'payroll-1' })
    await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, host: 'payroll-2' })

    const refused = second.acquireLease('whole-file', runTwo)

    await expect(refused).rejects.toMatchObject({ name: 'AbortError', code: 'lease-held' })
    await expect(refused).rejects.toThrow('process 11 on payroll-1, since 2026-01-05T08:00:00.000Z')
  })

  it('refuses a second run of the same process too', async () => {
    const state = await openState()
    await state.acquireLease('whole-file', runOne)

    await expect(state.acquireLease('whole-file', runTwo)).rejects.toMatchObject({ code: 'lease-held' })
  })

  it('goes to one of two runs of the same process that ask at the same moment', async () => {
    const state = await openState()

    const [first, second] = await Promise.allSettled([
      state.acquireLease('whole-file', runOne),
      state.acquireLease('whole-file', runTwo),
    ])

    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'lease-held' } })
    expect(first.status === 'fulfilled' && first.value.isLost()).toBe(false)
    expect(first.status).toBe('fulfilled')
  })

  it('is not taken over by the same process while it is being stored', async () => {
    const folder = aFolder()
    const [one, other] = [await openState(folder), await openState(folder)]

    const ends = await Promise.allSettled([
      one.acquireLease('whole-file', runOne),
      other.acquireLease('whole-file', runTwo),
    ])

    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is free again after it was released', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    const lease = await first.acquireLease('whole-file', runOne)
    await lease.release()
    const second = await openState(folder)

    const next = await second.acquireLease('whole-file', runTwo)

    expect(next.isLost()).toBe(false)
  })

  it('is given back when the file is closed', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    await first.acquireLease('whole-file', runOne)

    await first.close()

    const second = await openState(folder)
    expect((await second.acquireLease('whole-file', runTwo)).isLost()).toBe(false)
  })

  it('is shown to whoever asks, as long as it counts', async () => {
    const clock = aClock()
    const folder = aFolder()
    const first = await openState(folder, { pid: 11, host: 'payroll-1' })
    await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })

    const during = (await second.info()).holder
    clock.advance(leaseMs)
    const after = (await second.info()).holder

    expect(during).toEqual({ pid: 11, host: 'payroll-1', since: '2026-01-05T08:00:00.000Z' })
    expect(after).toBeNull()
  })

  it('takes over at once from a process of the same machine that is gone, and says so', async () => {
    const folder = aFolder()
    const { log, lines } = aLog()
    const first = await openState(folder, { pid: 11 })
    const lost = await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, isProcessAlive: ({ pid }) => pid !== 11, log })

    const taken = await second.acquireLease('whole-file', runTwo)

    expect(taken.isLost()).toBe(false)
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        fields: expect.objectContaining({ runId: 'run-1', pid: 11 }),
      }),
    )
    await lost.release()
    expect((await second.info()).holder).toMatchObject({ pid: 12 })
  })

  it('waits for the minute to end when the process was on another machine', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, {
      pid: 12,
      host: 'payroll-2',
      now: clock.now,
      isProcessAlive: () => false,
    })

    clock.advance(leaseMs - 1)
    const early = second.acquireLease('whole-file', runTwo)
    await expect(early).rejects.toMatchObject({ code: 'lease-held' })
    clock.advance(1)
    const late = await second.acquireLease('whole-file', runTwo)

    expect(late.isLost()).toBe(false)
  })

  it('stays with its holder when the clock jumps back', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    const lease = await first.acquireLease('whole-file', runOne)
    clock.advance(-3_600_000)
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })

    await expect(second.acquireLease('whole-file', runTwo)).rejects.toMatchObject({ code: 'lease-held' })

    expect(lease.isLost()).toBe(false)
  })
})

describe('a lease', () => {
  it('is renewed in the background for another minute', async () => {
    const folder = aFolder()
    const clock = aClock()
    const state = await openState(folder, { now: clock.now })
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
    await state.acquireLease('whole-file', runOne)

    clock.advance(renewEveryMs)
    jest.advanceTimersByTime(renewEveryMs)

    expect(readExpiry(folder)).toBe(firstMoment + renewEveryMs + leaseMs)
  })

  it('is still held after a long sleep in which nobody wanted it', async () => {
    const clock = aClock()
    const state = await openState(aFolder(), { now: clock.now })
    const lease = await state.acquireLease('whole-file', runOne)

    clock.advance(10 * leaseMs)

    expect(lease.isLost()).toBe(false)
  })

  it('knows after a long sleep that somebody took it over', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    const lease = await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })

    clock.advance(10 * leaseMs)
    await second.acquireLease('whole-file', runTwo)

    expect(lease.isLost()).toBe(true)
  })
})

describe('a lease whose process is on this machine', () => {
  const aPair = async (overrides: Partial<StateOptions>) => {
    const clock = aClock()
    const folder = aFolder()
    const first = await openState(folder, { pid: 11, now: clock.now })
    const lease = await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, now: clock.now, ...overrides })
    return { clock, folder, first, lease, second }
  }

  it('is not over while that process lives, however old it is', async () => {
    const { clock, second, lease } = await aPair({ isProcessAlive: () => true })
    clock.advance(30 * 24 * 60 * leaseMs)

    const refused = second.acquireLease('whole-file', runTwo)

    await expect(refused).rejects.toMatchObject({ code: 'lease-held' })
    expect((await second.info()).holder).toMatchObject({ pid: 11 })
    expect(lease.isLost()).toBe(false)
  })

  it('is refused with what to do when its process hangs', async () => {
    const { second } = await aPair({ isProcessAlive: () => true })

    const refused = second.acquireLease('whole-file', runTwo)

    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('process 11 on test-host, since 2026-01-05T08:00:00.000Z'),
      remedy: expect.stringMatching(/kill -CONT 11.*kill 11.*kill -9 11/),
    })
  })

  it('says where to end a process that is out of sight', async () => {
    const { second } = await aPair({ host: 'payroll-2' })

    const refused = second.acquireLease('whole-file', runTwo)

    await expect(refused).rejects.toMatchObject({
      remedy: expect.stringContaining('end process 11 on test-host, or the container it runs in'),
    })
  })

  it('goes by its age where the machine does not tell whether it lives', async () => {
    const { clock, second } = await aPair({ isProcessAlive: () => undefined })

    await expect(second.acquireLease('whole-file', runTwo)).rejects.toMatchObject({ code: 'lease-held' })
    clock.advance(leaseMs)

    expect((await second.acquireLease('whole-file', runTwo)).isLost()).toBe(false)
  })

  it('is free for the same process when it could not be given back', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    const sqlite = new Database(join(folder, 'state.db'))
    const lease = await first.acquireLease('whole-file', runOne)
    const row = sqlite.prepare('SELECT * FROM lease').get() as Record<string, unknown>
    await lease.release()
    const columns = Object.keys(row)
    sqlite
      .prepare(`INSERT INTO lease (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`)
      .run(row)
    sqlite.close()

    expect((await first.acquireLease('whole-file', runTwo)).isLost()).toBe(false)
  })
})

describe('a lease by the clock of the machine', () => {
  const aMachine = () => {
    let ms = 5_000_000
    return { name: 'boot-1', now: () => ms, advance: (by: number) => (ms += by) }
  }

  it.each([3_600_000, -3_600_000])('does not mind a wall clock that is put by %d ms', async (jump) => {
    const folder = aFolder()
    const [clock, machineClock] = [aClock(), aMachine()]
    const both = { now: clock.now, machineClock }
    const first = await openState(folder, { pid: 11, host: 'container-1', ...both })
    await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, host: 'container-2', ...both })
    clock.advance(jump)

    machineClock.advance(leaseMs - 1)
    await expect(second.acquireLease('whole-file', runTwo)).rejects.toMatchObject({ code: 'lease-held' })
    machineClock.advance(1)

    expect((await second.acquireLease('whole-file', runTwo)).isLost()).toBe(false)
  })

  it('goes by the wall clock when the machines are two', async () => {
    const folder = aFolder()
    const clock = aClock()
    const [one, other] = [aMachine(), { ...aMachine(), name: 'boot-2' }]
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now, machineClock: one })
    await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, {
      pid: 12,
      host: 'payroll-2',
      now: clock.now,
      machineClock: other,
    })

    await expect(second.acquireLease('whole-file', runTwo)).rejects.toMatchObject({ code: 'lease-held' })
    clock.advance(leaseMs)

    expect((await second.acquireLease('whole-file', runTwo)).isLost()).toBe(false)
  })
})

describe('isProcessAlive', () => {
  it('knows this process', () => {
    expect(isProcessAlive(readProcessMark(process.pid, 'here'))).toBe(true)
  })

  it('knows that a number no process can have is nobody', () => {
    expect(isProcessAlive({ pid: 2 ** 22 + 1, host: 'here', space: '', start: '' })).toBe(false)
  })

  it('is not fooled by a later process with the same number', () => {
    const mark = readProcessMark(process.pid, 'here')
    // Only where the operating system tells when a process began.
    if (mark.start === '') return

    expect(isProcessAlive({ ...mark, start: `${mark.start}0` })).toBe(false)
  })

  it('counts a stopped process as alive, and a zombie as gone', async () => {
    // Only where the operating system tells the state of a process.
    if (!existsSync('/proc/self/stat')) return
    const sleeper = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'])
    try {
      const [said] = (await once(sleeper.stdout, 'data')) as [Buffer]
      const child = readProcessMark(Number(said.toString()), 'here')
      sleeper.kill('SIGSTOP')
      const stopped = isProcessAlive(readProcessMark(sleeper.pid!, 'here'))
      // Its child ends, and nobody takes note of that.
      while (!/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8'))) await sleep(10)

      expect(stopped).toBe(true)
      expect(isProcessAlive(child)).toBe(false)
    } finally {
      sleeper.kill('SIGKILL')
    }
  })
})
