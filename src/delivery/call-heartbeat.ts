import type { Readable } from 'node:stream'

import axios from 'axios'

import { toFailureReason } from '../http/http-failure.js'
import { isWorthRepeating } from '../http/retry-policy.js'
import { DeliveryError } from './delivery-error.js'
import { openWatchedAgents } from './watched-agents.js'

const usualTimeoutMs = 10_000

/**
 * Calls an address that raises an alarm when it is not called for long, once, and gives the status of the answer, of which nothing else is read.
 * No redirect is followed. Throws `DeliveryError`, which names nothing of the address: what makes it secret may stand anywhere in it.
 */
export const callHeartbeat = async (url: string, timeoutMs = usualTimeoutMs): Promise<number> => {
  const agents = openWatchedAgents()
  try {
    const { status, data } = await axios.get<Readable>(url, {
      headers: { 'user-agent': 'nmbrs-sync' },
      timeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      httpAgent: agents.http,
      httpsAgent: agents.https,
      maxRedirects: 0,
      responseType: 'stream',
      decompress: false,
      // Plain HTTP stays on this machine: a proxy of the environment must not see it.
      ...(new URL(url).protocol === 'http:' && { proxy: false as const }),
    })
    data.on('error', () => undefined).destroy()
    return status
  } catch (error) {
    const reason = toFailureReason(error)
    const code = 'status' in reason ? `status-${reason.status}` : reason.kind
    const passes = reason.kind === 'timeout' || isWorthRepeating(reason)
    throw new DeliveryError(code, `daemon.heartbeat was not reached (${code}); check it`, passes)
  } finally {
    agents.destroy()
  }
}
