import type { ConnectionConfig } from '../../../config/config.js'
import type { RestAccount } from '../../../config/nmbrs-accounts.js'
import type { ConsentStore } from '../../../credentials/consent-store.js'
import { ConfigError } from '../../../domain/errors.js'
import type { StateDatabase } from '../../../state/open-state-database.js'

/** The part of a connection that a consent is given with. Throws `ConfigError` when there is none. */
export const getRestAccount = ({ name, nmbrs }: ConnectionConfig): RestAccount => {
  if (nmbrs.rest !== undefined) return nmbrs.rest
  throw new ConfigError(
    `The connection ${name} has no block rest under nmbrs, so there is nothing to consent to. Add clientId, clientSecret and subscriptionKey of your app`,
    [],
    { remedy: 'nmbrs-sync config check' },
  )
}

/**
 * The consent of a connection. One that was given to another app, or another identity service, is none of
 * this one.
 */
export const openConsentStore = (
  connection: string,
  { identityHost, clientId }: RestAccount,
  state: Pick<StateDatabase, 'consents'>,
): ConsentStore => state.consents({ connection, app: `${identityHost} ${clientId}` })
