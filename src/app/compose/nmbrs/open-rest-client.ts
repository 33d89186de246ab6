import type { ConnectionConfig } from '../../../config/config.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import type { WriteFence } from '../../../target/port.js'
import type { OnAnswer } from '../../../target/nmbrs-rest/client/call-turns.js'
import { createRestClient, type RestClient } from '../../../target/nmbrs-rest/client/rest-client.js'
import { keepAccess } from '../../../target/nmbrs-rest/identity/keep-access.js'
import { openIdentity } from './open-identity.js'
import { getRestAccount, openConsentStore } from './rest-account.js'
import type { Workspace } from '../compose.js'
import type { Releases } from '../releases.js'

type Space = Pick<Workspace, 'config' | 'log' | 'paces' | 'onFault' | 'surroundings'>

/**
 * A client of the REST API with the consent of a connection. Nothing is sent yet, and no write leaves without
 * passing the fence.
 */
export const openRestClient = (
  connection: ConnectionConfig,
  { config, log, paces, onFault, surroundings }: Space,
  state: Pick<StateDatabase, 'consents'>,
  releases: Releases,
  fence: WriteFence,
  onAnswer?: OnAnswer,
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
