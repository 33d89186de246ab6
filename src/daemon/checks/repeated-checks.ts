import { nameOfError } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import { findNextDue, type Timetable } from '../due-times.js'

/** Something that is looked at again and again. */
export interface RepeatedCheck {
  /** Names it, also over a restart. */
  key: string
  timetable: Timetable
}

/** What repeating needs of the world around it. */
export interface RepeatPorts<Check extends RepeatedCheck> {
  /** Epoch milliseconds. */
  now: () => number
  /** Does something after a while, once; gives what takes that back. */
  setTimer: (afterMs: number, work: () => void) => () => void
  /** When it was last looked, no matter what came of it; `undefined`: never. Epoch milliseconds. */
  readLastMs: (check: Check) => Promise<number | undefined>
  /** Looks, and notes that it did. What it found is told elsewhere. */
  look: (check: Check) => Promise<void>
  log: Log
}

/** How often it is looked whether something is due. A check that comes a minute late is early enough. */
export const checkHeartbeatMs = 60_000

interface Watched<Check> {
  check: Check
  /** What is due counts from here on. Epoch milliseconds. */
  sinceMs: number
}

/**
 * Makes checks when they are due, one at a time. One that was due while the daemon was down is made at its
 * start, once; the first one of all waits for its first due time.
 */
export class RepeatedChecks<Check extends RepeatedCheck> {
  #watched = new Map<string, Watched<Check>>()
  #stopTimer: () => void = () => undefined
  #work: Promise<void> | undefined
  #stopping = false

  constructor(private readonly ports: RepeatPorts<Check>) {}

  /** Goes on with these checks. One that is going on is not touched. */
  async set(checks: readonly Check[]): Promise<void> {
    const before = this.#watched
    const watched = await Promise.all(checks.map((check) => this.#watch(check, before.get(check.key))))
    this.#watched = new Map(watched.map((one) => [one.check.key, one]))
    this.#wake()
  }

  /** Starts no check any more, and waits for the one that goes on. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#stopTimer()
    await this.#work
  }

  async #watch(check: Check, known: Watched<Check> | undefined): Promise<Watched<Check>> {
    const nowMs = this.ports.now()
    // What another timetable would have had due before now is over.
    if (known !== undefined)
      return isSame(known.check.timetable, check.timetable) ? { ...known, check } : { check, sinceMs: nowMs }
    return { check, sinceMs: (await this.#readLastMs(check)) ?? nowMs }
  }

  /** Without a memory it counts from now on. */
  async #readLastMs(check: Check): Promise<number | undefined> {
    try {
      return await this.ports.readLastMs(check)
    } catch (error) {
      this.ports.log.warn('former checks could not be read', { check: check.key, code: nameOfError(error) })
      return undefined
    }
  }

  #wake(): void {
    if (this.#stopping || this.#work !== undefined) return
    this.#stopTimer()
    this.#work = this.#makeDueChecks().finally(() => {
      this.#work = undefined
      if (this.#stopping) return
      this.#stopTimer = this.ports.setTimer(checkHeartbeatMs, () => {
        this.#wake()
      })
    })
  }

  async #makeDueChecks(): Promise<void> {
    for (const { key } of [...this.#watched.values()].map(({ check }) => check)) {
      const nowMs = this.ports.now()
      const watched = this.#watched.get(key)
      if (this.#stopping || watched === undefined) continue
      // After the clock was set back it counts from now on, or a check would wait for as long as that was.
      watched.sinceMs = Math.min(watched.sinceMs, nowMs)
      if (findNextDue(watched.check.timetable, watched.sinceMs) > nowMs) continue
      watched.sinceMs = nowMs
      await this.#look(watched.check)
    }
  }

  async #look(check: Check): Promise<void> {
    try {
      await this.ports.look(check)
    } catch (error) {
      this.ports.log.error('a check could not be made', { check: check.key, code: nameOfError(error) })
    }
  }
}

const isSame = (left: Timetable, right: Timetable): boolean =>
  left.cron === right.cron && left.timeZone === right.timeZone
