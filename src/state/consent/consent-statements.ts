import type Database from 'better-sqlite3'

import { prepareFirst, prepareWrite, query, type Bind } from '../sqlite/prepare.js'

export interface ConsentRow {
  app: string
  scopes: string
  sealed: Buffer | null
  consentedAt: number
  accessSince: number
  accessEndsAt: number
  refreshEndsAt: number | null
  generation: number
}

interface Key {
  connection: string
}
type Values = Key & ConsentRow
type Claim = Key & { claimer: string; untilMs: number; nowMs: number }

/** Every statement about consents. */
export const prepareConsentStatements = (sqlite: Database.Database) => ({
  ...prepareRows(sqlite),
  ...prepareChanges(sqlite),
  ...prepareClaims(sqlite),
})

const prepareRows = (sqlite: Database.Database) => ({
  find: prepareFirst(sqlite, (bind: Bind<Key>) =>
    query
      .selectFrom('consent')
      .select([
        'app',
        'scopes',
        'sealed',
        'consented_at as consentedAt',
        'access_since as accessSince',
        'access_ends_at as accessEndsAt',
        'refresh_ends_at as refreshEndsAt',
        'generation',
      ])
      .where('connection', '=', bind('connection')),
  ),
  put: prepareWrite(sqlite, (bind: Bind<Values>) =>
    query.replaceInto('consent').values({
      connection: bind('connection'),
      app: bind('app'),
      scopes: bind('scopes'),
      sealed: bind('sealed'),
      consented_at: bind('consentedAt'),
      access_since: bind('accessSince'),
      access_ends_at: bind('accessEndsAt'),
      refresh_ends_at: bind('refreshEndsAt'),
      generation: bind('generation'),
    }),
  ),
  forget: prepareWrite(sqlite, (bind: Bind<Key>) =>
    query.deleteFrom('consent').where('connection', '=', bind('connection')),
  ),
})

/** Of one generation only: another one is someone else's. */
const prepareChanges = (sqlite: Database.Database) => ({
  replace: prepareWrite(sqlite, (bind: Bind<Values>) =>
    query
      .updateTable('consent')
      .set((column) => ({
        scopes: bind('scopes'),
        sealed: bind('sealed'),
        access_since: bind('accessSince'),
        access_ends_at: bind('accessEndsAt'),
        refresh_ends_at: bind('refreshEndsAt'),
        generation: column('generation', '+', 1),
      }))
      .where('connection', '=', bind('connection'))
      .where('app', '=', bind('app'))
      .where('generation', '=', bind('generation')),
  ),
  end: prepareWrite(sqlite, (bind: Bind<Key & { generation: number }>) =>
    query
      .updateTable('consent')
      .set((column) => ({ sealed: null, generation: column('generation', '+', 1) }))
      .where('connection', '=', bind('connection'))
      .where('generation', '=', bind('generation')),
  ),
})

/** A claim counts until its end, or until its process is seen to be gone. */
const prepareClaims = (sqlite: Database.Database) => ({
  claim: prepareWrite(sqlite, (bind: Bind<Claim>) =>
    query
      .updateTable('consent')
      .set({ refresher: bind('claimer'), refresher_until: bind('untilMs') })
      .where('connection', '=', bind('connection'))
      .where((where) =>
        where.or([where('refresher', 'is', null), where('refresher_until', '<=', bind('nowMs'))]),
      ),
  ),
  findClaimer: prepareFirst(sqlite, (bind: Bind<Key>) =>
    query.selectFrom('consent').select('refresher').where('connection', '=', bind('connection')),
  ),
  takeOver: prepareWrite(sqlite, (bind: Bind<Key & { claimer: string; untilMs: number; other: string }>) =>
    query
      .updateTable('consent')
      .set({ refresher: bind('claimer'), refresher_until: bind('untilMs') })
      .where('connection', '=', bind('connection'))
      .where('refresher', '=', bind('other')),
  ),
  release: prepareWrite(sqlite, (bind: Bind<Key & { claimer: string }>) =>
    query
      .updateTable('consent')
      .set({ refresher: null, refresher_until: null })
      .where('connection', '=', bind('connection'))
      .where('refresher', '=', bind('claimer')),
  ),
})

/**
 * Takes every consent out of a file, and its bytes with it: a token that comes back with a copy is one that
 * was used, which ends the consent.
 */
export const removeConsents = (sqlite: Database.Database): void => {
  sqlite.pragma('secure_delete = ON')
  prepareWrite(sqlite, () => query.deleteFrom('consent'))({})
}
