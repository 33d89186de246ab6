import { randomUUID } from 'node:crypto'
import { setTimeout as sleepFor } from 'node:timers/promises'

import type { ConsentStore, KeptConsent } from '../../../credentials/consent-store.js'
import type { Log } from '../../../domain/log.js'
import type { AccessTokens } from './access-tokens.js'
import { clientRefused, consentGone, consentMissing, identityFailed } from './consent-errors.js'
import { isDue, isUsable, toRefreshedConsent } from './consent-times.js'
import type { IdentityClient } from './identity-client.js'
import type { TokenAnswer } from './token-answer.js'

export interface KeepAccessOptions {
  connection: string
  store: ConsentStore
  identity: Pick<IdentityClient, 'refresh'>
  log: Log
  /** Epoch milliseconds. */
  now: () => number
  sleep?: (ms: number) => Promise<unknown>
}

/** How long one process may use the refresh token; longer than both attempts take. */
const claimMs = 30_000
const pollMs = 200
/** Two others may have had their turn by then. */
const longestWaitMs = 2 * claimMs

/**
 * Access tokens from the consent of a connection, renewed in time. Only who has claimed the refresh token
 * uses it, and a new one is on disk before anything is done with it; anyone who comes second takes what the
 * first got.
 */
export const keepAccess = (options: KeepAccessOptions): AccessTokens => {
  const { connection, store, now } = options
  let known: Usable | undefined
  let renewal: Promise<Usable> | undefined

  const readConsent = async (): Promise<Usable> => {
    const consent = await store.read()
    if (consent === undefined) throw consentMissing(connection)
    if (consent.tokens === undefined) throw consentGone(connection)
    return { ...consent, tokens: consent.tokens }
  }

  /** One at a time in this process, too: who asks meanwhile gets the same. */
  const renewOnce = (isGood: (consent: Usable) => boolean): Promise<Usable> => {
    renewal ??= renewAmongAll({ ...options, readConsent, isGood }).finally(() => {
      renewal = undefined
    })
    return renewal
  }

  const get = async (isGood: (consent: Usable) => boolean): Promise<string> => {
    let consent = await readConsent()
    // A renewal that someone else asked for may have brought what is no good here, but never twice.
    for (let tries = 0; tries < 2 && !isGood(consent); tries += 1) consent = await renewOnce(isGood)
    known = consent
    return consent.tokens.access
  }

  return {
    current: async () => {
      if (known !== undefined && !isDue(known, now())) return known.tokens.access
      return get((consent) => !isDue(consent, now()))
    },
    peek: () => (known !== undefined && isUsable(known, now()) ? known.tokens.access : undefined),
    renew: (refused) => get(({ tokens }) => tokens.access !== refused),
  }
}

/** A consent whose tokens are there. */
export type Usable = KeptConsent & { tokens: NonNullable<KeptConsent['tokens']> }

interface Renewal extends KeepAccessOptions {
  readConsent: () => Promise<Usable>
  isGood: (consent: Usable) => boolean
}

const renewAmongAll = async (options: Renewal): Promise<Usable> => {
  const { store, now, readConsent, isGood } = options
  const owner = randomUUID()
  const others = await waitForClaim(owner, options)
  if (others !== undefined) return others
  try {
    // Someone may have renewed it before this process had its turn.
    const consent = await readConsent()
    if (isGood(consent) || cannotBeRenewed(consent, now())) return consent
    const answer = await refreshPatiently(consent, options)
    if (answer.result === 'given') {
      await store.replace(owner, consent.generation, toRefreshedConsent(consent, answer.tokens, now()))
      options.log.info('consent renewed', { connection: options.connection })
    } else if (answer.result === 'refused' && answer.error === 'invalid_grant') {
      await store.end(owner, consent.generation)
      options.log.error('consent gone', { connection: options.connection })
    } else {
      throw toError(answer)
    }
    // What is kept counts: a login may have brought another consent meanwhile.
    return await readConsent()
  } finally {
    await store.release(owner)
  }
}

/** Waits until the refresh token may be used here; gives what another process got, when that will do. */
const waitForClaim = async (
  owner: string,
  { store, now, sleep = sleepFor, readConsent, isGood }: Renewal,
): Promise<Usable | undefined> => {
  for (let waited = 0; !(await store.claim(owner, now() + claimMs)); waited += pollMs) {
    if (waited > longestWaitMs) throw identityFailed('busy')
    await sleep(pollMs)
    const consent = await readConsent()
    if (isGood(consent)) return consent
  }
  return undefined
}

/** Without a refresh token the consent lasts as long as its access token. */
const cannotBeRenewed = (consent: Usable, nowMs: number): boolean =>
  consent.tokens.refresh === undefined && isUsable(consent, nowMs)

/**
 * A refresh whose answer was lost is tried again once with the same token, at once: then the new one may
 * still come.
 */
const refreshPatiently = async (
  { tokens: { refresh } }: Usable,
  { identity, connection, log }: Renewal,
): Promise<TokenAnswer> => {
  if (refresh === undefined) return { result: 'refused', error: 'invalid_grant', status: 400 }
  const answer = await identity.refresh(refresh)
  if (answer.result !== 'lost') return answer
  log.warn('the answer to a refresh was lost; it is tried once more', { connection, code: answer.code })
  return identity.refresh(refresh)
}

const toError = (answer: Exclude<TokenAnswer, { result: 'given' }>): Error => {
  if (answer.result !== 'refused') return identityFailed(answer.code)
  return answer.error === 'invalid_client' || answer.error === 'unauthorized_client'
    ? clientRefused()
    : identityFailed(answer.error)
}
