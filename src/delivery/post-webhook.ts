import type { Readable } from 'node:stream'

import axios from 'axios'

import { findConnectProblem } from '../http/proxy/connect-problem.js'
import { toFailureReason, type HttpFailureReason } from '../http/http-failure.js'
import { openWatchedAgents, type WatchedAgents } from './watched-agents.js'
import { isWorthRepeating } from '../http/retry-policy.js'
import { DeliveryError } from './delivery-error.js'
import {
  deliveryHeader,
  signatureHeader,
  signStandard,
  signWebhook,
  standardHeaders,
  timestampHeader,
} from './sign-webhook.js'

export interface WebhookOptions {
  /** https, or http on this machine. */
  url: string
  secret: string
  /** Epoch milliseconds. */
  now: () => number
  /** How long everything may take, until the status of the answer is there. */
  timeoutMs?: number
}

/** One message to a program. */
export interface WebhookMessage {
  /** JSON. */
  body: string
  /** The same for every attempt, so that a receiver can tell a repeat. */
  deliveryId: string
  /** The key of the configuration that names the receiver, for messages: `notices.webhook`. */
  setting: string
}

const usualTimeoutMs = 10_000

/**
 * Posts a message once, signed, and gives the status of the answer, no matter what else the answer says or
 * goes on saying. No redirect is followed: what is signed for one host stays with it. Throws `DeliveryError`.
 */
export const postWebhook = async (options: WebhookOptions, message: WebhookMessage): Promise<number> => {
  const agents = openWatchedAgents()
  try {
    return await post(options, message, agents)
  } catch (error) {
    throw toDeliveryError(toFailureReason(error), message.setting, agents.wasReached())
  } finally {
    agents.destroy()
  }
}

const post = async (
  { url, secret, now, timeoutMs = usualTimeoutMs }: WebhookOptions,
  { body, deliveryId }: WebhookMessage,
  { http: httpAgent, https: httpsAgent }: WatchedAgents,
): Promise<number> => {
  const timestamp = String(Math.floor(now() / 1000))
  const { status, data } = await axios.post<Readable>(url, body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'nmbrs-sync',
      [timestampHeader]: timestamp,
      [signatureHeader]: signWebhook(secret, timestamp, body),
      [deliveryHeader]: deliveryId,
      [standardHeaders.id]: deliveryId,
      [standardHeaders.timestamp]: timestamp,
      [standardHeaders.signature]: signStandard(secret, { id: deliveryId, timestamp, body }),
    },
    timeout: timeoutMs,
    signal: AbortSignal.timeout(timeoutMs),
    httpAgent,
    httpsAgent,
    maxRedirects: 0,
    // Nothing of the answer is used but its status, so nothing more of it is read: it may be long, broken, or
    // never end.
    responseType: 'stream',
    decompress: false,
    transformRequest: (text: unknown) => text,
    // The agents know the proxy of the environment. Plain HTTP stays on this machine, and no proxy must see
    // it.
    proxy: false,
  })
  data.on('error', () => undefined).destroy()
  return status
}

const toDeliveryError = (reason: HttpFailureReason, setting: string, wasReached: boolean): DeliveryError => {
  const retryAfter = reason.kind === 'status' ? reason.retryAfter : undefined
  const passes = reason.kind === 'timeout' || isWorthRepeating(reason)
  const carried = wasReached && !isRefusal(reason) ? 'unknown' : 'no'
  return new DeliveryError(toCode(reason), toMessage(reason, setting), passes, retryAfter, carried)
}

/**
 * Whether the receiver said itself that it did not take it. A server that failed over it, or gave up waiting,
 * may have.
 */
const isRefusal = (reason: HttpFailureReason): boolean =>
  reason.kind === 'redirect' || (reason.kind === 'status' && reason.status < 500 && reason.status !== 408)

const toCode = (reason: HttpFailureReason): string =>
  reason.kind === 'status' || reason.kind === 'redirect' ? `status-${reason.status}` : reason.kind

const toMessage = (reason: HttpFailureReason, setting: string): string => {
  switch (reason.kind) {
    case 'status':
      return `the webhook answered with status ${reason.status}`
    case 'redirect':
      return `the webhook answered with status ${reason.status}, which sends us elsewhere; put the final address in ${setting}.url`
    case 'timeout':
      return 'the webhook did not answer in time'
    case 'unreachable': {
      const problem = findConnectProblem(reason.code)
      return problem === undefined
        ? `the webhook cannot be reached (${reason.code}); check ${setting}.url`
        : `the webhook cannot be reached: ${problem.title} (${reason.code}). ${problem.remedy}`
    }
    case 'too-large':
    case 'truncated':
    case 'not-json':
    case 'not-utf8':
      return 'the answer of the webhook cannot be read'
    case 'closed':
      return 'the delivery was broken off'
  }
}
