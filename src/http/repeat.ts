import { delayBefore, type RetryPolicy } from './retry-policy.js'

/**
 * That a failed attempt may be made again: how often altogether, and what the server asks of those who come
 * back.
 */
export interface Again {
  retries: number
  retryAfter?: string | undefined
}

export interface RepeatOptions {
  policy: RetryPolicy
  /** Aborted when nothing is wanted any more: no attempt follows then. */
  closing: AbortSignal
  /** What to do after an attempt that threw; `undefined`: nothing, and the error goes on. */
  judge: (error: unknown) => Again | undefined
  onRepeat?: (repeat: { repeat: number; waitMs: number; error: unknown }) => void
}

/**
 * Makes an attempt, and makes it again for as long as `judge` allows it. The wait is what the server asks
 * for, else it doubles. Throws what the last attempt threw. The only loop of its kind: who calls it says what
 * is worth another attempt, and a write only that it surely did not happen.
 */
export const repeatAttempt = async <Result>(
  attempt: () => Promise<Result>,
  { policy, closing, judge, onRepeat }: RepeatOptions,
): Promise<Result> => {
  for (let repeat = 1; ; repeat += 1) {
    try {
      return await attempt()
    } catch (error) {
      const again = judge(error)
      if (again === undefined || closing.aborted || repeat > again.retries) throw error
      const waitMs = delayBefore(repeat, again.retryAfter, policy)
      onRepeat?.({ repeat, waitMs, error })
      await policy.sleep(waitMs, closing).catch(() => {
        throw error
      })
    }
  }
}
