import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { AbortError, findErrorCode } from '../domain/errors.js'
import type { RunId } from '../domain/ids.js'
import type { Log } from '../domain/log.js'
import type { Lease, LeaseHolder } from '../run/store.js'
import type { CommitQueue } from './commit-queue.js'
import { prepareFirst, prepareWrite, query, type Bind } from './prepare.js'
import type { ProcessMark } from './process-mark.js'

/** How long a lease is good for without being renewed. */
export const leaseMs = 60_000
/** How often it is renewed. Three may fail before it runs out. */
export const renewEveryMs = 15_000

interface LeaseOptions {
  sqlite: Database.Database
  queue: CommitQueue
  /** Epoch milliseconds. */
  now: () => number
  nowText: () => string
  self: ProcessMark
  isProcessAlive: (mark: ProcessMark) => boolean
  log: Log
}

interface NewLease {
  token: string
  runId: RunId
  pid: number
  host: string
  space: string
  start: string
  since: string
  expiresAt: number
}

const prepareFind = (sqlite: Database.Database) =>
  prepareFirst(sqlite, () => query.selectFrom('lease').selectAll())

const prepareTake = (sqlite: Database.Database) =>
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
    }),
  )

const prepareRenew = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ token: string; expiresAt: number }>) =>
    query
      .updateTable('lease')
      .set({ expires_at: bind('expiresAt') })
      .where('token', '=', bind('token')),
  )

const prepareRelease = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ token: string }>) =>
    query.deleteFrom('lease').where('token', '=', bind('token')),
  )

const prepareForget = (sqlite: Database.Database) => prepareWrite(sqlite, () => query.deleteFrom('lease'))

type LeaseRow = NonNullable<ReturnType<ReturnType<typeof prepareFind>>>

const toLeaseHeld = ({ pid, host, since }: LeaseRow): AbortError =>
  new AbortError(
    `another run is active: process ${pid} on ${host}, since ${since}`,
    'lease-held',
    'Wait until it has ended. If that process was killed on another machine, try again after a minute.',
  )

const toLeaseGone = (): AbortError =>
  new AbortError(
    'the lease of this run is gone: somebody took it over and has ended',
    'lease-held',
    'Start again; what was not written is written then.',
  )

/** A lease that this process took. */
interface HeldLease {
  token: string
  expiresAt: number
  lost: boolean
  timer: NodeJS.Timeout
}

/** Keeps the one lease of a state file: whoever has it may run. */
export class LeaseKeeper {
  readonly #find
  readonly #take
  readonly #renew
  readonly #release
  readonly #forget
  #held: HeldLease | undefined

  constructor(private readonly options: LeaseOptions) {
    this.#find = prepareFind(options.sqlite)
    this.#take = prepareTake(options.sqlite)
    this.#renew = prepareRenew(options.sqlite)
    this.#release = prepareRelease(options.sqlite)
    this.#forget = prepareForget(options.sqlite)
  }

  /** Takes the lease and renews it until it is released. Throws `AbortError` (`lease-held`) naming process, host and since when. */
  async acquire(runId: RunId): Promise<Lease> {
    const { queue, now, nowText, self, log } = this.options
    const token = randomUUID()
    const expiresAt = await queue.run(() => {
      this.#refuseOrWarn()
      const until = now() + leaseMs
      this.#take({ ...self, token, runId, since: nowText(), expiresAt: until })
      return until
    })
    const timer = setInterval(() => {
      this.#tryToRenew(held)
    }, renewEveryMs).unref()
    const held: HeldLease = { token, expiresAt, lost: false, timer }
    this.#held = held
    log.debug('lease taken', { runId, pid: self.pid, host: self.host })
    return {
      isLost: () => this.#isLost(held),
      release: () => this.#giveBack(held),
    }
  }

  /** Who has the lease now, if it still counts. */
  findHolder(): LeaseHolder | undefined {
    const row = this.#find({})
    if (row === undefined || this.#isOver(row)) return undefined
    return { pid: row.pid, host: row.host, since: row.since }
  }

  /** Throws `AbortError` (`lease-held`) when this process took the lease and somebody else has it now. Inside a transaction. */
  ensureHeld(): void {
    if (this.#held === undefined) return
    const row = this.#find({})
    if (row?.token === this.#held.token) return
    this.#held.lost = true
    throw row === undefined ? toLeaseGone() : toLeaseHeld(row)
  }

  /** Takes away whatever lease is there, for a file that nobody can be working with. Inside a transaction. */
  forget(): void {
    this.#forget({})
  }

  /** Gives the lease back when this process has it. */
  async close(): Promise<void> {
    if (this.#held !== undefined) await this.#giveBack(this.#held)
  }

  #refuseOrWarn(): void {
    const row = this.#find({})
    if (row === undefined) return
    if (!this.#isOver(row)) throw toLeaseHeld(row)
    const { run_id: runId, pid, host, since } = row
    this.options.log.warn('taking over the lease of a run that did not end', { runId, pid, host, since })
  }

  #isOver(row: LeaseRow): boolean {
    const { now, self, isProcessAlive } = this.options
    if (row.expires_at <= now()) return true
    const sameSpace = row.host === self.host && row.process_space === self.space
    if (!sameSpace) return false
    return !isProcessAlive({
      pid: row.pid,
      host: row.host,
      space: row.process_space,
      start: row.process_start,
    })
  }

  #tryToRenew(held: HeldLease): void {
    try {
      this.#renewNow(held)
    } catch (error) {
      // The file may be locked for a moment. The next turn tries again, and isLost decides once the time is over.
      this.options.log.warn('the lease could not be renewed', { code: findErrorCode(error) })
    }
  }

  #renewNow(held: HeldLease): void {
    if (held.lost) return
    const expiresAt = this.options.now() + leaseMs
    if (this.#renew({ token: held.token, expiresAt }).changes === 1) {
      held.expiresAt = expiresAt
      return
    }
    held.lost = true
    clearInterval(held.timer)
  }

  /** A process that slept too long finds out here whether somebody took its place meanwhile. */
  #isLost(held: HeldLease): boolean {
    if (!held.lost && this.options.now() >= held.expiresAt) {
      try {
        this.#renewNow(held)
      } catch {
        return true
      }
    }
    return held.lost
  }

  async #giveBack(held: HeldLease): Promise<void> {
    clearInterval(held.timer)
    if (this.#held === held) this.#held = undefined
    await this.options.queue.run(() => {
      this.#release({ token: held.token })
    })
  }
}
