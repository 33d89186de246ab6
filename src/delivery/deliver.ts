import { nameOfError, type Carried } from '../domain/errors.js'
import type { Log, LogFields } from '../domain/log.js'
import { repeatAttempt } from '../http/repeat.js'
import { defaultRetryPolicy, type RetryPolicy } from '../http/retry-policy.js'
import { DeliveryError } from './delivery-error.js'

export interface DeliverOptions {
  policy: RetryPolicy
  log: Log
  /** Aborted when the program ends: nothing is tried again then. */
  closing: AbortSignal
}

/** What is to be sent, as the log calls it. */
export interface Sending {
  /** `notice`, `worklist`. */
  what: string
  /** Ids and codes that say which one it is. */
  fields: LogFields
  /** Sends it once. Gives what to say of it. Throws `DeliveryError`. */
  send: () => Promise<string>
  /** Whether it is not sent again once it may have arrived. */
  neverTwice?: boolean
}

/** `carried`: whether one of the attempts may have arrived all the same. */
export type Delivered =
  { arrived: true; result: string } | { arrived: false; error: DeliveryError; carried: Carried }

/** A mail server that is being restarted is back within minutes. */
export const patientPolicy: RetryPolicy = {
  ...defaultRetryPolicy,
  retries: 4,
  baseDelayMs: 10_000,
  maxDelayMs: 120_000,
}

/**
 * Sends something, again if need be. Says whether it arrived; never throws, because no run is to fail for it.
 */
export const deliver = async (
  { what, fields, send, neverTwice = false }: Sending,
  { policy, log, closing }: DeliverOptions,
): Promise<Delivered> => {
  let carried: Carried = 'no'
  const toReason = (error: unknown): LogFields => {
    const { code, message } = toDeliveryError(error)
    return { code, reason: message }
  }
  try {
    const result = await repeatAttempt(send, {
      policy: { ...policy, sleep: toLastTry(policy) },
      closing,
      judge: (caught) => {
        const error = toDeliveryError(caught)
        if (error.carried === 'unknown') carried = 'unknown'
        const isInDoubt = neverTwice && carried === 'unknown'
        return error.passes && !isInDoubt
          ? { retries: policy.retries, retryAfter: error.retryAfter }
          : undefined
      },
      onRepeat: ({ repeat, waitMs, error }) => {
        log.warn(`${what} not sent yet`, { ...fields, ...toReason(error), repeat, waitMs })
      },
    })
    log.info(`${what} sent`, { ...fields, result })
    return { arrived: true, result }
  } catch (caught) {
    log.error(`${what} not sent`, { ...fields, ...toReason(caught) })
    return { arrived: false, error: toDeliveryError(caught), carried }
  }
}

/** A wait that is broken off leads to one last try. */
const toLastTry =
  ({ sleep }: RetryPolicy): RetryPolicy['sleep'] =>
  (ms, signal) =>
    sleep(ms, signal).catch(() => undefined)

const toDeliveryError = (error: unknown): DeliveryError =>
  error instanceof DeliveryError
    ? error
    : new DeliveryError('internal', `a bug: ${nameOfError(error)}`, false)
