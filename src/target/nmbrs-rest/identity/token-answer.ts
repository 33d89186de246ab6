import * as z from 'zod'

import type { HttpAnswer } from '../../../http/exchange/exchange.js'
import { readJsonBody } from '../../../http/parse-json-body.js'

/** Tokens as the identity service gave them. */
export interface GivenTokens {
  access: string
  /** `undefined`: the one before goes on (Nmbrs REST contract, section 3.2). */
  refresh: string | undefined
  expiresInMs: number
  /** `undefined`: as asked for. */
  scopes: readonly string[] | undefined
}

export type TokenAnswer =
  | { result: 'given'; tokens: GivenTokens }
  /** The service says no. `error` is a code of OAuth: `invalid_grant`, `invalid_client`. */
  | { result: 'refused'; error: string; status: number }
  /** No one knows whether it gave tokens: the answer was lost, or says neither yes nor no. */
  | { result: 'lost'; code: string }
  /** It surely gave none, and may another time. */
  | { result: 'failed'; code: string }

const filled = z.string().min(1)

/** Section 3.2: an access token lives an hour unless the answer says otherwise. */
const usualSeconds = 3600

const givenSchema = z.object({
  access_token: filled,
  refresh_token: filled.optional().catch(undefined),
  expires_in: z.coerce.number().positive().catch(usualSeconds),
  scope: z.string().optional().catch(undefined),
})

const refusedSchema = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) })

export const readTokenAnswer = (answer: HttpAnswer): TokenAnswer => {
  const { status } = answer
  if (status >= 500 || status === 408) return { result: 'lost', code: `status-${status}` }
  const body = readJsonBody(answer.bytes)
  const value = 'value' in body ? body.value : undefined
  if (status < 300) {
    const given = givenSchema.safeParse(value)
    return given.success ? toGiven(given.data) : { result: 'lost', code: 'unreadable' }
  }
  const refused = refusedSchema.safeParse(value)
  return refused.success && (status === 400 || status === 401)
    ? { result: 'refused', error: refused.data.error, status }
    : { result: 'failed', code: `status-${status}` }
}

const toGiven = ({
  access_token: access,
  refresh_token: refresh,
  expires_in: seconds,
  scope,
}: z.infer<typeof givenSchema>): TokenAnswer => ({
  result: 'given',
  tokens: {
    access,
    refresh,
    expiresInMs: seconds * 1000,
    scopes: scope === undefined ? undefined : scope.split(' ').filter((one) => one !== ''),
  },
})
