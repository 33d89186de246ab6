import axios, { type AxiosAdapter, type AxiosResponse, isAxiosError } from 'axios'

import { HttpFailure, toFailureReason } from '../http-failure.js'
import { createKeepAliveAgents } from './keep-alive-agents.js'
import { createDeparture, type Departure, type Leave } from './departure.js'
import { letGoOfPieces } from './let-go.js'

export interface ExchangeOptions {
  /** How long the server may stay silent, in milliseconds. */
  timeoutMs?: number
  connectTimeoutMs?: number
  /** How long one request may take altogether, in milliseconds. */
  deadlineMs?: number
  /** The largest answer, unpacked, in bytes. */
  maxBytes?: number
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Readonly<Record<string, string>>
  body?: string
  /**
   * Given for what must not happen twice: the request waits for its connection and leaves inside of it. What
   * it throws instead comes out as it is.
   */
  leave?: Leave
}

/**
 * Every answer that has a status, no matter what it is; what broke off after a status that refuses counts as
 * empty.
 */
export interface HttpAnswer {
  status: number
  /** The header by its name in small letters, if it came once. */
  header(name: string): string | undefined
  bytes: Uint8Array
}

/**
 * Sends single requests over kept connections. Nothing is repeated and no redirect is followed, so that a
 * token stays with the host it is for.
 */
export interface Exchange {
  /** Throws `HttpFailure`. */
  send(request: HttpRequest): Promise<HttpAnswer>
  /** Requests sent so far. */
  count(): number
  isClosed(): boolean
  /** Ends what is under way; nothing can be sent after it. */
  close(): void
}

const defaults = { timeoutMs: 60_000, deadlineMs: 120_000, maxBytes: 64 * 1024 * 1024 }

export const createExchange = (options: ExchangeOptions = {}): Exchange => {
  const { timeoutMs, deadlineMs, maxBytes } = { ...defaults, ...options }
  const agents = createKeepAliveAgents(options)
  const attempts = createAttempts(deadlineMs)
  const instance = axios.create({
    timeout: timeoutMs,
    transitional: { clarifyTimeoutError: true },
    maxContentLength: maxBytes,
    maxRedirects: 0,
    httpAgent: agents.http,
    httpsAgent: agents.https,
    // The agents know the proxy of the environment. Plain HTTP stays on this machine, and no proxy must see
    // it.
    proxy: false,
    adapter: attempts.send,
    // As bytes: axios would replace what is not UTF-8.
    responseType: 'arraybuffer',
    transformResponse: (body: unknown) => body,
    transformRequest: (body: unknown) => body,
    validateStatus: () => true,
  })
  const closing = new AbortController()
  const isClosed = (): boolean => closing.signal.aborted

  const sendOut = async (request: HttpRequest, departure: Departure | undefined): Promise<HttpAnswer> => {
    const { method, url, headers, body } = request
    const transport = departure === undefined ? {} : { transport: departure.transport }
    const response = await instance.request<unknown>({
      ...{ method, url, headers: { ...headers } },
      ...transport,
      ...(body !== undefined && { data: body }),
    })
    letGoOfPieces(response)
    return toAnswer(response)
  }

  return {
    send: async (request) => {
      if (isClosed()) throw new HttpFailure({ kind: 'closed' }, false)
      const departure = request.leave && createDeparture(request.url, request.leave, options.connectTimeoutMs)
      try {
        return await sendOut(request, departure)
      } catch (error) {
        departure?.throwRefusal()
        const answer = isAxiosError(error) && error.code !== 'ERR_CANCELED' ? error.response : undefined
        if (!isClosed() && answer !== undefined && answer.status >= 300)
          return toAnswer({ ...answer, data: '' })
        throw new HttpFailure(isClosed() ? { kind: 'closed' } : toFailureReason(error), departure?.hasLeft())
      }
    },
    count: attempts.count,
    isClosed,
    close: () => {
      closing.abort()
      attempts.abort()
      agents.destroy()
    },
  }
}

interface Attempts {
  send: AxiosAdapter
  count: () => number
  abort: () => void
}

/** Gives every request its own time limit. */
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
      return await overHttp({ ...config, signal: limit.signal })
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

const toAnswer = ({ status, headers, data }: AxiosResponse<unknown>): HttpAnswer => ({
  status,
  header: (name) => {
    const value: unknown = headers[name]
    return typeof value === 'string' ? value : undefined
  },
  bytes: data instanceof Uint8Array ? data : new TextEncoder().encode(typeof data === 'string' ? data : ''),
})
