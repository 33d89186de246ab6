import { AuthError, RemoteError } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import type { OnFault } from '../../domain/run/progress.js'
import { repeatAttempt } from '../../http/repeat.js'
import type { RetryPolicy } from '../../http/retry-policy.js'
import { findRetryAfter, hasOverrun } from './failed-call.js'

export interface RepeatOptions {
  policy: RetryPolicy
  log: Log
  closing: AbortSignal
  onFault?: OnFault | undefined
}

/** What is called, and whether sending it twice is harmless. */
export interface RepeatedCall {
  operation: string
  effect: 'read' | 'write'
}

/** How often a call is sent again after an error that may pass, where sending it twice does no harm. */
export type MostRepeats = (error: RemoteError, policy: RetryPolicy) => number

/**
 * Makes a call, again if need be; reports each failure. A read is repeated when it may succeed later; a write
 * only when it also surely did not happen. The wait is what Nmbrs asks for, else it doubles.
 */
export const repeatNmbrsCall = <Result>(
  call: RepeatedCall & { mostRepeats: MostRepeats },
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
      const retries = isWorthRepeating(call, error) ? call.mostRepeats(error, policy) : 0
      return { retries, retryAfter: findRetryAfter(error) }
    },
    onRepeat: ({ repeat, waitMs, error }) => {
      log.warn('nmbrs call repeated', { operation, code: findFaultCode(error), repeat, waitMs })
    },
  })
}

const isWorthRepeating = ({ effect }: RepeatedCall, error: RemoteError): boolean => {
  const { retryable, carried, code, status } = error.facts
  // The same call would take as long again.
  if (!retryable || hasOverrun(error)) return false
  // The operating system has asked for that connection several times by then.
  if (code === 'unreachable' && status === 'ETIMEDOUT') return false
  return effect === 'read' || carried === 'no'
}

const findFaultCode = (error: unknown): string | undefined => {
  if (error instanceof RemoteError) return error.facts.code
  return error instanceof AuthError ? error.code : undefined
}
