import Database from 'better-sqlite3'
import { expect } from '@jest/globals'

import { migrate } from '../../src/state/sqlite/migrate.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'

const tablesOf = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'ledger'`,
    )
    .pluck()
    .all()

/**
 * Writes the state file `from` anew as a program with the first `version` migrations would have left it, with everything that such a program knew. `more`
 * adds to it.
 */
export const writeOldCopy = (
  { from, to, version }: { from: string; to: string; version: number },
  more = '',
): void => {
  const old = new Database(to)
  old.pragma('foreign_keys = OFF')
  migrate(old, allMigrations.slice(0, version), () => '2025-01-05T08:00:00.000Z')
  old.exec(`ATTACH '${from}' AS today`)
  // Nothing goes on over a file that is copied.
  for (const table of tablesOf(old).filter((name) => name !== 'lease')) {
    const columns = old.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    const names = columns.map((name) => `"${name}"`).join(', ')
    old.exec(`INSERT OR REPLACE INTO main.${table} (${names}) SELECT ${names} FROM today.${table}`)
  }
  // Nor did it know of the mark at the end of the audit record.
  if (version < 10) old.exec(`DELETE FROM meta WHERE name = 'audit-end'`)
  old.exec(more)
  expect(old.pragma('main.foreign_key_check')).toEqual([])
  old.close()
}
