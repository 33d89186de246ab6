import type Database from 'better-sqlite3'
import { InternalError } from '../domain/errors.js'
import { toStateError } from './state-errors.js'

/** Tells a caller how it ended. */
type Settle = () => void

interface Waiting {
  /** Does the work inside the transaction; what it gives is called after the commit. */
  attempt: () => Settle
  reject: (error: Error) => void
}

/**
 * The one way to write to the state file. Everything that is asked for in the same turn of the event loop goes into one transaction,
 * because a commit that waits for the disk costs many times the work itself. A promise resolves after its commit, never before.
 */
export class CommitQueue {
  #waiting: Waiting[] = []
  #idle: (() => void)[] = []
  #closed = false
  readonly #all: Database.Transaction<(batch: readonly Waiting[]) => Settle[]>
  readonly #one: Database.Transaction<(entry: Waiting) => Settle>

  /** `onRollback` is called when work was undone, so that nothing remembers rows that are not there. */
  constructor(
    private readonly sqlite: Database.Database,
    private readonly what: string,
    private readonly onRollback: () => void,
  ) {
    this.#one = sqlite.transaction((entry: Waiting) => entry.attempt())
    this.#all = sqlite.transaction((batch: readonly Waiting[]) => batch.map((entry) => this.#attempt(entry)))
  }

  /** Does `work` in a transaction and gives its result when that is on disk. When `work` throws, only its own rows are undone. */
  run<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new InternalError('the state file was closed before its last write'))
        return
      }
      const attempt = (): Settle => {
        const result = work()
        return () => {
          resolve(result)
        }
      }
      this.#waiting.push({ attempt, reject })
      if (this.#waiting.length === 1)
        setImmediate(() => {
          this.#commit()
        })
    })
  }

  /** Lets what was asked for so far come to its end, and takes no more. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#waiting.length === 0) return
    await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #commit(): void {
    const batch = this.#waiting
    this.#waiting = []
    for (const settle of this.#settleAll(batch)) settle()
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  #settleAll(batch: readonly Waiting[]): Settle[] {
    try {
      return this.#all.immediate(batch)
    } catch (error) {
      this.onRollback()
      return batch.map((entry) => this.#failing(entry, error))
    }
  }

  #attempt(entry: Waiting): Settle {
    try {
      return this.#one(entry)
    } catch (error) {
      // A full disk or a broken one undoes the whole transaction; then nobody's work is there.
      if (!this.sqlite.inTransaction) throw error
      this.onRollback()
      return this.#failing(entry, error)
    }
  }

  #failing(entry: Waiting, error: unknown): Settle {
    const reason = toStateError(error, this.what)
    return () => {
      entry.reject(reason)
    }
  }
}
