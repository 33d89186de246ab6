import { setMaxListeners } from 'node:events'

import { InternalError } from '../domain/errors.js'
import { createExchange, type Exchange, type ExchangeOptions, type HttpAnswer } from './exchange/exchange.js'
import { HttpFailure, type HttpFailureReason, toStatusReason } from './http-failure.js'
import { readJsonBody } from './parse-json-body.js'
import { repeatAttempt, type Again } from './repeat.js'
import { defaultRetryPolicy, isWorthRepeating, type RetryPolicy } from './retry-policy.js'

export interface GetOnlyClientOptions extends ExchangeOptions {
  /** With or without a closing slash. */
  baseUrl: string
  /** Sent as a bearer token to this base address only. */
  token: string
  retry?: Partial<RetryPolicy>
  onRetry?: (repeat: { path: string; repeat: number; delayMs: number; reason: HttpFailureReason }) => void
}

/** Reads JSON from one base address with one token. It has no way to send anything but GET. */
export interface GetOnlyClient {
  /** The parsed answer. Throws `HttpFailure`. */
  get(path: string, params?: Readonly<Record<string, string>>): Promise<unknown>
  /** Requests sent so far, repeats included. */
  requestCount(): number
  /** Ends what is under way; nothing can be read after it. */
  close(): void
}

export const createGetOnlyClient = (options: GetOnlyClientOptions): GetOnlyClient => {
  const closing = new AbortController()
  // Every read that waits for its repeat listens to it.
  setMaxListeners(0, closing.signal)
  const exchange = createExchange(options)
  const policy = { ...defaultRetryPolicy, ...options.retry }
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const headers = { accept: 'application/json', authorization: `Bearer ${options.token}` }

  const get: GetOnlyClient['get'] = async (path, params = {}) => {
    if (exchange.isClosed()) throw new InternalError('read through a closed client')
    const query = new URLSearchParams(params).toString()
    const url = `${baseUrl}${path}${query === '' ? '' : `?${query}`}`
    return repeatAttempt(() => readOnce(exchange, url, headers), {
      policy,
      closing: closing.signal,
      judge: (error) => toAgain(error, policy),
      onRepeat: ({ repeat, waitMs: delayMs, error }) => {
        options.onRetry?.({ path: new URL(url).pathname, repeat, delayMs, reason: toReason(error) })
      },
    }).catch((error: unknown) => {
      throw exchange.isClosed() ? new HttpFailure({ kind: 'closed' }) : error
    })
  }

  return {
    get,
    requestCount: () => exchange.count(),
    close: () => {
      closing.abort()
      exchange.close()
    },
  }
}

const readOnce = async (
  exchange: Exchange,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> => parseAnswer(await exchange.send({ method: 'GET', url, headers }))

const parseAnswer = (answer: HttpAnswer): unknown => {
  const { status, bytes } = answer
  if (status >= 300) throw new HttpFailure(toStatusReason(status, answer.header('retry-after')))
  const body = readJsonBody(bytes)
  if ('value' in body) return body.value
  throw new HttpFailure({ kind: body.problem })
}

const toReason = (error: unknown): HttpFailureReason => {
  if (error instanceof HttpFailure) return error.reason
  throw error
}

const toAgain = (error: unknown, { retries }: RetryPolicy): Again | undefined => {
  const reason = toReason(error)
  if (!isWorthRepeating(reason)) return undefined
  return { retries, retryAfter: reason.kind === 'status' ? reason.retryAfter : undefined }
}
