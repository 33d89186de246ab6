import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { InternalError, findErrorCode } from '../../../domain/errors.js'
import type { RunId } from '../../../domain/ids.js'
import type { Log } from '../../../domain/log.js'
import type { Lease, LeaseHolder, LeaseScope } from '../../../run/store/lease.js'
import { usualPatienceMs, whileBusy } from '../busy.js'
import type { Commits } from '../commit-queue.js'
import { toLeaseExpired, toLeaseGone, toLeaseHeld } from './lease-errors.js'
import { isInSight, isOver, type Observer } from './lease-standing.js'
import { excludes, isOf, toKeys } from './lease-keys.js'
import {
  prepareFindToken,
  prepareForget,
  prepareRead,
  prepareRelease,
  prepareRenew,
  prepareTake,
  type LeaseEnd,
  type LeaseRow,
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
  /** The digest that an account is kept as. */
  digestAccount: (account: string) => string
  /** Throws when a newer program works with the file by now. */
  ensureVersion: () => void
  nowText: () => string
  log: Log
  times: LeaseTimes
}

/** A lease that this process took. */
interface HeldLease extends LeaseEnd {
  token: string
  /** Its rows. They are taken and taken away together. */
  keys: readonly [string, ...string[]]
  lost: boolean
  timer: NodeJS.Timeout
}

/**
 * The leases of this process that are in use. One that it could not give back is no one's, though its process
 * lives on.
 */
const usedHere = new Set<string>()

/** Whether a run of this process has a lease and goes on. */
export const isUsedHere = (token: string): boolean => usedHere.has(token)

/** Keeps the leases of a state file: the one who has that of a connection may run over it, and write. */
export class LeaseKeeper {
  readonly #read
  readonly #findToken
  readonly #take
  readonly #renew
  readonly #release
  readonly #forget
  readonly #held = new Set<HeldLease>()

  constructor(private readonly options: LeaseOptions) {
    const { sqlite } = options
    this.#read = prepareRead(sqlite)
    this.#findToken = prepareFindToken(sqlite)
    this.#take = prepareTake(sqlite)
    this.#renew = prepareRenew(sqlite)
    this.#release = prepareRelease(sqlite)
    this.#forget = prepareForget(sqlite)
  }

  /**
   * Takes a lease and renews it until it is released. Throws `AbortError` (`lease-held`) naming process, host
   * and since when.
   */
  async acquire(scope: LeaseScope, runId: RunId): Promise<Lease> {
    const { queue, nowText, self, machineClock, log, times } = this.options
    const token = randomUUID()
    const keys = toKeys(scope, this.options.digestAccount)
    const take = (): LeaseEnd => {
      this.#refuseOrTakeOver(keys)
      const until = this.#fullTerm()
      const row = { ...self, token, runId, since: nowText(), clock: machineClock.name, ...until }
      for (const key of keys) this.#take({ ...row, key })
      return until
    }
    // In use from its first row on: another run of this process would take it for one that was left behind.
    usedHere.add(token)
    const end = await queue.run(take).catch((error: unknown) => {
      usedHere.delete(token)
      throw error
    })
    const timer = setInterval(() => {
      void this.#keepRenewing(held)
    }, times.renewEveryMs).unref()
    const held: HeldLease = { token, keys, ...end, lost: false, timer }
    this.#held.add(held)
    log.debug('lease taken', { runId, pid: self.pid, host: self.host })
    return {
      isLost: () => this.#isLost(held),
      release: () => this.#giveBack(held),
    }
  }

  /** Whose leases count now, the oldest first. */
  findHolders(): readonly LeaseHolder[] {
    const rows = this.#read({}).filter((row) => !isOver(row, this.options))
    const holders = new Map(rows.map(({ token, pid, host, since }) => [token, { pid, host, since }]))
    return [...holders.values()].toSorted((a, b) => a.since.localeCompare(b.since))
  }

  /**
   * Throws `AbortError` (`lease-held`) when this process took the lease of a connection and someone else has
   * it now. Inside a transaction.
   */
  readonly ensureHeld = (connection: string): void => {
    const held = this.#findHeld(connection)
    if (held !== undefined) this.#ensureOurs(held)
  }

  /**
   * Does work that only the holder of the lease of a connection may do, at once after a look at who has it.
   * Throws `AbortError` when the lease is lost, and then does nothing. The look takes no lock: a process that
   * freezes in the middle must not keep others from the file.
   */
  readonly whileHeld = (connection: string, work: () => void): void => {
    const held = this.#findHeld(connection)
    if (held === undefined) throw new InternalError('a write was tried without the lease')
    this.options.ensureVersion()
    // Timers stand still while a process sleeps, so a lease may be old by now.
    if (this.#isDue(held)) this.#tryToRenew(held)
    this.#ensureOurs(held)
    if (this.options.machineClock.now() >= held.expiresTick) throw toLeaseExpired()
    work()
  }

  /**
   * Takes away all leases that are there, for a file that no one can be working with. Inside a transaction.
   */
  forget(): void {
    this.#forget({})
  }

  /** Gives back the leases that this process has. Where that fails, they end with the process. */
  async close(): Promise<void> {
    for (const held of this.#held) {
      try {
        await this.#giveBack(held)
      } catch (error) {
        this.options.log.warn('the lease could not be given back', { code: findErrorCode(error) })
      }
    }
  }

  #findHeld(connection: string): HeldLease | undefined {
    return [...this.#held].find(({ keys }) => isOf(keys, connection))
  }

  #findOther(keys: readonly string[]): LeaseRow[] {
    return this.#read({}).filter((row) => excludes(keys, row))
  }

  /**
   * Everything that is in the way has ended: all its rows go, so that it finds out whichever of them it looks
   * at.
   */
  #refuseOrTakeOver(keys: readonly string[]): void {
    const others = this.#findOther(keys)
    const going = others.find((row) => !isOver(row, this.options))
    if (going !== undefined) throw toLeaseHeld(going, isInSight(going, this.options.self))
    for (const [token, row] of new Map(others.map((other) => [other.token, other]))) {
      const { run_id: runId, pid, host, since } = row
      this.options.log.warn('taking over the lease of a run that did not end', { runId, pid, host, since })
      this.#release({ token })
    }
  }

  #ensureOurs(held: HeldLease): void {
    if (this.#findToken({ key: held.keys[0] })?.token === held.token) return
    held.lost = true
    const [row] = this.#findOther(held.keys)
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

  /**
   * The file may be locked for a moment. The next turn tries again, and each write looks whether it is still
   * in time.
   */
  #logUnrenewed(error: unknown): void {
    this.options.log.warn('the lease could not be renewed', { code: findErrorCode(error) })
  }

  #renewOnce(held: HeldLease): void {
    if (held.lost || !this.#held.has(held)) return
    this.options.ensureVersion()
    const until = this.#fullTerm()
    if (this.#renew({ token: held.token, ...until }).changes > 0) {
      Object.assign(held, until)
      return
    }
    held.lost = true
    clearInterval(held.timer)
  }

  /** A process that slept finds out here whether someone took its place meanwhile. */
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
    this.#held.delete(held)
    await this.options.queue.run(() => {
      this.#release({ token: held.token })
    })
  }
}
