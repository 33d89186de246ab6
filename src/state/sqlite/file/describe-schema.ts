import Database from 'better-sqlite3'
import { migrate } from '../migrate.js'
import { allMigrations } from '../migrations/all-migrations.js'

export interface TableDescription {
  table: string
  columns: readonly { name: string; type: string; nullable: boolean }[]
}

interface ColumnRow {
  table: string
  name: string
  type: string
  required: number
}

/** The statements that make the tables of a new file as all migrations together leave them. */
export const writeCurrentTables = (): string =>
  readMigrated((sqlite) => {
    const statements = sqlite
      .prepare<[], string>(
        `SELECT sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name <> 'ledger' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
      )
      .pluck()
      .all()
    return statements.map((statement) => `${statement};`).join('\n')
  })

/**
 * Every table of a state file with its columns, in the order of the migrations; for documentation and tests.
 */
export const describeSchema = (): readonly TableDescription[] =>
  readMigrated((sqlite) => toDescriptions(readColumns(sqlite)))

const readMigrated = <Result>(read: (sqlite: Database.Database) => Result): Result => {
  const sqlite = new Database(':memory:')
  try {
    migrate(sqlite, allMigrations, () => '')
    return read(sqlite)
  } finally {
    sqlite.close()
  }
}

const readColumns = (sqlite: Database.Database): ColumnRow[] =>
  sqlite
    .prepare<[], ColumnRow>(
      `SELECT t.name AS "table", c.name, c.type, c."notnull" OR c.pk > 0 AS required
       FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
       ORDER BY t.rowid, c.cid`,
    )
    .all()

const toDescriptions = (rows: readonly ColumnRow[]): TableDescription[] => {
  const tables = new Map<string, TableDescription['columns'][number][]>()
  for (const { table, name, type, required } of rows) {
    const columns = tables.get(table) ?? []
    columns.push({ name, type, nullable: required === 0 })
    tables.set(table, columns)
  }
  return [...tables].map(([table, columns]) => ({ table, columns }))
}
