import { afterEach, describe, expect, it, jest } from '@jest/globals'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { toRunId, toSourceEmployeeId, toTargetCompanyId } from '../../src/domain/ids.js'
import type { NewIntent } from '../../src/apply/journal.js'
import { leaseMs, renewEveryMs } from '../../src/state/lease.js'
import { isProcessAlive, readProcessMark } from '../../src/state/process-mark.js'
import { aFolder, aLog, firstMoment, openState } from './temp-state.js'

const runOne = toRunId('run-1')
const runTwo = toRunId('run-2')

/** A clock that a test moves by hand. */
const aClock = () => {
  let ms = firstMoment
  return { now: () => ms, advance: (by: number) => (ms += by) }
}

const anIntent: NewIntent = {
  runId: runOne,
  subject: toSourceEmployeeId('a'),
  companyId: toTargetCompanyId('1234'),
  targetId: null,
  kind: 'create',
  section: 'employee',
  fields: ['FirstName'],
}

const readExpiry = (folder: string): unknown => {
  const sqlite = new Database(join(folder, 'state.db'))
  const expiry: unknown = sqlite.prepare('SELECT expires_at FROM lease').pluck().get()
  sqlite.close()
  return expiry
}

afterEach(() => {
  jest.useRealTimers()
})

describe('acquireLease', () => {
  it('refuses a second run and names the process, the host and since when', async () => {
    const folder = aFolder()
    const first = await openState(folder, { pid: 11, host: 'payroll-1' })
    await first.acquireLease(runOne)
    const second = await openState(folder, { pid: 12, host: 'payroll-2' })

    const refused = second.acquireLease(runTwo)

    await expect(refused).rejects.toMatchObject({ name: 'AbortError', code: 'lease-held' })
    await expect(refused).rejects.toThrow('process 11 on payroll-1, since 2026-01-05T08:00:00.000Z')
  })

  it('refuses a second run of the same process too', async () => {
    const state = await openState()
    await state.acquireLease(runOne)

    await expect(state.acquireLease(runTwo)).rejects.toMatchObject({ code: 'lease-held' })
  })

  it('is free again after it was released', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    const lease = await first.acquireLease(runOne)
    await lease.release()
    const second = await openState(folder)

    const next = await second.acquireLease(runTwo)

    expect(next.isLost()).toBe(false)
  })

  it('is given back when the file is closed', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    await first.acquireLease(runOne)

    await first.close()

    const second = await openState(folder)
    expect((await second.acquireLease(runTwo)).isLost()).toBe(false)
  })

  it('is shown to whoever asks, as long as it counts', async () => {
    const clock = aClock()
    const folder = aFolder()
    const first = await openState(folder, { pid: 11, host: 'payroll-1' })
    await first.acquireLease(runOne)
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
    const lost = await first.acquireLease(runOne)
    const second = await openState(folder, { pid: 12, isProcessAlive: ({ pid }) => pid !== 11, log })

    const taken = await second.acquireLease(runTwo)

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
    await first.acquireLease(runOne)
    const second = await openState(folder, {
      pid: 12,
      host: 'payroll-2',
      now: clock.now,
      isProcessAlive: () => false,
    })

    clock.advance(leaseMs - 1)
    const early = second.acquireLease(runTwo)
    await expect(early).rejects.toMatchObject({ code: 'lease-held' })
    clock.advance(1)
    const late = await second.acquireLease(runTwo)

    expect(late.isLost()).toBe(false)
  })

  it('stays with its holder when the clock jumps back', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    const lease = await first.acquireLease(runOne)
    clock.advance(-3_600_000)
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })

    await expect(second.acquireLease(runTwo)).rejects.toMatchObject({ code: 'lease-held' })

    expect(lease.isLost()).toBe(false)
  })
})

describe('a lease', () => {
  it('is renewed in the background for another minute', async () => {
    const folder = aFolder()
    const clock = aClock()
    const state = await openState(folder, { now: clock.now })
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
    await state.acquireLease(runOne)

    clock.advance(renewEveryMs)
    jest.advanceTimersByTime(renewEveryMs)

    expect(readExpiry(folder)).toBe(firstMoment + renewEveryMs + leaseMs)
  })

  it('is still held after a long sleep in which nobody wanted it', async () => {
    const clock = aClock()
    const state = await openState(aFolder(), { now: clock.now })
    const lease = await state.acquireLease(runOne)

    clock.advance(10 * leaseMs)

    expect(lease.isLost()).toBe(false)
  })

  it('knows after a long sleep that somebody took it over', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    const lease = await first.acquireLease(runOne)
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })

    clock.advance(10 * leaseMs)
    await second.acquireLease(runTwo)

    expect(lease.isLost()).toBe(true)
  })

  it('that was lost lets no write begin', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    const lease = await first.acquireLease(runOne)
    const store = first.store('acme')
    await store.startRun({
      id: runOne,
      mode: 'sync',
      trigger: 'cli',
      startedAt: '2026-01-05T08:00:00.000Z',
      whole: true,
    })
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })
    clock.advance(leaseMs)
    await second.acquireLease(runTwo)

    const write = store.openIntent(anIntent)

    await expect(write).rejects.toMatchObject({ code: 'lease-held' })
    expect(lease.isLost()).toBe(true)
    expect(await store.readOpenIntents()).toEqual([])
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
})
