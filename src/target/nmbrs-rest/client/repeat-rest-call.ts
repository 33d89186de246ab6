import { RemoteError } from '../../../domain/errors.js'
import { parseRetryAfter } from '../../../http/retry-after.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import { repeatNmbrsCall, type RepeatOptions } from '../../common/repeat-nmbrs-call.js'
import { hasOverrun } from './network-error.js'
import { findRetryAfter } from './refusal.js'

/**
 * A call that was refused for being one too many is sent again in the same run; each comes back more slowly
 * than the last.
 */
const retriesWhenRateLimited = 6

/**
 * Makes a call, again if need be: a read when it may succeed later, a write only when it also surely did not
 * happen.
 */
export const repeatRestCall = <Result>(
  { operation, effect }: { operation: string; effect: 'read' | 'write' },
  options: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> =>
  repeatNmbrsCall(
    { operation, mostRepeats: (error) => mostRepeats(effect, error, options.policy), findRetryAfter },
    options,
    attempt,
  )

/**
 * Errors of the identity service were repeated there as far as that is safe; they are not among the codes
 * here.
 */
const mostRepeats = (effect: 'read' | 'write', error: RemoteError, policy: RetryPolicy): number => {
  const { code, retryable, carried, status } = error.facts
  if (!retryable || hasOverrun(error) || code === 'identity-failed') return 0
  if (effect === 'write' && carried !== 'no') return 0
  if (code === 'rate-limited') return Math.max(policy.retries, retriesWhenRateLimited)
  // The operating system has asked for that connection several times by then.
  return code === 'unreachable' && status === 'ETIMEDOUT' ? 0 : policy.retries
}

/**
 * Whether an error says that Nmbrs gets too many calls, and how long it wants none at all: what it asks of
 * one call it asks of the account.
 */
export const findRestOverload = (
  error: unknown,
  { nowMs, maxDelayMs }: Pick<RetryPolicy, 'nowMs' | 'maxDelayMs'>,
): { pauseMs: number } | undefined => {
  if (!(error instanceof RemoteError)) return undefined
  const pauseMs = parseRetryAfter(findRetryAfter(error), { nowMs: nowMs(), maxMs: maxDelayMs })
  if (pauseMs !== undefined) return { pauseMs }
  return error.facts.status === '429' || error.facts.status === '503' ? { pauseMs: 0 } : undefined
}
