import { setTimeout as wait } from 'node:timers/promises'

import { findConnectProblem } from './proxy/connect-problem.js'
import type { HttpFailureReason } from './http-failure.js'
import { parseRetryAfter } from './retry-after.js'

/** How often and how patiently a failed read is repeated. */
export interface RetryPolicy {
  /** Repeats after the first attempt. */
  retries: number
  /** The wait before the first repeat; it doubles with each further one. */
  baseDelayMs: number
  /** The longest wait, whether computed or asked for by `Retry-After`. */
  maxDelayMs: number
  /**
   * From 0 up to, not including, 1. Spreads the waits, so that several programs do not come back at one
   * moment.
   */
  random: () => number
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  nowMs: () => number
}

export const defaultRetryPolicy: RetryPolicy = {
  retries: 4,
  baseDelayMs: 500,
  maxDelayMs: 120_000,
  random: Math.random,
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
  nowMs: Date.now,
}

/** Network errors that pass by themselves. A host that is not known or a bad certificate does not. */
const passingCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
])

/** Whether the same read may succeed if it is sent again soon. */
export const isWorthRepeating = (reason: HttpFailureReason): boolean => {
  switch (reason.kind) {
    case 'status':
      return reason.status === 408 || reason.status === 429 || reason.status >= 500
    case 'timeout':
      return reason.overrun !== true
    case 'truncated':
      return true
    case 'unreachable':
      return findConnectProblem(reason.code)?.retryable ?? passingCodes.has(reason.code)
    case 'redirect':
    case 'not-json':
    case 'not-utf8':
    case 'too-large':
    case 'closed':
      return false
  }
}

/**
 * The wait in milliseconds before repeat number `repeat`, counted from 1: what `Retry-After` asks for, else
 * between half and all of a doubling delay. Never more than `maxDelayMs`.
 */
export const delayBefore = (repeat: number, retryAfter: string | undefined, policy: RetryPolicy): number => {
  const asked = parseRetryAfter(retryAfter, { nowMs: policy.nowMs(), maxMs: policy.maxDelayMs })
  if (asked !== undefined) return asked
  const longest = Math.min(policy.baseDelayMs * 2 ** (repeat - 1), policy.maxDelayMs)
  return Math.round(longest / 2 + (longest / 2) * policy.random())
}
