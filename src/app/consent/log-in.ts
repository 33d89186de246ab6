import type { ConnectionConfig } from '../../config/config.js'
import type { RestAccount } from '../../config/nmbrs-accounts.js'
import { AbortError, RemoteError } from '../../domain/errors.js'
import { refuseWrites } from '../../target/port.js'
import {
  readCameBack,
  toAuthorizeAddress,
  type CameBack,
} from '../../target/nmbrs-rest/identity/authorize-address.js'
import { clientRefused, identityFailed } from '../../target/nmbrs-rest/identity/consent-errors.js'
import { toNewConsent } from '../../target/nmbrs-rest/identity/consent-times.js'
import { makeLoginSecrets, type LoginSecrets } from '../../target/nmbrs-rest/identity/pkce.js'
import { proveConsent, type ConsentProof } from '../../target/nmbrs-rest/identity/prove-consent.js'
import type { TokenAnswer } from '../../target/nmbrs-rest/identity/token-answer.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import type { Workspace } from '../compose/workspace.js'
import { openRestClient } from '../compose/nmbrs/open-rest-client.js'
import type { Releases } from '../compose/releases.js'
import { openIdentity } from '../compose/nmbrs/open-identity.js'
import { getRestAccount, openConsentStore } from '../compose/nmbrs/rest-account.js'

/** What a login is opened and taken up again with. */
export interface OpenLogin {
  /** Where the person goes. */
  address: string
  redirectUri: string
  secrets: LoginSecrets
}

/** A login that waits for the browser to come back. */
export interface Login extends OpenLogin {
  /**
   * Whether Nmbrs wants authorization requests to be pushed first, in which case the address will be refused.
   */
  wantsPushedRequests: () => Promise<boolean>
  /**
   * Exchanges the code, keeps the consent and proves it with one harmless read. Throws `AuthError`,
   * `RemoteError` and `AbortError`.
   */
  finish: (code: string) => Promise<LoggedIn>
}

export interface LoggedIn extends ConsentProof {
  /** Scopes that were asked for and not granted. */
  missing: readonly string[]
}

/** Makes up what one login needs. Nothing is sent. */
export const startLogin = (rest: RestAccount): OpenLogin => {
  const secrets = makeLoginSecrets()
  return { address: toAuthorizeAddress(rest, secrets), redirectUri: rest.redirectUri, secrets }
}

/** Begins a login of one connection. Throws `ConfigError` when it has no block `rest`. */
export const beginLogin = (
  connection: ConnectionConfig,
  workspace: Workspace,
  state: StateDatabase,
  releases: Releases,
): Login => {
  const rest = getRestAccount(connection)
  const open = startLogin(rest)
  const identity = openIdentity(rest)
  releases.add(() => {
    identity.close()
  })
  const { surroundings, log } = workspace
  return {
    ...open,
    wantsPushedRequests: async () => (await identity.readWantsPushedRequests()) === true,
    finish: async (code) => {
      const answer = await identity.exchangeCode(code, open.secrets.verifier)
      if (answer.result !== 'given') throw toExchangeError(answer)
      const consent = toNewConsent(answer.tokens, rest.scopes, surroundings.now())
      await openConsentStore(connection.name, rest, state).keep(consent)
      log.info('consent given', { connection: connection.name })
      const client = openRestClient(connection, workspace, { fence: refuseWrites, state, releases })
      releases.add(() => {
        client.close()
      })
      const proof = await proveConsent(client)
      return { ...proof, missing: rest.scopes.filter((scope) => !consent.scopes.includes(scope)) }
    },
  }
}

/** Reads an address that someone copied from the browser. */
export const readPasted = (
  { redirectUri, secrets }: Pick<OpenLogin, 'redirectUri' | 'secrets'>,
  line: string,
): CameBack => readCameBack(line.trim(), redirectUri, secrets.state)

/**
 * A code is good once, so an answer that was lost is not asked for again: using it twice would end the
 * consent.
 */
export const toExchangeError = (answer: Exclude<TokenAnswer, { result: 'given' }>): Error => {
  if (answer.result !== 'refused') return identityFailed(answer.code)
  if (answer.error === 'invalid_client') return clientRefused()
  return new RemoteError(`Nmbrs identity service: the code was not taken (${answer.error})`, {
    remote: 'nmbrs',
    operation: 'requestToken',
    code: 'code-refused',
    status: String(answer.status),
    retryable: false,
    carried: 'no',
    remedy: 'Run nmbrs-sync auth login again; a code is good for five minutes, once',
  })
}

/** What it means when the browser came back without a code. */
export const toRefusalOfLogin = (came: Exclude<CameBack, { result: 'code' }>): AbortError =>
  came.result === 'refused'
    ? new AbortError(
        came.error === 'access_denied' ? 'the consent was declined' : `Nmbrs gave no consent (${came.error})`,
        'stopped',
        'Run nmbrs-sync auth login again, with a login that may consent to this payroll',
      )
    : new AbortError(
        'that address does not answer this login',
        'stopped',
        'Run nmbrs-sync auth login again, open the new address, and give the whole address that the browser comes back to',
      )
