import { AuthError, RemoteError } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'
import type { OnFault } from '../../../domain/run/progress.js'
import { repeatAttempt } from '../../../http/repeat.js'
import { parseRetryAfter } from '../../../http/retry-after.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import { hasOverrun } from './network-error.js'
import { findRetryAfter } from './refusal.js'

export interface RepeatRestOptions {
  policy: RetryPolicy
  log: Log
  onFault?: OnFault | undefined
  closing: AbortSignal
}

/** A call that was refused for being one too many is sent again in the same run; each comes back more slowly than the last. */
const retriesWhenRateLimited = 6

/** Makes a call, again if need be: a read when it may succeed later, a write only when it also surely did not happen. */
export const repeatRestCall = <Result>(
  { operation, effect }: { operation: string; effect: 'read' | 'write' },
  { policy, log, onFault, closing }: RepeatRestOptions,
  attempt: () => Promise<Result>,
): Promise<Result> =>
  repeatAttempt(attempt, {
    policy,
    closing,
    judge: (error) => {
      const code = findFaultCode(error)
      if (code !== undefined) onFault?.({ remote: 'nmbrs', operation, code })
      if (!(error instanceof RemoteError)) return undefined
      return { retries: mostRepeats(effect, error, policy), retryAfter: findRetryAfter(error) }
    },
    onRepeat: ({ repeat, waitMs, error }) => {
      log.warn('nmbrs call repeated', { operation, code: findFaultCode(error), repeat, waitMs })
    },
  })

const findFaultCode = (error: unknown): string | undefined => {
  if (error instanceof RemoteError) return error.facts.code
  return error instanceof AuthError ? error.code : undefined
}

/** Errors of the identity service were repeated there as far as that is safe; they are not among the codes here. */
const mostRepeats = (effect: 'read' | 'write', error: RemoteError, policy: RetryPolicy): number => {
  const { code, retryable, carried, status } = error.facts
  if (!retryable || hasOverrun(error) || code === 'identity-failed') return 0
  if (effect === 'write' && carried !== 'no') return 0
  if (code === 'rate-limited') return Math.max(policy.retries, retriesWhenRateLimited)
  // The operating system has asked for that connection several times by then.
  return code === 'unreachable' && status === 'ETIMEDOUT' ? 0 : policy.retries
}

/** Whether an error says that Nmbrs gets too many calls, and how long it wants none at all: what it asks of one call it asks of the account. */
export const findRestOverload = (
  error: unknown,
  { nowMs, maxDelayMs }: Pick<RetryPolicy, 'nowMs' | 'maxDelayMs'>,
): { pauseMs: number } | undefined => {
  if (!(error instanceof RemoteError)) return undefined
  const pauseMs = parseRetryAfter(findRetryAfter(error), { nowMs: nowMs(), maxMs: maxDelayMs })
  if (pauseMs !== undefined) return { pauseMs }
  return error.facts.status === '429' || error.facts.status === '503' ? { pauseMs: 0 } : undefined
}
