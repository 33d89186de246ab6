import { readFileSync } from 'node:fs'

import Database from 'better-sqlite3'
import { expect } from '@jest/globals'

import { createAuditEnd } from '../../src/state/audit/audit-end.js'
import { hashEntry, noHash, toAuditKey } from '../../src/state/audit/hash.js'
import { toChainedTexts, type ReadAuditRow } from '../../src/state/audit/row.js'
import { migrate } from '../../src/state/sqlite/migrate.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'

const tablesOf = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'ledger'`,
    )
    .pluck()
    .all()

/** The migration with which entries of the audit record got a salt. */
const salted = 27

/** The entries hold together without the salts that such a program knew nothing of. */
const chainAnew = (old: Database.Database, key: Buffer): void => {
  const trigger = old
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE name = 'audit_unchanged'`)
    .pluck()
    .get()
  if (trigger === undefined) return
  const rows = old
    .prepare<[], ReadAuditRow>(
      `SELECT audit.*, phrase.text AS field_names FROM audit LEFT JOIN phrase ON phrase.id = audit.fields ORDER BY number`,
    )
    .all()
  const change = old.prepare<[string, number]>(`UPDATE audit SET hash = ? WHERE number = ?`)
  let last = { number: 0, hash: noHash }
  old.exec('DROP TRIGGER audit_unchanged')
  for (const row of rows) {
    const texts = toChainedTexts({ ...row, salt: null }, row.field_names)
    last = { number: row.number, hash: hashEntry(toAuditKey(key), last.hash, row.number, texts) }
    change.run(last.hash, last.number)
  }
  old.exec(trigger)
  createAuditEnd(old, key).move(last)
}

/**
 * Writes the state file `from` anew as a program with the first `version` migrations would have left it, with
 * everything that such a program knew. `more` adds to it. `keyFile`: that of the state, whose audit record is
 * chained as such a program did.
 */
export const writeOldCopy = (
  { from, to, version, keyFile }: { from: string; to: string; version: number; keyFile?: string },
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
  if (keyFile !== undefined && version < salted) chainAnew(old, readFileSync(keyFile))
  old.exec(more)
  expect(old.pragma('main.foreign_key_check')).toEqual([])
  old.close()
}
