import type { ConnectionConfig } from '../../../config/config.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import type { WriteFence } from '../../../target/port.js'
import type { OnAnswer } from '../../../target/nmbrs-rest/client/call-turns.js'
import { createRestClient, type RestClient } from '../../../target/nmbrs-rest/client/rest-client.js'
import { keepAccess } from '../../../target/nmbrs-rest/identity/keep-access.js'
import { openIdentity } from './open-identity.js'
import { getRestAccount, openConsentStore } from './rest-account.js'
import type { RemoteSpace } from '../workspace.js'
import type { Releases } from '../releases.js'

/** What a client hangs on besides its account. */
export interface RestClientSupports {
  fence: WriteFence
  /** Where the consent is. */
  state: Pick<StateDatabase, 'consents'>
  releases: Releases
  onAnswer?: OnAnswer
}

/**
 * A client of the REST API with the consent of a connection. Nothing is sent yet, and no write leaves without
 * passing the fence.
 */
export const openRestClient = (
  connection: ConnectionConfig,
  { config, log, paces, onFault, surroundings }: RemoteSpace,
  { fence, state, releases, onAnswer }: RestClientSupports,
): RestClient => {
  const rest = getRestAccount(connection)
  const identity = openIdentity(rest)
  releases.add(() => {
    identity.close()
  })
  return createRestClient({
    host: rest.host,
    subscriptionKey: rest.subscriptionKey.reveal(),
    subscriptionKeySecondary: rest.subscriptionKeySecondary?.reveal(),
    tokens: keepAccess({
      connection: connection.name,
      store: openConsentStore(connection.name, rest, state),
      identity,
      log,
      now: surroundings.now,
    }),
    fence,
    queue: paces.queueOfAccount({ api: 'rest', rest }, config.connections),
    log,
    onFault,
    onAnswer,
  })
}
