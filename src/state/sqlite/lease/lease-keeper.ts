import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { InternalError, findErrorCode } from '../../../domain/errors.js'
import type { RunId } from '../../../domain/ids.js'
import type { Log } from '../../../domain/log.js'
import type { Lease, LeaseHolder } from '../../../run/store.js'
import { usualPatienceMs, whileBusy } from '../busy.js'
import type { Commits } from '../commit-queue.js'
import { toLeaseExpired, toLeaseGone, toLeaseHeld } from './lease-errors.js'
import { isInSight, isOver, type Observer } from './lease-standing.js'
import {
  prepareFind,
  prepareFindToken,
  prepareForget,
  prepareRelease,
  prepareRenew,
  prepareTake,
  type LeaseEnd,
} from './lease-statements.js'

/** How long a lease is good for without being renewed, and how often it is renewed. */
export interface LeaseTimes {
  leaseMs: number
  renewEveryMs: number
}

/** Three renewals may fail before a lease runs out. */
export const usualLeaseTimes: LeaseTimes = { leaseMs: 60_000, renewEveryMs: 15_000 }

interface LeaseOptions extends Observer {
  sqlite: Database.Database
  queue: Commits
  /** Throws when a newer program works with the file by now. */
  ensureVersion: () => void
  nowText: () => string
  log: Log
  times: LeaseTimes
}

/** A lease that this process took. */
interface HeldLease extends LeaseEnd {
  token: string
  lost: boolean
  timer: NodeJS.Timeout
}

/** The leases of this process that are in use. One that it could not give back is nobody's, though its process lives on. */
const usedHere = new Set<string>()

/** Whether a run of this process has a lease and goes on. */
export const isUsedHere = (token: string): boolean => usedHere.has(token)

/** Keeps the one lease of a state file: whoever has it may run, and write. */
export class LeaseKeeper {
  readonly #find
  readonly #findToken
  readonly #take
  readonly #renew
  readonly #release
  readonly #forget
  #held: HeldLease | undefined

  constructor(private readonly options: LeaseOptions) {
    const { sqlite } = options
    this.#find = prepareFind(sqlite)
    this.#findToken = prepareFindToken(sqlite)
    this.#take = prepareTake(sqlite)
    this.#renew = prepareRenew(sqlite)
    this.#release = prepareRelease(sqlite)
    this.#forget = prepareForget(sqlite)
  }

  /** Takes the lease and renews it until it is released. Throws `AbortError` (`lease-held`) naming process, host and since when. */
  async acquire(runId: RunId): Promise<Lease> {
    const { queue, nowText, self, machineClock, log, times } = this.options
    const token = randomUUID()
    const end = await queue.run(() => {
      this.#refuseOrWarn()
      const until = this.#fullTerm()
      this.#take({ ...self, token, runId, since: nowText(), clock: machineClock.name, ...until })
      return until
    })
    usedHere.add(token)
    const timer = setInterval(() => {
      void this.#keepRenewing(held)
    }, times.renewEveryMs).unref()
    const held: HeldLease = { token, ...end, lost: false, timer }
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
    if (row === undefined || isOver(row, this.options)) return undefined
    return { pid: row.pid, host: row.host, since: row.since }
  }

  /** Throws `AbortError` (`lease-held`) when this process took the lease and somebody else has it now. Inside a transaction. */
  ensureHeld(): void {
    if (this.#held !== undefined) this.#ensureOurs(this.#held)
  }

  /**
   * Does work that only the holder of the lease may do, at once after a look at who has it. Throws `AbortError` when the lease is lost, and
   * then does nothing. The look takes no lock: a process that freezes in the middle must not keep others from the file.
   */
  whileHeld(work: () => void): void {
    const held = this.#held
    if (held === undefined) throw new InternalError('a write was tried without the lease')
    this.options.ensureVersion()
    // Timers stand still while a process sleeps, so a lease may be old by now.
    if (this.#isDue(held)) this.#tryToRenew(held)
    this.#ensureOurs(held)
    if (this.options.machineClock.now() >= held.expiresTick) throw toLeaseExpired()
    work()
  }

  /** Takes away whatever lease is there, for a file that nobody can be working with. Inside a transaction. */
  forget(): void {
    this.#forget({})
  }

  /** Gives the lease back when this process has it. Where that fails, it ends with the process. */
  async close(): Promise<void> {
    if (this.#held === undefined) return
    try {
      await this.#giveBack(this.#held)
    } catch (error) {
      this.options.log.warn('the lease could not be given back', { code: findErrorCode(error) })
    }
  }

  #refuseOrWarn(): void {
    const row = this.#find({})
    if (row === undefined) return
    if (!isOver(row, this.options)) throw toLeaseHeld(row, isInSight(row, this.options.self))
    const { run_id: runId, pid, host, since } = row
    this.options.log.warn('taking over the lease of a run that did not end', { runId, pid, host, since })
  }

  #ensureOurs(held: HeldLease): void {
    if (this.#findToken({})?.token === held.token) return
    held.lost = true
    const row = this.#find({})
    throw row === undefined ? toLeaseGone() : toLeaseHeld(row, isInSight(row, this.options.self))
  }

  #fullTerm(): LeaseEnd {
    const { now, machineClock, times } = this.options
    return { expiresAt: now() + times.leaseMs, expiresTick: machineClock.now() + times.leaseMs }
  }

  #isDue({ expiresTick }: HeldLease): boolean {
    const { machineClock, times } = this.options
    return machineClock.now() >= expiresTick - times.leaseMs + times.renewEveryMs
  }

  async #keepRenewing(held: HeldLease): Promise<void> {
    try {
      await whileBusy(() => {
        this.#renewOnce(held)
      }, usualPatienceMs)
    } catch (error) {
      this.#logUnrenewed(error)
    }
  }

  #tryToRenew(held: HeldLease): void {
    try {
      this.#renewOnce(held)
    } catch (error) {
      this.#logUnrenewed(error)
    }
  }

  /** The file may be locked for a moment. The next turn tries again, and each write looks whether it is still in time. */
  #logUnrenewed(error: unknown): void {
    this.options.log.warn('the lease could not be renewed', { code: findErrorCode(error) })
  }

  #renewOnce(held: HeldLease): void {
    if (held.lost || this.#held !== held) return
    this.options.ensureVersion()
    const until = this.#fullTerm()
    if (this.#renew({ token: held.token, ...until }).changes === 1) {
      Object.assign(held, until)
      return
    }
    held.lost = true
    clearInterval(held.timer)
  }

  /** A process that slept finds out here whether somebody took its place meanwhile. */
  #isLost(held: HeldLease): boolean {
    if (held.lost) return true
    try {
      this.#ensureOurs(held)
      return false
    } catch {
      return true
    }
  }

  async #giveBack(held: HeldLease): Promise<void> {
    clearInterval(held.timer)
    usedHere.delete(held.token)
    if (this.#held === held) this.#held = undefined
    await this.options.queue.run(() => {
      this.#release({ token: held.token })
    })
  }
}
