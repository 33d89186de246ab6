import type { ConnectionConfig } from '../../config/config.js'
import { findSoapAccount } from '../../config/nmbrs-accounts.js'
import { byHand } from '../../domain/audit/act.js'
import { ConfigError } from '../../domain/errors.js'
import { toTargetCompanyId } from '../../domain/ids.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import { refuseWrites } from '../../target/port.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import { readAddressBook } from '../compose/nmbrs/known-ids.js'
import { openRestClient } from '../compose/nmbrs/open-rest-client.js'
import { getRestAccount, openConsentStore } from '../compose/nmbrs/rest-account.js'
import type { Releases } from '../compose/releases.js'
import { toChecked, toSoapAccount, type AccountToCheck, type OverRest } from './account-to-check.js'

type Api = 'soap' | 'rest'

/**
 * Over which transport a connection is checked: the one it is on. For a consumer of which no one knows what
 * it needs over REST that is SOAP, as long as the connection has its API user.
 */
export const toApiOfCheck = ({ nmbrs }: ConnectionConfig, profiles: readonly Profile[]): Api => {
  if (nmbrs.api === 'soap') return 'soap'
  const isKnown = profiles.every(({ rest }) => rest !== undefined)
  return isKnown || findSoapAccount(nmbrs) === undefined ? 'rest' : 'soap'
}

/**
 * The account of a connection over a transport. Nothing is sent yet. Throws `ConfigError` when it has none
 * there.
 */
export const toAccount = (
  connection: ConnectionConfig,
  workspace: Workspace,
  releases: Releases,
  api: Api,
): AccountToCheck =>
  api === 'soap'
    ? toSoapAccount(connection, workspace)
    : {
        api,
        ...toChecked(connection, workspace.config),
        over: toOverRest(connection, workspace, releases),
      }

const toOverRest = (connection: ConnectionConfig, workspace: Workspace, releases: Releases): OverRest => {
  const rest = getRestAccount(connection)
  let opened: ReturnType<typeof openState> | undefined
  const state = (): ReturnType<typeof openState> => {
    opened ??= openState(workspace, releases)
    return opened
  }
  const readBook = async (): ReturnType<typeof readAddressBook> =>
    readAddressBook((await state()).store(connection.name, byHand(workspace.actor)))
  return {
    rest,
    keyOf: async (companyId) => (await readBook()).toKey('company', companyId),
    readConsent: async () => {
      const facts = await openConsentStore(connection.name, rest, await state()).look()
      return { clientId: rest.clientId, scopes: facts?.scopes ?? [] }
    },
    open: async (today) => {
      const database = await state()
      const book = await readBook()
      const toRestId = (id: string): string =>
        book.toAddress('company', book.toKey('company', id), 'rest') ?? refuseUnknown(connection, id)
      const { openRestAccount } = await import('../../target/nmbrs-rest/account/open-rest-account.js')
      return openRestAccount({
        client: openRestClient(connection, workspace, {
          fence: refuseWrites,
          state: database,
          releases,
        }),
        toRestId,
        toKey: (restId) => book.toKey('company', restId),
        periodTypes: new Map(
          connection.companies.flatMap(({ targetId, payrollPeriod }) =>
            payrollPeriod === undefined
              ? []
              : [[toTargetCompanyId(toRestId(targetId)), payrollPeriod] as const],
          ),
        ),
        today,
      })
    },
  }
}

const refuseUnknown = ({ name }: ConnectionConfig, id: string): never => {
  throw new ConfigError(
    `Nmbrs company ${id} of connection ${name} is known by its id over SOAP only. Find its id over REST: nmbrs-sync cutover prepare --connection ${name}`,
  )
}
