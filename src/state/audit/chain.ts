import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import type { AuditEntry, AuditFilter, AuditFlaw, AuditHead, AuditVerdict } from '../../domain/audit/audit.js'
import { isAsWritten } from './as-written.js'
import { noHash, toAuditKey } from './hash.js'
import { toAuditEntry, type ReadAuditRow } from './row.js'
import type { AuditEnd } from './audit-end.js'
import { selectEntries } from './select-entries.js'
import { chunkRows } from '../sqlite/chunks.js'
import { prepareAll, prepareFirst, query, readNow, type Bind } from '../sqlite/prepare.js'

/**
 * The audit record of a state file. Entries are added meanwhile by the person who writes; reading waits for
 * no one and stops no one.
 */
export interface AuditChain {
  /** The last entry; `undefined` while there is none. */
  head(): Promise<AuditHead | undefined>
  /** The newest entries that fit, in the order in which they were written. */
  read(filter: AuditFilter): Promise<readonly AuditEntry[]>
  /** Walks along the whole chain; `kept` is a head from elsewhere, which the chain must still hold. */
  verify(kept?: AuditHead): Promise<AuditVerdict>
}

const preparePage = (sqlite: Database.Database) =>
  prepareAll(sqlite, (bind: Bind<{ after: number; limit: number }>) =>
    selectEntries().where('number', '>', bind('after')).orderBy('number').limit(bind('limit')),
  )

interface FilterValues {
  since: string | null
  subject: string | null
  connection: string | null
  limit: number
}

const prepareNewest = (sqlite: Database.Database) =>
  prepareAll(sqlite, (bind: Bind<FilterValues>) =>
    selectEntries()
      .where(sql<boolean>`(${bind('since')} IS NULL OR at >= ${bind('since')})`)
      .where(sql<boolean>`(${bind('subject')} IS NULL OR subject = ${bind('subject')})`)
      .where(sql<boolean>`(${bind('connection')} IS NULL OR connection = ${bind('connection')})`)
      .orderBy('number', 'desc')
      .limit(bind('limit')),
  )

const prepareHead = (sqlite: Database.Database) =>
  prepareFirst(sqlite, () =>
    query.selectFrom('audit').select(['number', 'at', 'hash']).orderBy('number', 'desc').limit(1),
  )

/** Numbers start at 1; what someone put before that is found as well. */
const beforeAll = Number.MIN_SAFE_INTEGER

const findFlaw = (key: Buffer, last: AuditHead | undefined, row: ReadAuditRow): AuditFlaw | undefined => {
  const number = (last?.number ?? 0) + 1
  if (row.number > number) return { number, problem: 'missing' }
  const isWhole = row.number === number && isAsWritten(key, last?.hash ?? noHash, row)
  return isWhole ? undefined : { number: row.number, problem: 'changed' }
}

/**
 * Says whether the chain is the one that a head was taken from, once the walk has come to that entry or to
 * the end.
 */
const compareWithKept = (kept: AuditHead, found: AuditHead | undefined): AuditFlaw | undefined => {
  if (found === undefined) return { number: kept.number, problem: 'cut-off' }
  const same = found.hash === kept.hash && found.at === kept.at
  return same ? undefined : { number: kept.number, problem: 'other-chain' }
}

/** The audit record of a file; `key` is that of the state. */
export const createAuditChain = (sqlite: Database.Database, key: Buffer, end: AuditEnd): AuditChain => {
  const readPage = preparePage(sqlite)
  const readNewest = prepareNewest(sqlite)
  const findHead = prepareHead(sqlite)
  const auditKey = toAuditKey(key)

  return {
    head: () => readNow(() => findHead({})),

    read: ({ limit, since = null, subject = null, connection = null }) =>
      readNow(() => readNewest({ limit, since, subject, connection }).reverse().map(toAuditEntry)),

    async verify(kept) {
      let head: AuditHead | undefined
      let keptEntry: AuditHead | undefined
      for (;;) {
        const rows = readPage({ after: head?.number ?? beforeAll, limit: chunkRows })
        for (const row of rows) {
          const flaw = findFlaw(auditKey, head, row)
          if (flaw !== undefined) return { entries: head?.number ?? 0, head, flaw }
          head = { number: row.number, at: row.at, hash: row.hash }
          if (row.number === kept?.number) keptEntry = head
        }
        if (rows.length < chunkRows) break
        await setImmediate()
      }
      const flaw = (kept === undefined ? undefined : compareWithKept(kept, keptEntry)) ?? end.findFlaw()
      return { entries: head?.number ?? 0, head, flaw }
    },
  }
}
