import * as z from 'zod'

import { createExchange, type Exchange, type HttpAnswer } from '../../../http/exchange/exchange.js'
import { HttpFailure } from '../../../http/http-failure.js'
import { readJsonBody } from '../../../http/parse-json-body.js'
import { readTokenAnswer, type TokenAnswer } from './token-answer.js'

export interface IdentityClientOptions {
  identityHost: string
  clientId: string
  clientSecret: string
  redirectUri: string
  timeoutMs?: number
}

/**
 * Speaks with the identity service. Sends each request once: what is sent again, and when, is for the caller
 * to know.
 */
export interface IdentityClient {
  exchangeCode(code: string, verifier: string): Promise<TokenAnswer>
  refresh(refreshToken: string): Promise<TokenAnswer>
  /** Gives whether the service took it. */
  revoke(token: string, kind: 'access_token' | 'refresh_token'): Promise<boolean>
  /**
   * Whether authorization requests have to be pushed first, which this program does not do; `undefined`: it
   * does not say.
   */
  readWantsPushedRequests(): Promise<boolean | undefined>
  close(): void
}

/** Two attempts take less than the half minute for which one process may refresh. */
const usualTimeoutMs = 10_000

export const createIdentityClient = (options: IdentityClientOptions): IdentityClient => {
  const { timeoutMs = usualTimeoutMs } = options
  const exchange = createExchange({
    timeoutMs,
    connectTimeoutMs: timeoutMs,
    deadlineMs: timeoutMs,
    maxBytes: 1024 * 1024,
  })
  const post = (path: string, form: Readonly<Record<string, string>>): Promise<HttpAnswer> =>
    postForm(exchange, options, path, form)
  const askForTokens = async (form: Readonly<Record<string, string>>): Promise<TokenAnswer> => {
    try {
      return readTokenAnswer(await post('/connect/token', form))
    } catch (error) {
      return toLost(error)
    }
  }
  return {
    exchangeCode: (code, verifier) =>
      askForTokens({
        grant_type: 'authorization_code',
        code,
        redirect_uri: options.redirectUri,
        code_verifier: verifier,
      }),
    refresh: (refreshToken) => askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: async (token, kind) => {
      try {
        const { status } = await post('/connect/revocation', { token, token_type_hint: kind })
        return status < 300
      } catch (error) {
        if (error instanceof HttpFailure) return false
        throw error
      }
    },
    readWantsPushedRequests: () => readWantsPushed(exchange, options.identityHost),
    close: () => {
      exchange.close()
    },
  }
}

const atOnce = (send: () => void): void => {
  send()
}

/** The client proves itself by Basic, each part encoded as in a form (RFC 6749, section 2.3.1). */
const postForm = (
  exchange: Exchange,
  { identityHost, clientId, clientSecret }: IdentityClientOptions,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<HttpAnswer> => {
  const proof = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
  return exchange.send({
    method: 'POST',
    url: `${identityHost}${path}`,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(proof).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'nmbrs-sync',
    },
    body: new URLSearchParams(form).toString(),
    leave: atOnce,
  })
}

const toLost = (error: unknown): TokenAnswer => {
  if (!(error instanceof HttpFailure)) throw error
  const { reason, left } = error
  const code = reason.kind === 'unreachable' ? reason.code : reason.kind
  return { result: left ? 'lost' : 'failed', code }
}

const discoverySchema = z.object({ require_pushed_authorization_requests: z.boolean().optional() })

const readWantsPushed = async (exchange: Exchange, host: string): Promise<boolean | undefined> => {
  try {
    const { status, bytes } = await exchange.send({
      method: 'GET',
      url: `${host}/.well-known/openid-configuration`,
      headers: { accept: 'application/json' },
    })
    const body = readJsonBody(bytes)
    const found = discoverySchema.safeParse('value' in body && status < 300 ? body.value : undefined)
    return found.success ? (found.data.require_pushed_authorization_requests ?? false) : undefined
  } catch (error) {
    if (error instanceof HttpFailure) return undefined
    throw error
  }
}
