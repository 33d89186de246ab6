import { setTimeout as sleepFor } from 'node:timers/promises'

import type { Pace } from './pace.js'

export interface Clock {
  /** Milliseconds that never run backwards. */
  now: () => number
  sleep: (ms: number) => Promise<unknown>
}

export const systemClock: Clock = { now: () => performance.now(), sleep: (ms) => sleepFor(ms) }

/** When calls may start: at an even distance, and never more of them than the limit in any sliding second. */
export interface Turns {
  /** Resolves when the next call may start. Asked for one after the other, never twice at once. */
  next(): Promise<void>
  /** Nothing starts for so many milliseconds from now. */
  pause(ms: number): void
}

/**
 * How much slower than allowed we go: calls that leave evenly may arrive a little closer together,
 * and the limit is counted where they arrive. Covers 30 ms of difference in travelling time.
 */
const margin = 1.03

/** A timer that rang late may be made up for by this much, so that lateness does not add up and calls still never bunch. */
const catchUpMs = 5

/** After idle time calls start at the same pace: unused turns are not saved up. */
export const createTurns = (pace: Pace, { now, sleep }: Clock): Turns => {
  /** The latest starts, the oldest first: as many as may fall in one second. */
  const starts: number[] = []
  let slot = -Infinity
  let pausedUntil = -Infinity
  const mostInOneSecond = (): number => Math.max(1, Math.floor(pace.limit()))

  /** The pace may have changed, or a pause begun, since this was last asked. */
  const findStart = (lastSlot: number, askedAt: number): number => {
    const intervalMs = (1000 * margin) / pace.callsPerSecond(now())
    slot = Math.max(lastSlot + intervalMs, askedAt - catchUpMs, pausedUntil)
    const secondFullSince = starts.at(-mostInOneSecond()) ?? -Infinity
    return Math.max(slot, secondFullSince + 1000 * margin)
  }

  return {
    next: async () => {
      const [lastSlot, askedAt] = [slot, now()]
      for (;;) {
        const waitMs = findStart(lastSlot, askedAt) - now()
        if (waitMs <= 0) break
        await sleep(Math.ceil(waitMs))
      }
      starts.push(now())
      while (starts.length > mostInOneSecond()) starts.shift()
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + ms)
    },
  }
}
