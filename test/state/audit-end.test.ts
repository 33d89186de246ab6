import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { AuditVerdict } from '../../src/domain/audit/audit.js'
import { toRunId } from '../../src/domain/ids.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { openWorld, sourceValues, type World } from '../support/world.js'
import { aFolder, stateOptions } from './temp-state.js'
import { startRun } from './records.js'
import { asTester } from '../support/builders.js'

const unguard = 'DROP TRIGGER audit_next; DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept;'

/** Does something to the state file with other hands than the program's. */
const tamper = (file: string, statements: string): void => {
  const sqlite = new Database(file)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(unguard + statements)
  sqlite.close()
}

/** A world in which somebody was created, and whose state file is then tampered with. */
const withTampered = async (statements: string, test: (world: World) => Promise<void>): Promise<void> => {
  const world = await openWorld()
  try {
    world.source.set('a1', sourceValues())
    await world.run()
    tamper((await world.state.info()).path, statements)
    await test(world)
  } finally {
    await world.close()
  }
}

const attacks = [
  ['emptied', 'DELETE FROM audit', 'emptied'],
  [
    'emptied, with the mark at its end',
    "DELETE FROM audit; DELETE FROM meta WHERE name = 'audit-end'",
    'emptied',
  ],
  ['cut off by one entry', 'DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)', 'shortened'],
  [
    'cut off, without the mark at its end',
    "DELETE FROM audit WHERE number > 3; DELETE FROM meta WHERE name = 'audit-end'",
    'shortened',
  ],
  [
    'cut off, with the mark of a longer one',
    "DELETE FROM audit WHERE number > 3; UPDATE meta SET value = '3 forged' WHERE name = 'audit-end'",
    'changed',
  ],
  [
    'changed in its last entry',
    "UPDATE audit SET actor = 'nobody' WHERE number = (SELECT max(number) FROM audit)",
    'changed',
  ],
  [
    'given an entry by other hands',
    `INSERT INTO audit (number, at, actor, connection, kind, hash)
       SELECT max(number) + 1, max(at), 'mallory', 'acme', 'hold-released', 'forged' FROM audit`,
    'changed',
  ],
] as const

describe('an audit record whose end was tampered with', () => {
  it.each(attacks)(
    'stops a sync before it reads or writes, and is broken: %s',
    async (_what, statements, problem) => {
      await withTampered(statements, async (world) => {
        world.source.edit('a1', { 'employee.firstName': 'Anneke' })
        const writes = world.target.writes().length

        const end = await world.run()

        expect(end.error).toMatchObject({ code: 'record-broken' })
        expect(end.document.run.result).toBe('aborted')
        expect(world.target.writes()).toHaveLength(writes)
        expect((await world.state.audit.verify()).flaw).toMatchObject({ problem })
      })
    },
  )

  it('gets no entry after it, so that it stays broken', async () => {
    await withTampered('DELETE FROM audit WHERE number > 3', async (world) => {
      await expect(world.deps.store.record.noteAllowed(['past-periods'])).rejects.toMatchObject({
        code: 'record-broken',
      })

      expect((await world.state.audit.verify()).flaw).toEqual({ number: 4, problem: 'shortened' })
    })
  })

  it('stays broken when the program is started again', async () => {
    const folder = aFolder()
    const first = await openStateDatabase(stateOptions(folder))
    await startRun(first.store('acme', asTester))
    await first.store('acme', asTester).record.noteAllowed(['past-periods'])
    await first.close()
    tamper(join(folder, 'state.db'), 'DELETE FROM audit')

    const again = await openStateDatabase(stateOptions(folder))

    expect((await again.audit.verify()).flaw).toEqual({ number: 1, problem: 'emptied' })
    await again.close()
  })
})

describe('an audit record that nobody touched', () => {
  const verifyNew = async (work: (folder: string) => Promise<void>): Promise<AuditVerdict> => {
    const folder = aFolder()
    await work(folder)
    const state = await openStateDatabase(stateOptions(folder))
    const verdict = await state.audit.verify()
    await state.close()
    return verdict
  }

  it('is whole while it is empty beside runs that had nothing to record', async () => {
    const verdict = await verifyNew(async (folder) => {
      const state = await openStateDatabase(stateOptions(folder))
      const run = {
        id: toRunId('looked'),
        mode: 'plan',
        trigger: 'cli',
        startedAt: '2026-11-22T08:00:00.000Z',
        whole: true,
      } as const
      await state.store('acme', asTester).runs.startRun(run)
      await state.close()
    })

    expect(verdict).toEqual({ entries: 0, head: undefined, flaw: undefined })
  })

  it('is whole after a program that knows of no mark added to it', async () => {
    const world = await openWorld()
    world.source.set('a1', sourceValues())
    const { path } = await world.state.info()
    const readMark = (): string => {
      const sqlite = new Database(path, { readonly: true })
      const mark =
        sqlite.prepare<[], string>("SELECT value FROM meta WHERE name = 'audit-end'").pluck().get() ?? ''
      sqlite.close()
      return mark
    }
    const early = readMark()
    await world.run()

    tamper(path, `UPDATE meta SET value = '${early}' WHERE name = 'audit-end'`)

    expect((await world.state.audit.verify()).flaw).toBeUndefined()
    expect((await world.run()).error).toBeUndefined()
    await world.deps.store.record.noteAllowed(['past-periods'])
    expect(Number(readMark().split(' ')[0])).toBeGreaterThan(0)
    await world.close()
  })
})
