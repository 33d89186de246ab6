import { AuthError, RemoteError } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import type { OnFault } from '../../domain/run/progress.js'
import { repeatAttempt } from '../../http/repeat.js'
import type { RetryPolicy } from '../../http/retry-policy.js'

export interface RepeatOptions {
  policy: RetryPolicy
  log: Log
  closing: AbortSignal
  onFault?: OnFault | undefined
}

/** What a transport knows of a failed call. */
export interface JudgedCall {
  operation: string
  /** How often the call may be sent again after this error; 0 when it must not be. */
  mostRepeats: (error: RemoteError) => number
  /** What Nmbrs asked to wait, as its header says it. */
  findRetryAfter: (error: RemoteError) => string | undefined
}

/**
 * Makes a call, again if need be; tells of each failure. The wait is what Nmbrs asks for, else it doubles.
 */
export const repeatNmbrsCall = <Result>(
  { operation, mostRepeats, findRetryAfter }: JudgedCall,
  { policy, log, closing, onFault }: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> =>
  repeatAttempt(attempt, {
    policy,
    closing,
    judge: (error) => {
      const code = findFaultCode(error)
      if (code !== undefined) onFault?.({ remote: 'nmbrs', operation, code })
      if (!(error instanceof RemoteError)) return undefined
      return { retries: mostRepeats(error), retryAfter: findRetryAfter(error) }
    },
    onRepeat: ({ repeat, waitMs, error }) => {
      log.warn('nmbrs call repeated', { operation, code: findFaultCode(error), repeat, waitMs })
    },
  })

const findFaultCode = (error: unknown): string | undefined => {
  if (error instanceof RemoteError) return error.facts.code
  return error instanceof AuthError ? error.code : undefined
}
