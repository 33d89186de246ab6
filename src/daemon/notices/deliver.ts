import { nameOfError } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import { delayBefore, type RetryPolicy } from '../../http/retry-policy.js'
import { DeliveryError, type Channel } from './channel.js'
import type { Notice } from './notice.js'

export interface DeliverOptions {
  policy: RetryPolicy
  log: Log
  /** Aborted when the program ends: nothing is tried again then. */
  closing: AbortSignal
}

/** Sends a notice, again if need be. Says whether it arrived; never throws, because no run is to fail for it. */
export const deliver = async (
  channel: Channel,
  notice: Notice,
  options: DeliverOptions,
): Promise<boolean> => {
  const { policy, log, closing } = options
  const fields = { channel: channel.name, kind: notice.kind, connection: notice.connection }
  for (let repeat = 1; ; repeat += 1) {
    try {
      log.info('notice sent', { ...fields, result: await channel.send(notice) })
      return true
    } catch (error) {
      const { code, message, passes, retryAfter } = toDeliveryError(error)
      if (!passes || repeat > policy.retries || closing.aborted) {
        log.error('notice not sent', { ...fields, code, reason: message })
        return false
      }
      const asked = retryAfter === undefined ? {} : { retryAfter }
      const waitMs = delayBefore(repeat, { kind: 'status', status: 503, ...asked }, policy)
      log.warn('notice not sent yet', { ...fields, code, reason: message, repeat, waitMs })
      // A wait that is broken off leads to one last try.
      await policy.sleep(waitMs, closing).catch(() => undefined)
    }
  }
}

const toDeliveryError = (error: unknown): DeliveryError =>
  error instanceof DeliveryError
    ? error
    : new DeliveryError('internal', `a bug: ${nameOfError(error)}`, false)
