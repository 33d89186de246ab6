import { createHmac } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { AuditFlaw } from '../../domain/audit/audit.js'
import { AbortError } from '../../domain/errors.js'
import { isAsWritten } from './as-written.js'
import { noHash, toAuditKey } from './hash.js'
import { createMeta } from '../sqlite/meta.js'
import { prepareAll, prepareFirst, query, type Bind } from '../sqlite/prepare.js'
import { selectEntries } from './select-entries.js'

/** Number and hash of an entry. */
export interface ChainLink {
  number: number
  hash: string
}

/**
 * The end of the audit chain, known from a keyed mark beside it. The chain alone cannot show that entries are
 * gone from its end, or that it was emptied: what is left still holds together.
 */
export interface AuditEnd {
  /** Looks at the mark and at the last entries; `undefined` when they are as they were written. */
  findFlaw(): AuditFlaw | undefined
  /**
   * The last entry, to add another one after it. Throws `AbortError` (`record-broken`) when it is not the one
   * that was written last.
   */
  get(): ChainLink
  /** Notes a new last entry, in the transaction that adds it. */
  move(end: ChainLink): void
  /**
   * Makes the mark of a state file that has none yet, or one of another key; `true` when it did. Inside a
   * transaction.
   */
  begin(keyIsNew: boolean): boolean
}

/** How many of the last entries are looked at whole. */
const lookedAt = 100

const beginning: ChainLink = { number: 0, hash: noHash }

/** What says so when the record is not as it was written. */
export const toRecordBroken = ({ number, problem }: AuditFlaw): AbortError =>
  new AbortError(
    `The audit record of the state file is broken (entry ${number}: ${problem}); nothing is written`,
    'record-broken',
    'See what is wrong: nmbrs-sync audit verify. Find out who changed the state file, then restore a backup: nmbrs-sync state restore FILE',
  )

const prepareLast = (sqlite: Database.Database) =>
  prepareFirst(sqlite, () =>
    query.selectFrom('audit').select(['number', 'hash']).orderBy('number', 'desc').limit(1),
  )

const prepareHash = (sqlite: Database.Database) =>
  prepareFirst(sqlite, (bind: Bind<{ number: number }>) =>
    query.selectFrom('audit').select('hash').where('number', '=', bind('number')),
  )

const prepareAfter = (sqlite: Database.Database) =>
  prepareAll(sqlite, (bind: Bind<{ number: number }>) =>
    selectEntries().where('number', '>', bind('number')).orderBy('number'),
  )

/**
 * Whether a mark would be there if no one had taken it away. Every start of this program makes one before a
 * sync can begin, and every sync that came to its end since there is a record has left an entry.
 */
const prepareWasBegun = (sqlite: Database.Database): (() => boolean) => {
  const find = sqlite
    .prepare<[], number>(
      `SELECT EXISTS (SELECT 1 FROM run WHERE mode = 'sync' AND started_at > (SELECT applied_at FROM ledger WHERE name = 'sealed-words'))
         OR (NOT EXISTS (SELECT 1 FROM audit) AND EXISTS (SELECT 1 FROM run WHERE mode = 'sync' AND result IN ('ok', 'held')
             AND started_at > (SELECT applied_at FROM ledger WHERE name = 'audit')))`,
    )
    .pluck()
  return () => find.get() === 1
}

export const createAuditEnd = (sqlite: Database.Database, key: Buffer): AuditEnd => {
  const auditKey = toAuditKey(key)
  const meta = createMeta(sqlite)
  const findLast = prepareLast(sqlite)
  const findHash = prepareHash(sqlite)
  const readAfter = prepareAfter(sqlite)
  const wasBegun = prepareWasBegun(sqlite)

  const toMark = ({ number, hash }: ChainLink): string =>
    `${number} ${createHmac('sha256', auditKey).update(`end ${number} ${hash}`).digest('base64url')}`
  const hashAt = (number: number): string | undefined => (number === 0 ? noHash : findHash({ number })?.hash)

  /** The first entry after `from` that is not what was written there. */
  const findChanged = (from: ChainLink): AuditFlaw | undefined => {
    let last = from
    for (const row of readAfter({ number: from.number })) {
      if (row.number !== last.number + 1) return { number: last.number + 1, problem: 'missing' }
      if (!isAsWritten(auditKey, last.hash, row)) return { number: row.number, problem: 'changed' }
      last = row
    }
    return undefined
  }

  /**
   * Entries after the mark were added by a program that knows of no mark: they hold together with it, or they
   * are no one's.
   */
  const findMarkFlaw = (last: ChainLink): AuditFlaw | undefined => {
    const mark = meta.find('audit-end')
    if (mark === toMark(last)) return undefined
    if (mark === undefined)
      return wasBegun()
        ? { number: last.number + 1, problem: last.number === 0 ? 'emptied' : 'shortened' }
        : undefined
    const number = Number(/^\d{1,15}(?= )/.exec(mark)?.[0] ?? Number.NaN)
    const hash = hashAt(number)
    if (hash === undefined)
      return { number: last.number + 1, problem: last.number === 0 ? 'emptied' : 'shortened' }
    return mark === toMark({ number, hash }) ? findChanged({ number, hash }) : { number, problem: 'changed' }
  }

  const get = (): ChainLink => findLast({}) ?? beginning

  return {
    findFlaw: () => {
      const last = get()
      const from = Math.max(0, last.number - lookedAt)
      const hash = hashAt(from)
      if (hash === undefined) return { number: from, problem: 'missing' }
      return findMarkFlaw(last) ?? findChanged({ number: from, hash })
    },
    get: () => {
      const last = get()
      const flaw = findMarkFlaw(last)
      if (flaw !== undefined) throw toRecordBroken(flaw)
      return last
    },
    move: (end) => {
      meta.write('audit-end', toMark(end))
    },
    begin: (keyIsNew) => {
      if ((meta.find('audit-end') !== undefined && !keyIsNew) || wasBegun()) return false
      meta.write('audit-end', toMark(get()))
      return true
    },
  }
}
