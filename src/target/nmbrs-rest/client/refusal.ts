import * as z from 'zod'

import { AuthError, type RemoteError } from '../../../domain/errors.js'
import type { HttpAnswer } from '../../../http/exchange/exchange.js'
import { readJsonBody } from '../../../http/parse-json-body.js'
import { noteRetryAfter } from '../../common/failed-call.js'
import type { RestCall } from './rest-call.js'
import { createRestError, type RestErrorCode } from './rest-error.js'

/**
 * What an answer that refuses says of itself. Texts may quote values of people, so they are for telling
 * refusals apart and never shown.
 */
export interface Refusal {
  status: number
  title: string
  detail: string
  /** The number of Nmbrs, if there is one. */
  code: number | undefined
}

const refusals = new WeakMap<Error, Refusal>()

/** The refusal behind an error, if Nmbrs gave one. */
export const findRefusal = (error: unknown): Refusal | undefined =>
  error instanceof Error ? refusals.get(error) : undefined

const text = z.string().catch('')

/**
 * The shapes of the API and of the gateway in front of it (Nmbrs REST contract, section 4.4); what is neither
 * says nothing.
 */
const bodySchema = z
  .object({
    title: text,
    detail: text,
    message: text,
    code: z.number().int().optional().catch(undefined),
  })
  .catch({ title: '', detail: '', message: '', code: undefined })

export const readRefusal = ({ status, bytes }: HttpAnswer): Refusal => {
  const body = readJsonBody(bytes)
  const { title, detail, message, code } = bodySchema.parse('value' in body ? body.value : undefined)
  return { status, title, detail: detail === '' ? message : detail, code }
}

/** Whether the gateway says that the key is what is wrong (Nmbrs REST contract, section 4.4). */
export const blamesKey = ({ title, detail }: Refusal): boolean =>
  /subscription key/i.test(`${title} ${detail}`)

/**
 * The list of companies is refused to a token that covers several debtors (Nmbrs REST contract, section 3.3).
 */
const isMultiDebtor = ({ title }: Refusal): boolean => /^ForbiddenMultiDebtor\.?$/i.test(title.trim())

const codeOf = (refusal: Refusal): RestErrorCode => {
  const { status } = refusal
  if (status < 400) return 'redirected'
  if (status === 403) return isMultiDebtor(refusal) ? 'multi-debtor' : 'right-missing'
  if (status === 404) return 'not-found'
  if (status === 409) return 'already-exists'
  if (status === 429) return 'rate-limited'
  return status === 408 || status >= 500 ? 'http-failed' : 'refused'
}

/** The error of an answer that is no success. */
export const toRefusalError = (answer: HttpAnswer, { operation, scopes }: RestCall): RemoteError => {
  const refusal = readRefusal(answer)
  const code = codeOf(refusal)
  const remedy = code === 'right-missing' ? toScopeRemedy(scopes) : undefined
  const error = createRestError(code, operation, { status: String(refusal.status), remedy })
  refusals.set(error, refusal)
  noteRetryAfter(error, answer.header('retry-after'))
  return error
}

/** A new scope needs a new consent (Nmbrs REST contract, section 3.4). */
const toScopeRemedy = (scopes: readonly string[]): string =>
  `The scope ${scopes.join(' or ')} is probably missing, or the login that consented may not see this company. Have the scope added to the app, add it to nmbrs.rest.scopes, and run nmbrs-sync auth login`

/** Neither token nor key opens the door, after both were tried anew. */
export const toAuthError = (refusal: Refusal, operation: string): AuthError =>
  blamesKey(refusal)
    ? new AuthError(
        `Nmbrs ${operation}: the subscription key is not valid (${refusal.status})`,
        'nmbrs',
        'subscription-key-refused',
        'Copy the key again from the developer portal, Profile > Subscriptions, into nmbrs.rest.subscriptionKey; then run nmbrs-sync doctor',
      )
    : new AuthError(
        `Nmbrs ${operation}: neither a new access token nor the subscription key was accepted (${refusal.status})`,
        'nmbrs',
        'credentials-refused',
        'Check nmbrs.rest.subscriptionKey and run nmbrs-sync auth login; then run nmbrs-sync doctor',
      )
