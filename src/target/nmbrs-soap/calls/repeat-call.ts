import { AuthError, RemoteError } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'
import type { OnFault } from '../../../domain/run/progress.js'
import { repeatAttempt } from '../../../http/repeat.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import { isWorthOneRepeat } from '../wire/faults.js'
import type { OperationShape } from '../wire/operations.js'
import { findRetryAfter, hasOverrun } from './transport.js'

export interface RepeatOptions {
  policy: RetryPolicy
  log: Log
  closing: AbortSignal
  onFault?: OnFault | undefined
}

/** What is called, and whether sending it twice is harmless. */
export interface RepeatedCall {
  operation: string
  effect: OperationShape['effect']
}

/**
 * Makes a call, again if need be. A read is repeated when it may succeed later; a write only when it also surely did not happen.
 * The wait is what Nmbrs asks for, else it doubles.
 */
export const repeatCall = <Result>(
  call: RepeatedCall,
  { policy, log, closing, onFault }: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> => {
  const { operation } = call
  return repeatAttempt(attempt, {
    policy,
    closing,
    judge: (error) => {
      const code = findFaultCode(error)
      if (code !== undefined) onFault?.({ remote: 'nmbrs', operation, code })
      if (!(error instanceof RemoteError)) return undefined
      return { retries: mostRepeats(call, error, policy), retryAfter: findRetryAfter(error) }
    },
    onRepeat: ({ repeat, waitMs, error }) => {
      log.warn('nmbrs call repeated', { operation, code: findFaultCode(error), repeat, waitMs })
    },
  })
}

const findFaultCode = (error: unknown): string | undefined => {
  if (error instanceof RemoteError) return error.facts.code
  return error instanceof AuthError ? error.code : undefined
}

const mostRepeats = ({ effect }: RepeatedCall, error: RemoteError, policy: RetryPolicy): number => {
  const { facts } = error
  if (!facts.retryable || hasOverrun(error)) return 0
  if (effect === 'write' && facts.carried !== 'no') return 0
  // The operating system has asked for that connection several times by then.
  if (facts.code === 'unreachable' && facts.status === 'ETIMEDOUT') return 0
  return isWorthOneRepeat(facts.code) ? 1 : policy.retries
}
