import { describe, expect, it, jest } from '@jest/globals'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { toRunId } from '../../../src/domain/ids.js'
import { migrate } from '../../../src/state/sqlite/migrate.js'
import { allMigrations } from '../../../src/state/sqlite/migrations/all-migrations.js'
import { firstMoment, aFolder, openState } from '../temp-state.js'

const [runOne, runTwo] = [toRunId('run-1'), toRunId('run-2')]
const acme = { connection: 'acme', accounts: ['soap user payroll@tulp.example'] }
const birch = { connection: 'birch', accounts: ['soap user other'] }

describe('leases of two connections', () => {
  it('go side by side in one opened state, each the fence of its own writes', async () => {
    const state = await openState()
    const first = await state.acquireLease(acme, runOne)
    await state.acquireLease(birch, runTwo)
    const work = jest.fn()

    state.whileHeld('acme', work)
    state.whileHeld('birch', work)
    await first.release()

    expect(work).toHaveBeenCalledTimes(2)
    expect(() => {
      state.whileHeld('acme', work)
    }).toThrow('without the lease')
    state.whileHeld('birch', work)
    expect(work).toHaveBeenCalledTimes(3)
  })

  it('keep whoever wants the whole file away until both have ended', async () => {
    const state = await openState()
    const first = await state.acquireLease(acme, runOne)
    const second = await state.acquireLease(birch, runTwo)

    await first.release()
    await expect(state.acquireLease('whole-file', runOne)).rejects.toMatchObject({ code: 'lease-held' })
    await second.release()
    const whole = await state.acquireLease('whole-file', runOne)
    await expect(state.acquireLease(acme, runTwo)).rejects.toMatchObject({ code: 'lease-held' })

    expect(whole.isLost()).toBe(false)
  })

  it('name no account in the file', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    await state.acquireLease(acme, runOne)

    const sqlite = new Database(join(folder, 'state.db'), { readonly: true })
    const keys = sqlite.prepare('SELECT key FROM lease').pluck().all().join(' ')
    sqlite.close()

    expect(keys).toContain('connection acme')
    expect(keys).not.toMatch(/payroll|tulp/)
  })

  it('are both lost to who takes the whole of a dead process over', async () => {
    const folder = aFolder()
    const first = await openState(folder, { pid: 11 })
    const lost = await first.acquireLease(acme, runOne)
    const second = await openState(folder, { pid: 12, isProcessAlive: ({ pid }) => pid !== 11 })

    await (await second.acquireLease({ connection: 'birch', accounts: acme.accounts }, runTwo)).release()

    expect(lost.isLost()).toBe(true)
    expect(() => {
      first.whileHeld('acme', () => undefined)
    }).toThrow(expect.objectContaining({ code: 'lease-held' }))
    expect((await second.info()).holders).toEqual([])
  })
})

describe('a lease of a former version, which was one for the whole file', () => {
  const upgraded = async (isProcessAlive: () => boolean) => {
    const folder = aFolder()
    const old = new Database(join(folder, 'state.db'))
    migrate(old, allMigrations.slice(0, 23), () => '2026-01-05T08:00:00.000Z')
    const row = "1, 'token', 'run-0', 11, 'test-host', '', '', '2026-01-05T07:59:00.000Z', ?, '', 0"
    old
      .prepare(
        `INSERT INTO lease (id, token, run_id, pid, host, process_space, process_start, since, expires_at, clock, expires_tick)
         VALUES (${row})`,
      )
      .run(firstMoment + 60_000)
    old.close()
    return openState(folder, { pid: 12, host: 'test-host', isProcessAlive })
  }

  it.each([acme, birch, 'whole-file'] as const)(
    'keeps every run away while its process lives',
    async (scope) => {
      const state = await upgraded(() => true)

      await expect(state.acquireLease(scope, runOne)).rejects.toMatchObject({
        code: 'lease-held',
        message: expect.stringContaining('process 11 on test-host, since 2026-01-05T07:59:00.000Z'),
      })
    },
  )
})
