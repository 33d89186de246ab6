import { setTimeout as wait } from 'node:timers/promises'

import { findErrorCode } from '../../domain/errors.js'

/**
 * How long SQLite itself waits for another program's transaction. Nothing else of this process goes on
 * meanwhile, not even an answer to a probe, so the rest of the patience is waited beside it.
 */
export const busyStepMs = 20

/** How long is waited for another program's transaction. Ours are done in a tenth of a second. */
export const usualPatienceMs = 5000

const pauseMs = 30

/** Whether another program has the file locked, as SQLite says it or as it was explained since. */
export const isBusy = (error: unknown): boolean =>
  [error, error instanceof Error ? error.cause : undefined].some(
    (one) => findErrorCode(one)?.startsWith('SQLITE_BUSY') === true,
  )

/**
 * Does `work` at once, and again and again while another program has the file locked. Throws what it throws
 * in the end.
 */
export const whileBusy = async <Result>(
  work: () => Result,
  patienceMs: number,
  isWorthRepeating: (error: unknown) => boolean = isBusy,
): Promise<Result> => {
  const untilMs = performance.now() + patienceMs
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isWorthRepeating(error) || performance.now() >= untilMs) throw error
    }
    await wait(pauseMs)
  }
}
