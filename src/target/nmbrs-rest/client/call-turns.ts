import type { AuthError } from '../../../domain/errors.js'
import type { Exchange, HttpAnswer, HttpRequest } from '../../../http/exchange/exchange.js'
import { HttpFailure } from '../../../http/http-failure.js'
import { LaneClosed, type PacedQueue } from '../../../http/paced-queue.js'
import { readJsonBody } from '../../../http/parse-json-body.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import type { Traffic } from '../../../http/traffic.js'
import type { WriteFence } from '../../port.js'
import type { AccessTokens } from '../identity/access-tokens.js'
import { createCallCounts } from './call-counts.js'
import { toNetworkError } from './network-error.js'
import { blamesKey, readRefusal, toAuthError, toRefusalError } from './refusal.js'
import { findOverload } from '../../common/find-overload.js'
import type { RestCall } from './rest-call.js'
import { createRestError } from './rest-error.js'

/** What came of one request: its answer, or that token or key is not accepted. */
export type Turn =
  | { result: 'done'; value: unknown }
  | { result: 'refused'; token: string; blamesKey: boolean; error: AuthError }

/** Sends single requests, each in its turn. */
export interface CallTurns {
  /** Throws `RemoteError` for anything else that Nmbrs answers, and what the tokens throw. */
  take(call: RestCall, effect: 'read' | 'write', subscriptionKey: string): Promise<Turn>
  counts(): Readonly<Record<string, number>>
  readonly traffic: Traffic
  close(): void
}

interface CallTurnsOptions {
  host: string
  tokens: AccessTokens
  fence: WriteFence
  queue: PacedQueue
  exchange: Exchange
  policy: RetryPolicy
  onAnswer?: OnAnswer | undefined
}

/** Told of each answer as it came, before anything is made of it. */
export type OnAnswer = (operation: string, answer: HttpAnswer) => void

export const createCallTurns = (options: CallTurnsOptions): CallTurns => {
  const { tokens, queue, policy } = options
  const lane = queue.openLane({ findOverload: (error) => findOverload(error, policy) })
  const counts = createCallCounts()

  const sendNow = async (
    call: RestCall,
    effect: 'read' | 'write',
    { key, token, leaves }: { key: string; token: string; leaves: () => void },
  ): Promise<Turn> => {
    counts.add(call.operation)
    const fence = effect === 'write' ? counts.unlessRefused(call.operation, options.fence) : atOnce
    const leave: WriteFence = (send) => {
      fence(() => {
        leaves()
        send()
      })
    }
    const request = { ...toRequest(call, options.host, { key, token }), leave }
    const answer = await sendOut(options.exchange, request, call)
    options.onAnswer?.(call.operation, answer)
    return toTurn(answer, call, effect, token)
  }

  const take: CallTurns['take'] = async (call, effect, key) => {
    for (let turns = 1; ; turns += 1) {
      const current = await tokens.current()
      const turn = await lane.run(async (leaves) => {
        // One that ended while the call waited is not waited for here: calls that begin late would leave
        // together.
        const token = tokens.peek() ?? (turns < mostTurns ? undefined : current)
        return token === undefined ? undefined : sendNow(call, effect, { key, token, leaves })
      }, call.operation)
      if (turn !== undefined) return turn
    }
  }

  return {
    take: (call, effect, key) =>
      take(call, effect, key).catch((error: unknown) => {
        throw error instanceof LaneClosed
          ? createRestError('closed', call.operation, { carried: 'no' })
          : error
      }),
    counts: () => counts.read(),
    traffic: lane.traffic,
    close: () => {
      lane.close()
    },
  }
}

/**
 * Tokens that never outlive the wait for a turn are sent all the same: the answer says what is wrong with
 * them.
 */
const mostTurns = 3

const atOnce: WriteFence = (send) => {
  send()
}

const toRequest = (
  { method, path, query = {}, body }: RestCall,
  host: string,
  { key, token }: { key: string; token: string },
): HttpRequest => {
  const search = new URLSearchParams(query).toString()
  return {
    method,
    url: `${host.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'x-subscription-key': key,
      'user-agent': 'nmbrs-sync',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}

const sendOut = async (exchange: Exchange, request: HttpRequest, call: RestCall): Promise<HttpAnswer> => {
  try {
    return await exchange.send(request)
  } catch (error) {
    throw error instanceof HttpFailure ? toNetworkError(error, call.operation) : error
  }
}

const toTurn = (answer: HttpAnswer, call: RestCall, effect: 'read' | 'write', token: string): Turn => {
  const { status } = answer
  if (status >= 200 && status < 300) return { result: 'done', value: readValue(answer, call, effect) }
  if (status !== 401 && status !== 403) throw toRefusalError(answer, call)
  const refusal = readRefusal(answer)
  const isKey = blamesKey(refusal)
  if (status === 403 && !isKey) throw toRefusalError(answer, call)
  return { result: 'refused', token, blamesKey: isKey, error: toAuthError(refusal, call.operation) }
}

/** A write may be answered with nothing (Nmbrs REST contract, section 15, row 2). */
const readValue = ({ bytes }: HttpAnswer, { operation }: RestCall, effect: 'read' | 'write'): unknown => {
  if (bytes.length === 0) {
    if (effect === 'write') return undefined
    throw createRestError('not-json', operation)
  }
  const body = readJsonBody(bytes)
  if ('value' in body) return body.value
  throw createRestError(body.problem, operation)
}
