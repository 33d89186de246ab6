import {
  request as requestHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { request as requestHttps } from 'node:https'

import { toError } from '../../domain/errors.js'
import { whenConnected } from './when-connected.js'

/** Calls `send` at once, or throws and nothing leaves. */
export type Leave = (send: () => void) => void

/** The way out of one request that must not happen unnoticed. */
export interface Departure {
  /** What axios opens the request with. */
  transport: {
    request: (options: RequestOptions, onAnswer: (answer: IncomingMessage) => void) => ClientRequest
  }
  /** Whether anything of the request can have left. */
  hasLeft(): boolean
  /** Throws what `leave` threw, if it did. */
  throwRefusal(): void
}

const usualConnectTimeoutMs = 10_000

/**
 * Keeps a request back until its connection is there, and lets it leave inside `leave`: what waits for a
 * connection must not go out after the right to send it is gone, and what never had a connection surely did
 * not happen.
 */
export const createDeparture = (
  url: string,
  leave: Leave,
  connectTimeoutMs: number = usualConnectTimeoutMs,
): Departure => {
  const open = url.startsWith('https:') ? requestHttps : requestHttp
  let left = false
  let refusal: { error: unknown } | undefined

  const holdBack = (request: ClientRequest): ClientRequest => {
    const end = request.end.bind(request)
    let body: string | undefined
    request.write = (text: string): boolean => {
      body = text
      return true
    }
    request.end = (): ClientRequest => {
      whenConnected(request, connectTimeoutMs, () => {
        try {
          leave(() => {
            left = true
            // A text, so that it leaves in one piece with the head.
            end(body, 'utf8')
          })
        } catch (error) {
          refusal = { error }
          request.destroy(toError(error))
        }
      })
      return request
    }
    return request
  }

  return {
    transport: { request: (options, onAnswer) => holdBack(open(options, onAnswer)) },
    hasLeft: () => left,
    throwRefusal: () => {
      if (refusal !== undefined) throw refusal.error
    },
  }
}
