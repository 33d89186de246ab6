import type Database from 'better-sqlite3'
import { InternalError } from '../../domain/errors.js'
import { isBusy, usualPatienceMs, whileBusy } from './busy.js'
import { toStateError } from './state-errors.js'

/** Tells a caller how it ended. */
type Settle = () => void

interface Waiting {
  /** Does the work inside the transaction; what it gives is called after the commit. */
  attempt: () => Settle
  reject: (error: Error) => void
}

/** Does work in a transaction of the state file. */
export type Commits = Pick<CommitQueue, 'run'>

/** Lets each piece of work be done only while `ensure`, asked inside its transaction, does not throw. */
export const onlyWhile = (ensure: () => void, commits: Commits): Commits => ({
  run: (work) =>
    commits.run(() => {
      ensure()
      return work()
    }),
})

/**
 * The one way to write to the state file. Everything that is asked for in the same turn of the event loop, or
 * while the disk is still busy with what was asked for before, goes into one transaction, because a commit
 * that waits for the disk costs many times the work itself. A promise resolves when its rows are on disk,
 * never before.
 */
export class CommitQueue {
  #waiting: Waiting[] = []
  #idle: (() => void)[] = []
  #closed = false
  #busy = false
  /**
   * Whether the work of a transaction was begun: until then it waits for the transaction of another program.
   */
  #begun = false
  /**
   * Why nothing can be stored any more. What a disk did not take once is not on it, no matter what it says
   * the next time.
   */
  #broken: Error | undefined
  readonly #all: Database.Transaction<(batch: readonly Waiting[]) => Settle[]>
  readonly #one: Database.Transaction<(entry: Waiting) => Settle>

  /**
   * `onRollback` is called when work was undone, so that nothing remembers rows that are not there. `sync`
   * waits for the disk after a commit.
   */
  constructor(
    private readonly sqlite: Database.Database,
    private readonly what: string,
    private readonly onRollback: () => void,
    private readonly sync: () => Promise<void>,
    private readonly patienceMs = usualPatienceMs,
  ) {
    this.#one = sqlite.transaction((entry: Waiting) => entry.attempt())
    this.#all = sqlite.transaction((batch: readonly Waiting[]) => {
      this.#begun = true
      return batch.map((entry) => this.#attempt(entry))
    })
  }

  /**
   * Does `work` in a transaction and gives its result when that is on disk. When `work` throws, only its own
   * rows are undone.
   */
  run<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new InternalError('the state file was closed before its last write'))
        return
      }
      if (this.#broken !== undefined) {
        reject(this.#broken)
        return
      }
      const attempt = (): Settle => {
        const result = work()
        return () => {
          resolve(result)
        }
      }
      this.#waiting.push({ attempt, reject })
      if (!this.#busy) this.#commitSoon()
    })
  }

  /** Lets what was asked for so far come to its end, and takes no more. */
  async close(): Promise<void> {
    this.#closed = true
    if (!this.#busy) return
    await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #commitSoon(): void {
    this.#busy = true
    setImmediate(() => {
      void this.#commit()
    })
  }

  async #commit(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    for (const settle of await this.#settleAll(batch)) settle()
    if (this.#waiting.length > 0) {
      this.#commitSoon()
      return
    }
    this.#busy = false
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  async #settleAll(batch: readonly Waiting[]): Promise<Settle[]> {
    if (this.#broken !== undefined) return batch.map((entry) => this.#failing(entry, this.#broken))
    let settles: Settle[]
    try {
      this.#begun = false
      settles = await whileBusy(
        () => this.#all.immediate(batch),
        this.patienceMs,
        (error) => !this.#begun && isBusy(error),
      )
    } catch (error) {
      this.onRollback()
      return batch.map((entry) => this.#failing(entry, error))
    }
    try {
      await this.sync()
      return settles
    } catch (error) {
      this.#broken = toStateError(error, this.what)
      return batch.map((entry) => this.#failing(entry, error))
    }
  }

  #attempt(entry: Waiting): Settle {
    try {
      return this.#one(entry)
    } catch (error) {
      // A full disk or a broken one undoes the whole transaction; then no one's work is there.
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
