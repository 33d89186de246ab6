import type { AuditFacts } from '../../domain/audit/audit.js'
import type Database from 'better-sqlite3'
import type { Act } from '../../domain/audit/act.js'
import type { ReadAuditRow } from '../audit/row.js'
import type { TakeAway } from '../forget/take-away.js'
import type { Commits } from './commit-queue.js'
import type { Phrases } from './phrases.js'

/**
 * Adds one entry to the end of the chain and gives its number. Only inside a transaction: the entry and what
 * it is about are stored together or not at all.
 */
export type AuditWriter = (act: Act, connection: string | null, facts: AuditFacts) => number

/** What the parts of the store share. */
export interface StateContext {
  sqlite: Database.Database
  /** How messages name the file. */
  name: string
  queue: Commits
  phrases: Phrases
  /** Adds to the audit chain; inside a transaction. For what concerns a connection there is `appendAudit`. */
  audit: AuditWriter
  /** Takes texts of an entry of the audit chain away; inside a transaction. */
  takeAway: TakeAway
  /** Whether an entry of the audit chain is as it was written at its place. */
  isOnRecord: (entry: ReadAuditRow) => boolean
  /** Throws `AbortError` (`record-broken`) when the end of the audit chain is not what was written last. */
  ensureRecordWhole: () => void
  /** The moment, ISO 8601 in UTC with milliseconds. */
  nowText: () => string
  /** Throws `AbortError` when this process took the lease of a connection and someone else has it now. */
  ensureLease: (connection: string) => void
}

/** The part of the context that one connection adds. */
export interface ConnectionContext extends StateContext {
  connection: string
  connectionId: number
  /** Who works with it, and in which run. */
  act: Act
}
