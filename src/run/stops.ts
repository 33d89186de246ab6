import type { Stops } from '../apply/gate/find-obstacle.js'

/**
 * How long those who are begun may still be written for after the first stop signal, in milliseconds. Nmbrs
 * may take three minutes to answer the last call; with that the run ends within the five minutes that the
 * service files and the Dockerfile give it.
 */
export const finishWithinMs = 100_000

/** How often a run looks whether it was asked to stop while nothing else asks, in milliseconds. */
const lookEveryMs = 1000

/** What ends a run, until `close` ends the watch. */
export interface RunStops extends Stops {
  close: () => void
}

/** Ends a run in two steps: no one new is begun, and a while later nothing more is written. */
export const createStops = (
  asked: { stopReason: () => string | undefined; abortReason?: (() => string | undefined) | undefined },
  /** What ended the run from inside, such as a login that does not hold any more. */
  failure: () => Error | undefined,
  /** Epoch milliseconds. */
  now: () => number,
): RunStops => {
  let askedAt: number | undefined
  const isOverdue = (): boolean => {
    if (asked.stopReason() === undefined) return false
    askedAt ??= now()
    // A clock that was set back must not keep the run from ending.
    return Math.abs(now() - askedAt) > finishWithinMs
  }
  const abortReason = (): string | undefined =>
    failure()?.message ?? asked.abortReason?.() ?? (isOverdue() ? asked.stopReason() : undefined)
  // Everyone may be waiting to repeat a call: the time counts from the signal on, not from the next write.
  const timer = setInterval(isOverdue, lookEveryMs).unref()
  return {
    abortReason,
    stopReason: () => abortReason() ?? asked.stopReason(),
    close: () => {
      clearInterval(timer)
    },
  }
}
