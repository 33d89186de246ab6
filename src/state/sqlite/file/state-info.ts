import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import { AbortError, findErrorCode } from '../../../domain/errors.js'
import type { LeaseHolder } from '../../../run/store/lease.js'
import { prepareAll, prepareFirst, query } from '../prepare.js'
import type { Tables } from '../schema/tables.js'

/** What a state file is like, for `doctor`. */
export interface StateInfo {
  path: string
  keyFile: string
  schemaVersion: number
  /** The file and its write-ahead log. */
  sizeBytes: number
  /** Rows by table; of a damaged file none are counted. */
  rows: Readonly<Partial<Record<CountedTable, number>>>
  /** How many people were forgotten so far; of a damaged file 0. */
  forgotten: number
  /** What a look through the whole file found wrong, in SQLite's words; empty when it is sound. */
  damage: readonly string[]
  /** The run that goes on now; of several the one that began first. */
  holder: LeaseHolder | null
  /** The runs that go on now. */
  holders: readonly LeaseHolder[]
}

const countedTables = [
  'link',
  'baseline',
  'bank_look',
  'run',
  'intent',
  'outcome',
  'finding',
  'audit',
  'access_login',
  'access_order',
] as const satisfies readonly (keyof Tables)[]
type CountedTable = (typeof countedTables)[number]

const countRows = (sqlite: Database.Database, table: CountedTable): number =>
  prepareFirst(sqlite, () => query.selectFrom(table).select((row) => row.fn.countAll<number>().as('rows')))(
    {},
  )?.rows ?? 0

const readSize = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const countForgotten = (sqlite: Database.Database): number =>
  prepareFirst(sqlite, () =>
    query
      .selectFrom('audit')
      .select((row) => row.fn.countAll<number>().as('people'))
      .where('kind', '=', 'person-forgotten'),
  )({})?.people ?? 0

const quickCheck = sql<{ quick_check: string }>`PRAGMA quick_check(10)`

const readDamage = (sqlite: Database.Database): string[] => {
  try {
    return prepareAll(sqlite, () => ({ compile: () => quickCheck.compile(query) }))({})
      .map((row) => row.quick_check)
      .filter((line) => line !== 'ok')
  } catch (error) {
    // Some damage ends the check itself. Everything else that can go wrong is no finding about the file.
    if (!(error instanceof AbortError) || findErrorCode(error.cause)?.startsWith('SQLITE_CORRUPT') !== true)
      throw error
    return [error.message]
  }
}

/** Looks through the whole file: a tenth of a second for 50,000 people, so not for every run. */
export const readStateInfo = (
  sqlite: Database.Database,
  facts: Pick<StateInfo, 'keyFile' | 'schemaVersion' | 'holders'>,
): StateInfo => {
  const damage = readDamage(sqlite)
  const counted = damage.length === 0 ? countedTables : []
  return {
    ...facts,
    holder: facts.holders[0] ?? null,
    path: sqlite.name,
    sizeBytes: readSize(sqlite.name) + readSize(`${sqlite.name}-wal`),
    rows: Object.fromEntries(counted.map((table) => [table, countRows(sqlite, table)])),
    forgotten: damage.length === 0 ? countForgotten(sqlite) : 0,
    damage,
  }
}
