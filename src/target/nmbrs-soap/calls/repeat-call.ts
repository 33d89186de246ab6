import type { RemoteError } from '../../../domain/errors.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import { repeatNmbrsCall, type RepeatOptions } from '../../common/repeat-nmbrs-call.js'
import { isWorthOneRepeat } from '../wire/faults.js'
import type { OperationShape } from '../wire/operations.js'
import { findRetryAfter, hasOverrun } from './transport.js'

/** What is called, and whether sending it twice is harmless. */
export interface RepeatedCall {
  operation: string
  effect: OperationShape['effect']
}

/**
 * Makes a call, again if need be. A read is repeated when it may succeed later; a write only when it also
 * surely did not happen. The wait is what Nmbrs asks for, else it doubles.
 */
export const repeatCall = <Result>(
  call: RepeatedCall,
  options: RepeatOptions,
  attempt: () => Promise<Result>,
): Promise<Result> =>
  repeatNmbrsCall(
    {
      operation: call.operation,
      mostRepeats: (error) => mostRepeats(call, error, options.policy),
      findRetryAfter,
    },
    options,
    attempt,
  )

const mostRepeats = ({ effect }: RepeatedCall, error: RemoteError, policy: RetryPolicy): number => {
  const { facts } = error
  if (!facts.retryable || hasOverrun(error)) return 0
  if (effect === 'write' && facts.carried !== 'no') return 0
  // The operating system has asked for that connection several times by then.
  if (facts.code === 'unreachable' && facts.status === 'ETIMEDOUT') return 0
  return isWorthOneRepeat(facts.code) ? 1 : policy.retries
}
