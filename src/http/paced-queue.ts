import { setTimeout as sleepFor } from 'node:timers/promises'
import PQueue from 'p-queue'

/** Lets calls start one after the other at an even pace. One per account: everything the account sends goes through it. */
export interface PacedQueue {
  /** Runs the call when its turn has come, in the order of asking; gives back what the call gives back. */
  run<T>(call: () => Promise<T>): Promise<T>
}

export interface PaceOptions {
  callsPerSecond: number
  /**
   * Most calls under way at once. How many really are follows from the pace and the latency (100 a second at 300 ms: 30);
   * the bound only keeps a remote that got slow from being swamped.
   */
  maxConcurrency?: number
  /** Milliseconds that never run backwards. */
  now?: () => number
  sleep?: (ms: number) => Promise<unknown>
}

/**
 * How much slower than allowed we go: calls that leave evenly may arrive a little closer together,
 * and the limit is counted where they arrive. Covers 30 ms of difference in travelling time.
 */
const margin = 1.03

/** A timer that rang late may be made up for by this much, so that lateness does not add up and calls still never bunch. */
const catchUpMs = 5

/**
 * One start each 1000 / rate milliseconds, and never more starts than the rate in any sliding second.
 * After idle time calls start at the same pace: unused turns are not saved up.
 */
export const createPacedQueue = (options: PaceOptions): PacedQueue => {
  const queue = new PQueue({ concurrency: options.maxConcurrency ?? 128 })
  const waitForTurn = createTurns(options)
  return {
    run: (call) =>
      queue.add(async () => {
        await waitForTurn()
        return call()
      }),
  }
}

/** Gives a function whose promise resolves when the next call may start. */
const createTurns = (options: PaceOptions): (() => Promise<void>) => {
  const now = options.now ?? (() => performance.now())
  const sleep = options.sleep ?? ((ms: number) => sleepFor(ms))
  const intervalMs = (1000 * margin) / options.callsPerSecond
  const starts = new Array<number>(Math.max(1, Math.floor(options.callsPerSecond))).fill(-Infinity)
  let oldest = 0
  let slot = -Infinity
  let lastTurn = Promise.resolve()

  const takeTurn = async (): Promise<void> => {
    slot = Math.max(slot + intervalMs, now() - catchUpMs)
    const startAt = Math.max(slot, (starts[oldest] ?? -Infinity) + 1000 * margin)
    for (let waitMs = startAt - now(); waitMs > 0; waitMs = startAt - now()) await sleep(Math.ceil(waitMs))
    starts[oldest] = now()
    oldest = (oldest + 1) % starts.length
  }

  return () => (lastTurn = lastTurn.then(takeTurn))
}
