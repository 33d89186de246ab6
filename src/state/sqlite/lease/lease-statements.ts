import type Database from 'better-sqlite3'
import type { RunId } from '../../../domain/ids.js'
import { prepareAll, prepareFirst, prepareWrite, query, type Bind } from '../prepare.js'

// The statements of the rows that say who may run.

/** Until when a lease is good, by the wall clock and by the clock of the machine. */
export interface LeaseEnd {
  expiresAt: number
  expiresTick: number
}

export interface NewLease extends LeaseEnd {
  key: string
  token: string
  runId: RunId
  pid: number
  host: string
  space: string
  start: string
  since: string
  clock: string
}

/** All rows, in the order of their keys. */
export const prepareRead = (sqlite: Database.Database) =>
  prepareAll(sqlite, () => query.selectFrom('lease').selectAll().orderBy('key'))

export type LeaseRow = ReturnType<ReturnType<typeof prepareRead>>[number]

/** Gives no row more than who has this key: it is asked before every write. */
export const prepareFindToken = (sqlite: Database.Database) =>
  prepareFirst(sqlite, (bind: Bind<{ key: string }>) =>
    query.selectFrom('lease').select('token').where('key', '=', bind('key')),
  )

export const prepareTake = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<NewLease>) =>
    query.insertInto('lease').values({
      key: bind('key'),
      token: bind('token'),
      run_id: bind('runId'),
      pid: bind('pid'),
      host: bind('host'),
      process_space: bind('space'),
      process_start: bind('start'),
      since: bind('since'),
      expires_at: bind('expiresAt'),
      clock: bind('clock'),
      expires_tick: bind('expiresTick'),
    }),
  )

export const prepareRenew = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<LeaseEnd & { token: string }>) =>
    query
      .updateTable('lease')
      .set({ expires_at: bind('expiresAt'), expires_tick: bind('expiresTick') })
      .where('token', '=', bind('token')),
  )

export const prepareRelease = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ token: string }>) =>
    query.deleteFrom('lease').where('token', '=', bind('token')),
  )

export const prepareForget = (sqlite: Database.Database) =>
  prepareWrite(sqlite, () => query.deleteFrom('lease'))
