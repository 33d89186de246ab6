import type Database from 'better-sqlite3'
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Compilable,
  type RawBuilder,
} from 'kysely'
import type { Tables } from './schema/tables.js'
import { toStateError } from './state-errors.js'

/**
 * Builds typed SQL and cannot run it. Statements are built and prepared once, when they are first needed, and
 * run without waiting: SQLite answers at once, and a transaction that never waits cannot be entered halfway
 * by another caller of the same connection.
 */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** The place in a statement where the named value goes when it runs. */
export type Bind<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

const bind = <Value>(name: string): RawBuilder<Value> => sql.raw<Value>(`@${name}`)

type Build<Values, Row> = (bind: Bind<Values>) => Compilable<Row>

interface Prepared<Row> {
  statement: Database.Statement<unknown[], Row>
  constants: readonly unknown[]
}

/**
 * Builds and prepares when it is first asked for: a command uses a few of the hundred statements, and
 * building all takes longer than most run.
 */
const prepareOnce = <Values, Row>(
  sqlite: Database.Database,
  build: Build<Values, Row>,
): (() => Prepared<Row>) => {
  let prepared: Prepared<Row> | undefined
  return () => (prepared ??= prepare(sqlite, build))
}

const prepare = <Values, Row>(sqlite: Database.Database, build: Build<Values, Row>): Prepared<Row> => {
  const { sql: text, parameters } = build(bind).compile()
  return { statement: sqlite.prepare<unknown[], Row>(text), constants: parameters }
}

/** How messages name the file. */
export const nameStateFile = (path: string): string => `the state file ${path}`

/**
 * Does reading work and throws what its errors mean. Writing errors are explained by the queue that all
 * writes go through.
 */
const explaining = <Result>(sqlite: Database.Database, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    throw toStateError(error, nameStateFile(sqlite.name))
  }
}

/** A promise of something that is read at once; what it throws becomes the rejection. */
export const readNow = <Result>(read: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(read())
  })

/** A statement that changes rows; gives how many it changed and the last row's number. */
export const prepareWrite = <Values extends object>(
  sqlite: Database.Database,
  build: Build<Values, unknown>,
): ((values: Values) => { changes: number; rowId: number }) => {
  const find = prepareOnce(sqlite, build)
  return (values) => {
    const { statement, constants } = find()
    const { changes, lastInsertRowid } = statement.run(...constants, values)
    return { changes, rowId: Number(lastInsertRowid) }
  }
}

/** A statement that gives all its rows at once. */
export const prepareAll = <Values extends object, Row>(
  sqlite: Database.Database,
  build: Build<Values, Row>,
): ((values: Values) => Row[]) => {
  const find = prepareOnce(sqlite, build)
  return (values) =>
    explaining(sqlite, () => {
      const { statement, constants } = find()
      return statement.all(...constants, values)
    })
}

/** A statement that gives its first row, or `undefined`. */
export const prepareFirst = <Values extends object, Row>(
  sqlite: Database.Database,
  build: Build<Values, Row>,
): ((values: Values) => Row | undefined) => {
  const find = prepareOnce(sqlite, build)
  return (values) =>
    explaining(sqlite, () => {
      const { statement, constants } = find()
      return statement.get(...constants, values)
    })
}
