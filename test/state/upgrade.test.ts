import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { toRunId } from '../../src/domain/ids.js'
import { runConnection, type RunEnd } from '../../src/run/run-connection.js'
import { migrate } from '../../src/state/migrate.js'
import { allMigrations } from '../../src/state/migrations/all-migrations.js'
import { apart, openWorld, sourceValues, type World } from '../support/world.js'
import { aFolder, openState } from './temp-state.js'

const people = ['65f1c0ffee00000000000001', '65f1c0ffee00000000000002', '65f1c0ffee00000000000003']

let world: World
/** A copy of the state of a world in which everybody is in step, and its key. */
let settled: { file: string; keyFile: string }

beforeAll(async () => {
  world = await openWorld()
  for (const [index, id] of people.entries()) {
    const number = `50${index + 1}`
    world.source.set(
      id,
      sourceValues({
        ...apart(index),
        'employee.firstName': `Noor${index}`,
        'employee.employeeNumber': number,
        'employee.workEmail': `noor${number}@tulp.example`,
        'employee.bankAccount.iban':
          ['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL44RABO0123456789'][index] ?? '',
      }),
    )
  }
  await world.run()
  await world.run()
  const { keyFile, path } = await world.state.info()
  settled = { file: `${path}.copy`, keyFile }
  await world.state.backup(settled.file)
})
afterAll(() => world.close())

const tablesOf = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'ledger'`,
    )
    .pluck()
    .all()

/** A state file as a program with the first `version` migrations left it, with everything that such a program knew. */
const anOldFolder = (version: number): string => {
  const folder = aFolder()
  copyFileSync(settled.keyFile, join(folder, 'state.key'))
  const old = new Database(join(folder, 'state.db'))
  old.pragma('foreign_keys = OFF')
  migrate(old, allMigrations.slice(0, version), () => '2025-01-05T08:00:00.000Z')
  old.exec(`ATTACH '${settled.file}' AS today`)
  for (const table of tablesOf(old)) {
    const columns = old.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    const names = columns.map((name) => `"${name}"`).join(', ')
    old.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM today.${table}`)
  }
  // Nor did it know of the mark at the end of the audit record.
  if (version < 10) old.exec(`DELETE FROM meta WHERE name = 'audit-end'`)
  // A run that was killed in the middle of a write.
  old.exec(`
    INSERT INTO run (number, id, connection_id, mode, trigger, started_at)
      SELECT 99, 'killed', id, 'sync', 'cli', '2025-01-05T08:00:00.000Z' FROM connection;
    INSERT INTO intent (run_number, subject, company_id, target_id, kind, section, fields, opened_at)
      SELECT 99, source_id, company_id, target_id, 'update', 'address', (SELECT min(id) FROM phrase), '2025-01-05T08:00:01.000Z'
      FROM link LIMIT 1`)
  expect(old.pragma('main.foreign_key_check')).toEqual([])
  old.close()
  return folder
}

const baselinesIn = (folder: string): unknown[] => {
  const sqlite = new Database(join(folder, 'state.db'), { readonly: true })
  const rows = sqlite
    .prepare(
      'SELECT company_id, subject, section, seal, fields, digests FROM baseline ORDER BY subject, section',
    )
    .raw()
    .all()
  sqlite.close()
  return rows
}

const syncOn = async (folder: string): Promise<RunEnd> => {
  const state = await openState(folder, { now: world.deps.now })
  const deps = { ...world.deps, store: state.store('acme') }
  return runConnection(deps, {
    runId: toRunId('after-upgrade'),
    mode: 'sync',
    trigger: 'cli',
    employees: [],
    allowPastPeriods: false,
    stopReason: () => undefined,
  })
}

const versions = allMigrations.map(({ number, name }) => ({ version: number, name }))

describe('a state file of an earlier program', () => {
  it.each(versions)(
    'opens and goes on where it was: after migration $version ($name)',
    async ({ version }) => {
      const folder = anOldFolder(version)
      const before = baselinesIn(folder)
      const writes = world.target.writes().length

      const { document, error } = await syncOn(folder)

      expect(error).toBeUndefined()
      expect(document.run.result).toBe('ok')
      expect(document.changes).toEqual([])
      expect(document.people).toMatchObject({ linked: people.length, notConnected: 0 })
      expect(world.target.writes()).toHaveLength(writes)
      expect(before.length).toBeGreaterThan(people.length)
      expect(baselinesIn(folder)).toEqual(before)
    },
  )

  it('keeps its runs, finishes what was killed, and begins an audit record that holds together', async () => {
    const folder = anOldFolder(1)

    await syncOn(folder)

    const state = await openState(folder)
    const runs = await state.store('acme').readRuns(10)
    expect(runs.map(({ id }) => id)).toEqual(['after-upgrade', 'killed', 'run-2', 'run-1'])
    expect(await state.store('acme').readOpenIntents()).toEqual([])
    const { entries, flaw } = await state.audit.verify()
    expect(flaw).toBeUndefined()
    expect(entries).toBeGreaterThan(0)
    expect((await state.info()).schemaVersion).toBe(allMigrations.length)
  })
})
