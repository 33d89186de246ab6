import type Database from 'better-sqlite3'
import type { RunId } from '../../../domain/ids.js'
import { prepareFirst, prepareWrite, query, type Bind } from '../prepare.js'

// The statements of the one row that says who may run.

/** Until when a lease is good, by the wall clock and by the clock of the machine. */
export interface LeaseEnd {
  expiresAt: number
  expiresTick: number
}

export interface NewLease extends LeaseEnd {
  token: string
  runId: RunId
  pid: number
  host: string
  space: string
  start: string
  since: string
  clock: string
}

export const prepareFind = (sqlite: Database.Database) =>
  prepareFirst(sqlite, () => query.selectFrom('lease').selectAll())

export type LeaseRow = NonNullable<ReturnType<ReturnType<typeof prepareFind>>>

/** Gives no row more than who has the lease: it is asked before every write. */
export const prepareFindToken = (sqlite: Database.Database) =>
  prepareFirst(sqlite, () => query.selectFrom('lease').select('token'))

export const prepareTake = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<NewLease>) =>
    query.replaceInto('lease').values({
      id: 1,
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
