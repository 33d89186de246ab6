import axios, { type AxiosAdapter, AxiosError, type AxiosRequestConfig, type AxiosResponse } from 'axios'
import axiosRetry, { type IAxiosRetryConfig } from 'axios-retry'

import { InternalError } from '../domain/errors.js'
import { bodyProblems, HttpFailure, type HttpFailureReason, toFailureReason } from './http-failure.js'
import { createKeepAliveAgents } from './keep-alive-agents.js'
import { readJsonBody } from './parse-json-body.js'
import { defaultRetryPolicy, delayBefore, isWorthRepeating, type RetryPolicy } from './retry-policy.js'

export interface GetOnlyClientOptions {
  /** With or without a closing slash. */
  baseUrl: string
  /** Sent as a bearer token to this base address only. */
  token: string
  /** How long the server may stay silent, in milliseconds. */
  timeoutMs?: number
  connectTimeoutMs?: number
  /** How long one attempt may take altogether, in milliseconds. */
  deadlineMs?: number
  /** The largest answer, unpacked, in bytes. */
  maxBytes?: number
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

const defaults = { timeoutMs: 60_000, deadlineMs: 120_000, maxBytes: 64 * 1024 * 1024 }

export const createGetOnlyClient = (options: GetOnlyClientOptions): GetOnlyClient => {
  const closing = new AbortController()
  const isClosed = (): boolean => closing.signal.aborted
  const agents = createKeepAliveAgents(options)
  const attempts = createAttempts(options.deadlineMs ?? defaults.deadlineMs)
  const instance = axios.create({
    ...toRequestConfig(options),
    httpAgent: agents.http,
    httpsAgent: agents.https,
    adapter: attempts.send,
  })
  axiosRetry(instance, toRetryConfig(options, closing.signal))
  const baseUrl = options.baseUrl.replace(/\/+$/, '')

  return {
    get: async (path, params = {}) => {
      if (isClosed()) throw new InternalError('read through a closed client')
      const query = new URLSearchParams(params).toString()
      try {
        const response = await instance.get<unknown>(`${baseUrl}${path}${query === '' ? '' : `?${query}`}`)
        return response.data
      } catch (error) {
        throw new HttpFailure(isClosed() ? { kind: 'closed' } : toFailureReason(error))
      }
    },
    requestCount: attempts.count,
    close: () => {
      closing.abort()
      attempts.abort()
      agents.destroy()
    },
  }
}

const toRequestConfig = (options: GetOnlyClientOptions): AxiosRequestConfig => ({
  headers: { accept: 'application/json', authorization: `Bearer ${options.token}` },
  timeout: options.timeoutMs ?? defaults.timeoutMs,
  transitional: { clarifyTimeoutError: true },
  maxContentLength: options.maxBytes ?? defaults.maxBytes,
  maxRedirects: 0,
  // Plain HTTP stays on this machine: a proxy of the environment must not see it.
  ...(new URL(options.baseUrl).protocol === 'http:' && { proxy: false as const }),
  // As bytes: axios would replace what is not UTF-8.
  responseType: 'arraybuffer',
  transformResponse: (body: unknown) => body,
})

interface Attempts {
  send: AxiosAdapter
  count: () => number
  abort: () => void
}

/** Gives every attempt, repeats included, its own time limit. */
const createAttempts = (deadlineMs: number): Attempts => {
  const overHttp = axios.getAdapter('http')
  const underWay = new Set<AbortController>()
  let count = 0
  const send: AxiosAdapter = async (config) => {
    const limit = new AbortController()
    const timer = setTimeout(() => {
      limit.abort()
    }, deadlineMs)
    underWay.add(limit)
    count += 1
    try {
      return withParsedBody(await overHttp({ ...config, signal: limit.signal }))
    } finally {
      clearTimeout(timer)
      underWay.delete(limit)
    }
  }
  const abort = (): void => {
    for (const limit of underWay) limit.abort()
  }
  return { send, count: () => count, abort }
}

const withParsedBody = (response: AxiosResponse<unknown>): AxiosResponse<unknown> => {
  const body = readJsonBody(toBytes(response.data))
  if ('value' in body) return { ...response, data: body.value }
  throw new AxiosError('unreadable answer', bodyProblems[body.problem], response.config, undefined, response)
}

const toBytes = (data: unknown): Uint8Array =>
  data instanceof Uint8Array ? data : new TextEncoder().encode(String(data))

const toRetryConfig = (options: GetOnlyClientOptions, closing: AbortSignal): IAxiosRetryConfig => {
  const policy = { ...defaultRetryPolicy, ...options.retry }
  return {
    retries: policy.retries,
    shouldResetTimeout: true,
    retryCondition: (error) => !closing.aborted && isWorthRepeating(toFailureReason(error)),
    // The wait is ours, in `onRetry`: it can be broken off, and a test can skip it.
    retryDelay: () => 0,
    onRetry: async (repeat, error, config) => {
      const reason = toFailureReason(error)
      const delayMs = delayBefore(repeat, reason, policy)
      options.onRetry?.({ path: new URL(config.url ?? '').pathname, repeat, delayMs, reason })
      await policy.sleep(delayMs, closing)
    },
  }
}
