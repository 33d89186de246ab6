import { setTimeout as sleepFor } from 'node:timers/promises'

import { createArrivals, type Passage } from './pace/arrivals.js'
import type { Pace } from './pace/pace.js'

export interface Clock {
  /** Milliseconds that never run backwards. */
  now: () => number
  sleep: (ms: number) => Promise<unknown>
}

export const systemClock: Clock = { now: () => performance.now(), sleep: (ms) => sleepFor(ms) }

/**
 * When calls may start: at an even distance, and never so that more than the limit can arrive in any sliding
 * second.
 */
export interface Turns {
  /**
   * Resolves when the next call may start, which takes a place of its second until it has left, and for a
   * second after that. Asked for one after the other, never twice at once.
   */
  next(): Promise<Passage>
  /** Nothing starts for so many milliseconds from now. */
  pause(ms: number): void
}

/**
 * How much slower than allowed we go, so that calls which arrive a little closer together than they left need
 * not wait for each other.
 */
const margin = 1.04

/**
 * A timer that rang late may be made up for by this much, so that lateness does not add up. A few calls then
 * leave close together; how many can arrive in a second is looked at apart.
 */
const catchUpMs = 20

/** After idle time calls start at the same pace: unused turns are not saved up. */
export const createTurns = (pace: Pace, { now, sleep }: Clock): Turns => {
  const arrivals = createArrivals(now)
  let slot = -Infinity
  let startedAt = -Infinity
  let pausedUntil = -Infinity

  /** The pace may have changed, or a pause begun, since this was last asked. */
  const findStart = (lastSlot: number, askedAt: number): number => {
    const intervalMs = (1000 * margin) / pace.callsPerSecond(now())
    // Asked for later than the next turn was due: there was nothing to send, and what was not used is not
    // made up for.
    const isIdle = askedAt > startedAt + intervalMs
    slot = Math.max(lastSlot + intervalMs, isIdle ? askedAt : askedAt - catchUpMs, pausedUntil)
    return Math.max(slot, arrivals.fullUntil(Math.max(1, Math.floor(pace.limit()))))
  }

  return {
    next: async () => {
      const [lastSlot, askedAt] = [slot, now()]
      for (;;) {
        const waitMs = findStart(lastSlot, askedAt) - now()
        if (waitMs <= 0) break
        await sleep(Math.ceil(waitMs))
      }
      startedAt = now()
      return arrivals.begin()
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + ms)
    },
  }
}
