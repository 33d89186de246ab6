import { RemoteError } from '../../domain/errors.js'
import { parseRetryAfter } from '../../http/retry-after.js'
import type { RetryPolicy } from '../../http/retry-policy.js'
import { findRetryAfter } from './failed-call.js'

/**
 * Whether an error says that Nmbrs gets too many calls, from us or from others, and how long it wants none at
 * all. What it asks of one call it asks of the account.
 */
export const findOverload = (
  error: unknown,
  { nowMs, maxDelayMs }: Pick<RetryPolicy, 'nowMs' | 'maxDelayMs'>,
): { pauseMs: number } | undefined => {
  if (!(error instanceof RemoteError)) return undefined
  const pauseMs = parseRetryAfter(findRetryAfter(error), { nowMs: nowMs(), maxMs: maxDelayMs })
  if (pauseMs !== undefined) return { pauseMs }
  return error.facts.status === '429' || error.facts.status === '503' ? { pauseMs: 0 } : undefined
}
