import { Agent } from 'node:https'

import axios from 'axios'

import { toFailureReason, type HttpFailureReason } from '../http/http-failure.js'
import { strictTls } from '../http/keep-alive-agents.js'
import { isWorthRepeating } from '../http/retry-policy.js'
import { DeliveryError } from './delivery-error.js'
import { deliveryHeader, signatureHeader, signWebhook, timestampHeader } from './sign-webhook.js'

export interface WebhookOptions {
  /** https, or http on this machine. */
  url: string
  secret: string
  /** Epoch milliseconds. */
  now: () => number
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
/** Nothing of the answer is used but its status. */
const maxAnswerBytes = 64 * 1024

/**
 * Posts a message once, signed, and gives the status of the answer. No redirect is followed: what is signed for one host stays with it.
 * Throws `DeliveryError`.
 */
export const postWebhook = async (options: WebhookOptions, message: WebhookMessage): Promise<number> => {
  try {
    return await post(options, message)
  } catch (error) {
    throw toDeliveryError(toFailureReason(error), message.setting)
  }
}

const post = async (
  { url, secret, now, timeoutMs = usualTimeoutMs }: WebhookOptions,
  { body, deliveryId }: WebhookMessage,
): Promise<number> => {
  const timestamp = String(Math.floor(now() / 1000))
  const { status } = await axios.post<unknown>(url, body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'nmbrs-sync',
      [timestampHeader]: timestamp,
      [signatureHeader]: signWebhook(secret, timestamp, body),
      [deliveryHeader]: deliveryId,
    },
    timeout: timeoutMs,
    signal: AbortSignal.timeout(timeoutMs),
    httpsAgent: new Agent(strictTls),
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    responseType: 'text',
    transformRequest: (text: unknown) => text,
    transformResponse: () => undefined,
    // Plain HTTP stays on this machine: a proxy of the environment must not see it.
    ...(new URL(url).protocol === 'http:' && { proxy: false as const }),
  })
  return status
}

const toDeliveryError = (reason: HttpFailureReason, setting: string): DeliveryError => {
  const retryAfter = reason.kind === 'status' ? reason.retryAfter : undefined
  const passes = reason.kind === 'timeout' || isWorthRepeating(reason)
  const carried = isSurelyRefused(reason) ? 'no' : 'unknown'
  return new DeliveryError(toCode(reason), toMessage(reason, setting), passes, retryAfter, carried)
}

/** Failures before anything was sent. A connection that broke may have carried the whole body. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
])

/** Whether the receiver surely did not take it: it was not reached, or said so itself. */
const isSurelyRefused = (reason: HttpFailureReason): boolean => {
  switch (reason.kind) {
    case 'status':
      return reason.status < 500 && reason.status !== 408
    case 'redirect':
      return true
    case 'unreachable':
      return neverSent.has(reason.code)
    case 'timeout':
    case 'truncated':
    case 'too-large':
    case 'not-json':
    case 'not-utf8':
    case 'closed':
      return false
  }
}

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
    case 'unreachable':
      return `the webhook cannot be reached (${reason.code}); check ${setting}.url`
    case 'too-large':
    case 'truncated':
    case 'not-json':
    case 'not-utf8':
      return 'the answer of the webhook cannot be read'
    case 'closed':
      return 'the delivery was broken off'
  }
}
