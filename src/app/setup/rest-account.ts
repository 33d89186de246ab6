import { Secret } from '../../config/environment/secret.js'
import { defaultScopes, type RestAccount } from '../../config/nmbrs-accounts.js'
import type { GrantedConsent } from '../../credentials/consent-store.js'
import { silentLog } from '../../domain/log.js'
import { createPacedQueue } from '../../http/paced-queue.js'
import { refuseWrites, type TargetCompany } from '../../target/port.js'
import { createRestClient } from '../../target/nmbrs-rest/client/rest-client.js'
import { toNewConsent } from '../../target/nmbrs-rest/identity/consent-times.js'
import { readCompanies } from '../../target/nmbrs-rest/reads/read-companies.js'
import { startLogin, toExchangeError, type OpenLogin } from '../consent/log-in.js'
import { openIdentity } from '../compose/nmbrs/open-identity.js'
import { withReleases } from '../compose/releases.js'
import type { Surroundings } from '../surroundings.js'

/** An app of Nmbrs that no configuration has yet. */
export interface RestAnswers {
  host: string
  identityHost: string
  clientId: string
  clientSecret: string
  subscriptionKey: string
  subscriptionKeySecondary: string | undefined
  redirectUri: string
  /** Empty: what a sync needs. */
  scopes: readonly string[]
}

const usualPace = 10
const usualConcurrency = 4

export const toRestAccount = (answers: RestAnswers): RestAccount => ({
  ...answers,
  clientSecret: new Secret(answers.clientSecret),
  subscriptionKey: new Secret(answers.subscriptionKey),
  subscriptionKeySecondary:
    answers.subscriptionKeySecondary === undefined ? undefined : new Secret(answers.subscriptionKeySecondary),
  scopes: answers.scopes.length === 0 ? defaultScopes : answers.scopes,
  maxCallsPerSecond: usualPace,
  maxConcurrent: usualConcurrency,
})

/** A login whose consent nothing keeps yet. */
export interface TrialLogin extends OpenLogin {
  /** Exchanges the code. Throws `AuthError` and `RemoteError`. */
  exchange: (code: string) => Promise<GrantedConsent>
}

/** Begins a login with an app that stands in no configuration. Nothing is sent yet. */
export const beginTrialLogin = (rest: RestAccount, { now }: Pick<Surroundings, 'now'>): TrialLogin => {
  const open = startLogin(rest)
  return {
    ...open,
    exchange: (code) =>
      withReleases(async (releases) => {
        const identity = openIdentity(rest)
        releases.add(() => {
          identity.close()
        })
        const answer = await identity.exchangeCode(code, open.secrets.verifier)
        if (answer.result !== 'given') throw toExchangeError(answer)
        return toNewConsent(answer.tokens, rest.scopes, now())
      }),
  }
}

/**
 * The companies of a consent, which proves it: token, key and scope open the door. Throws `AuthError` and
 * `RemoteError`.
 */
export const readRestCompanies = (
  rest: RestAccount,
  { tokens: { access } }: GrantedConsent,
): Promise<readonly TargetCompany[]> =>
  withReleases(async (releases) => {
    const client = createRestClient({
      host: rest.host,
      subscriptionKey: rest.subscriptionKey.reveal(),
      subscriptionKeySecondary: rest.subscriptionKeySecondary?.reveal(),
      // It was just given: one that is refused is not worth another.
      tokens: {
        current: () => Promise.resolve(access),
        peek: () => access,
        renew: () => Promise.resolve(access),
      },
      fence: refuseWrites,
      queue: createPacedQueue({ callsPerSecond: rest.maxCallsPerSecond, maxConcurrency: rest.maxConcurrent }),
      log: silentLog,
    })
    releases.add(() => {
      client.close()
    })
    return readCompanies(client)
  })

/** Takes back a consent that is not needed after all; whether Nmbrs takes it back is not waited for twice. */
export const giveBack = (rest: RestAccount, { tokens }: GrantedConsent): Promise<void> =>
  withReleases(async (releases) => {
    const identity = openIdentity(rest)
    releases.add(() => {
      identity.close()
    })
    if (tokens.refresh !== undefined) await identity.revoke(tokens.refresh, 'refresh_token')
    await identity.revoke(tokens.access, 'access_token')
  })
