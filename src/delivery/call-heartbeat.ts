import type { Readable } from 'node:stream'

import axios from 'axios'

import { findConnectProblem } from '../http/proxy/connect-problem.js'
import { toFailureReason, type HttpFailureReason } from '../http/http-failure.js'
import { isWorthRepeating } from '../http/retry-policy.js'
import { DeliveryError } from './delivery-error.js'
import { openWatchedAgents } from './watched-agents.js'

const usualTimeoutMs = 10_000

/**
 * Calls an address that raises an alarm when it is not called for long, once, and gives the status of the
 * answer, of which nothing else is read. No redirect is followed. Throws `DeliveryError`, which names nothing
 * of the address: what makes it secret may stand anywhere in it.
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
      // The agents know the proxy of the environment. Plain HTTP stays on this machine, and no proxy must see
      // it.
      proxy: false,
    })
    data.on('error', () => undefined).destroy()
    return status
  } catch (error) {
    const reason = toFailureReason(error)
    const code = toCode(reason)
    const passes = reason.kind === 'timeout' || isWorthRepeating(reason)
    throw new DeliveryError(code, `daemon.heartbeat was not reached (${code}); check it`, passes)
  } finally {
    agents.destroy()
  }
}

const toCode = (reason: HttpFailureReason): string => {
  if ('status' in reason) return `status-${reason.status}`
  const problem = reason.kind === 'unreachable' ? findConnectProblem(reason.code) : undefined
  return problem?.code ?? reason.kind
}
