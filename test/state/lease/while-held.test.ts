import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import Database from 'better-sqlite3'
import { toRunId } from '../../../src/domain/ids.js'
import { usualLeaseTimes } from '../../../src/state/sqlite/lease/lease-keeper.js'
import { aFolder, openState } from '../temp-state.js'
import { aClock, readExpiry } from './clock.js'

const { leaseMs } = usualLeaseTimes
const [runOne, runTwo] = [toRunId('run-1'), toRunId('run-2')]

describe('whileHeld', () => {
  /** A run that slept for long, and a second one on a machine that cannot see the first. */
  const sleepers = async () => {
    const clock = aClock()
    const folder = aFolder()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    await first.acquireLease('whole-file', runOne)
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })
    clock.advance(10 * leaseMs)
    return { clock, folder, first, second }
  }

  it('does the work at once for whoever has the lease', async () => {
    const state = await openState()
    await state.acquireLease('whole-file', runOne)
    let done = 0

    state.whileHeld('acme', () => {
      done += 1
    })

    expect(done).toBe(1)
  })

  it('does nothing for who was overtaken in its sleep', async () => {
    const { first, second } = await sleepers()
    await second.acquireLease('whole-file', runTwo)
    const work = jest.fn()

    expect(() => {
      first.whileHeld('acme', work)
    }).toThrow(
      expect.objectContaining({ code: 'lease-held', message: expect.stringContaining('process 12') }),
    )
    expect(work).not.toHaveBeenCalled()
  })

  it('does nothing for who was overtaken by a run that has ended since', async () => {
    const { first, second } = await sleepers()
    await (await second.acquireLease('whole-file', runTwo)).release()
    const work = jest.fn()

    expect(() => {
      first.whileHeld('acme', work)
    }).toThrow(expect.objectContaining({ code: 'lease-held' }))
    expect(work).not.toHaveBeenCalled()
  })

  it('renews first what grew old in a sleep in which nobody came', async () => {
    const { clock, folder, first, second } = await sleepers()
    const work = jest.fn()

    first.whileHeld('acme', work)

    expect(work).toHaveBeenCalledTimes(1)
    expect(readExpiry(folder)).toBe(clock.now() + leaseMs)
    await expect(second.acquireLease('whole-file', runTwo)).rejects.toMatchObject({ code: 'lease-held' })
  })

  it('takes no lock, so that others can use the file while a process sleeps in the middle', async () => {
    const { folder, first } = await sleepers()
    const other = new Database(join(folder, 'state.db'), { timeout: 0 })

    first.whileHeld('acme', () => {
      other.exec('BEGIN IMMEDIATE')
      other.exec('ROLLBACK')
    })
    other.close()
  })

  it('does nothing when the lease is old and cannot be renewed', async () => {
    const { folder, first } = await sleepers()
    const other = new Database(join(folder, 'state.db'))
    other.exec('BEGIN IMMEDIATE')
    const work = jest.fn()

    expect(() => {
      first.whileHeld('acme', work)
    }).toThrow(expect.objectContaining({ code: 'state-unusable' }))
    expect(work).not.toHaveBeenCalled()
    other.exec('ROLLBACK')
    other.close()
  })

  it('is no way to write without a lease', async () => {
    const state = await openState()
    const work = jest.fn()

    expect(() => {
      state.whileHeld('acme', work)
    }).toThrow('without the lease')
    expect(work).not.toHaveBeenCalled()
  })
})
