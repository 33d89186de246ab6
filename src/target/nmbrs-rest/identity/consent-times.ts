import type { ConsentFacts, GrantedConsent, KeptConsent } from '../../../credentials/consent-store.js'
import type { GivenTokens } from './token-answer.js'

const minuteMs = 60_000
const dayMs = 86_400_000

/** How long a refresh token lives; no answer says it (Nmbrs REST contract, section 3.2). */
const refreshLifeMs = 30 * dayMs

/**
 * From then on the refresh token is renewed although the access token would still do: a connection that
 * rarely runs must not lose its consent.
 */
const renewAfterMs = 7 * dayMs

/** A consent that was just given. */
export const toNewConsent = (
  tokens: GivenTokens,
  asked: readonly string[],
  nowMs: number,
): GrantedConsent => ({
  scopes: tokens.scopes ?? asked,
  consentedAt: nowMs,
  ...toTimes(tokens, nowMs),
  refreshEndsAt: tokens.refresh === undefined ? undefined : nowMs + refreshLifeMs,
  tokens: { access: tokens.access, refresh: tokens.refresh },
})

/**
 * The consent after a refresh. Without a new refresh token the old one goes on, and ends when it would have.
 */
export const toRefreshedConsent = (
  before: KeptConsent,
  tokens: GivenTokens,
  nowMs: number,
): GrantedConsent => ({
  scopes: tokens.scopes ?? before.scopes,
  consentedAt: before.consentedAt,
  ...toTimes(tokens, nowMs),
  refreshEndsAt: tokens.refresh === undefined ? before.refreshEndsAt : nowMs + refreshLifeMs,
  tokens: { access: tokens.access, refresh: tokens.refresh ?? before.tokens?.refresh },
})

const toTimes = ({ expiresInMs }: GivenTokens, nowMs: number) => ({
  accessSince: nowMs,
  accessEndsAt: nowMs + expiresInMs,
})

type Times = Pick<ConsentFacts, 'accessSince' | 'accessEndsAt'>

/**
 * Whether the tokens are to be renewed now: a minute before the end, or after three quarters of a shorter
 * life, or when they are a week old.
 */
export const isDue = ({ accessSince, accessEndsAt }: Times, nowMs: number): boolean => {
  const lifeMs = accessEndsAt - accessSince
  const dueAt = accessSince + Math.max(lifeMs - minuteMs, lifeMs * 0.75)
  return nowMs >= Math.min(dueAt, accessSince + renewAfterMs)
}

/** Whether nothing has renewed the tokens for a week. */
export const isOld = ({ accessSince }: Times, nowMs: number): boolean => nowMs >= accessSince + renewAfterMs

/** Whether the access token can be used at this moment. */
export const isUsable = ({ accessEndsAt }: Times, nowMs: number): boolean => nowMs < accessEndsAt
