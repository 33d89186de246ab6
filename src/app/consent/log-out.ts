import type { ConnectionConfig } from '../../config/config.js'
import { revocationFailed } from '../../target/nmbrs-rest/identity/consent-errors.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import type { Workspace } from '../compose/workspace.js'
import { openIdentity } from '../compose/nmbrs/open-identity.js'
import { getRestAccount, openConsentStore } from '../compose/nmbrs/rest-account.js'

/**
 * Revokes both tokens of a connection at Nmbrs, and forgets them here. Gives whether there was a consent.
 * Throws `ConfigError` without a block `rest`, and `RemoteError` when Nmbrs does not confirm: then the
 * consent is kept, so that it can be tried again.
 */
export const logOut = async (
  connection: ConnectionConfig,
  { log }: Pick<Workspace, 'log'>,
  state: Pick<StateDatabase, 'consents'>,
): Promise<boolean> => {
  const rest = getRestAccount(connection)
  const store = openConsentStore(connection.name, rest, state)
  const consent = await store.read()
  if (consent?.tokens !== undefined) {
    const identity = openIdentity(rest)
    try {
      const { access, refresh } = consent.tokens
      // The one that lives longest first: without it the other is over within the hour.
      const isRefreshOver = refresh === undefined || (await identity.revoke(refresh, 'refresh_token'))
      const isAccessOver = await identity.revoke(access, 'access_token')
      if (!isRefreshOver || !isAccessOver) throw revocationFailed()
    } finally {
      identity.close()
    }
  }
  const wasThere = await store.forget()
  if (wasThere) log.info('consent revoked', { connection: connection.name })
  return wasThere
}
