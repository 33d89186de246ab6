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

/**
 * Every table of a state file with its columns, in the order of the migrations; for documentation and tests.
 */
export const describeSchema = (): readonly TableDescription[] => {
  const sqlite = new Database(':memory:')
  try {
    migrate(sqlite, allMigrations, () => '')
    return toDescriptions(readColumns(sqlite))
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
