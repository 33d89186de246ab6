import type Database from 'better-sqlite3'
import type { CommitQueue } from './commit-queue.js'
import type { Phrases } from './phrases.js'

/** What the parts of the store share. */
export interface StateContext {
  sqlite: Database.Database
  /** How messages name the file. */
  name: string
  queue: CommitQueue
  phrases: Phrases
  /** The moment, ISO 8601 in UTC with milliseconds. */
  nowText: () => string
  /** Throws `AbortError` when this process took a lease and somebody else has it now. */
  ensureLease: () => void
}

/** The part of the context that one connection adds. */
export interface ConnectionContext extends StateContext {
  connection: string
  connectionId: number
}
