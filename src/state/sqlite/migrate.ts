import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { AbortError } from '../../domain/errors.js'

/** One step forward of the tables. */
export interface Migration {
  /** 1, 2, 3 and so on without gaps. */
  number: number
  name: string
  sql: string
}

interface LedgerRow {
  number: number
  name: string
  checksum: string
}

const checksums = new WeakMap<Migration, string>()

/** The digest that the ledger keeps of a migration, so that a changed one is noticed. */
export const toChecksum = (migration: Migration): string => {
  const checksum = checksums.get(migration) ?? hash('sha256', migration.sql, 'hex')
  checksums.set(migration, checksum)
  return checksum
}

const readLedger = (sqlite: Database.Database): LedgerRow[] =>
  sqlite.prepare<[], LedgerRow>('SELECT number, name, checksum FROM ledger ORDER BY number').all()

const readTableNames = (sqlite: Database.Database): string[] =>
  sqlite
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
    .map((row) => row.name)

/** Whether nothing was ever put into the file. */
export const isEmptyFile = (sqlite: Database.Database): boolean => readTableNames(sqlite).length === 0

/** Accounting programs keep a ledger too, with other columns. */
const hasOurLedger = (sqlite: Database.Database): boolean =>
  sqlite.prepare(`SELECT 1 FROM pragma_table_info('ledger') WHERE name = 'checksum'`).get() !== undefined

/** Whether another program made the file. Reads only. */
export const isForeign = (sqlite: Database.Database): boolean => !isEmptyFile(sqlite) && !hasOurLedger(sqlite)

export const toForeign = (): AbortError =>
  new AbortError(
    'the state file belongs to another program: it has tables, but no ledger of ours',
    'state-unusable',
    'Set state.path to a file of its own.',
  )

const ensureLedger = (sqlite: Database.Database): void => {
  if (hasOurLedger(sqlite)) return
  if (!isEmptyFile(sqlite)) throw toForeign()
  sqlite.exec(
    'CREATE TABLE ledger (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  )
}

const checkLedger = (ledger: readonly LedgerRow[], migrations: readonly Migration[]): void => {
  const newest = ledger.at(-1)?.number ?? 0
  if (newest > migrations.length) {
    throw new AbortError(
      `database too new: the state file is at version ${newest}, this program knows versions up to ${migrations.length}`,
      'state-unusable',
      'Install the newer program again, or restore a backup of the state file from before its first use.',
    )
  }
  for (const [index, row] of ledger.entries()) {
    const known = migrations[index]
    if (known?.number === row.number && toChecksum(known) === row.checksum) continue
    throw new AbortError(
      `migration ${row.number} (${row.name}) of the state file is not the one this program knows`,
      'state-unusable',
      'The file was made by an unreleased or altered program. Use that program, or restore a backup.',
    )
  }
}

/**
 * Gives the function that throws `AbortError` (`state-unusable`) once a newer program has changed the tables
 * of a file that this one has open: what this one would write then may mean something else.
 */
export const createVersionGuard = (sqlite: Database.Database, version: number): (() => void) => {
  const read = sqlite.prepare<[], number | null>('SELECT max(number) FROM ledger').pluck()
  return () => {
    if ((read.get() ?? 0) === version) return
    throw new AbortError(
      'a newer program has brought the state file up to date while this one was running',
      'state-unusable',
      'Nothing more was written. Start the newer program; it looks at what was left open.',
    )
  }
}

/**
 * Brings the tables up to date and gives the schema version: a file with something in it by a transaction for
 * each migration, a new one by a single transaction. `tables` is what all migrations make of a new file,
 * which takes a fifth of the time. Throws `AbortError` (`state-unusable`) when the file is newer than this
 * program, was made by an altered one, or is someone else's.
 */
export const migrate = (
  sqlite: Database.Database,
  migrations: readonly Migration[],
  nowText: () => string,
  tables?: string,
): number => {
  const applyNext = sqlite.transaction((most: number): boolean => {
    ensureLedger(sqlite)
    const ledger = readLedger(sqlite)
    checkLedger(ledger, migrations)
    const next = migrations.slice(ledger.length, ledger.length + most)
    const note = sqlite.prepare('INSERT INTO ledger (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
    const isWhole = tables !== undefined && ledger.length === 0
    if (isWhole) sqlite.exec(tables)
    for (const migration of next) {
      if (!isWhole) sqlite.exec(migration.sql)
      note.run(migration.number, migration.name, toChecksum(migration), nowText())
    }
    return next.length > 0
  })
  const most = isEmptyFile(sqlite) ? migrations.length : 1
  // The write lock is taken before the ledger is read: two programs that start together must not both apply a
  // step.
  while (applyNext.immediate(most));
  return migrations.length
}
