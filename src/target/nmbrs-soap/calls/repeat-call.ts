import { AuthError, RemoteError } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'
import type { OnFault } from '../../../domain/run/progress.js'
import { delayBefore, type RetryPolicy } from '../../../http/retry-policy.js'
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
export const repeatCall = async <Result>(
  call: RepeatedCall,
  { policy, log, closing, onFault }: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> => {
  const { operation } = call
  for (let repeat = 1; ; repeat += 1) {
    try {
      return await attempt()
    } catch (error) {
      const code = findFaultCode(error)
      if (code !== undefined) onFault?.({ remote: 'nmbrs', operation, code })
      if (closing.aborted || !(error instanceof RemoteError)) throw error
      if (repeat > mostRepeats(call, error, policy)) throw error
      const waitMs = delayBefore(repeat, toReason(error), policy)
      log.warn('nmbrs call repeated', { operation, code: error.facts.code, repeat, waitMs })
      await policy.sleep(waitMs, closing).catch(() => {
        throw error
      })
    }
  }
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

/** What the shared policy reads the wait from. */
const toReason = (error: RemoteError) => {
  const retryAfter = findRetryAfter(error)
  return { kind: 'status', status: 503, ...(retryAfter !== undefined && { retryAfter }) } as const
}
