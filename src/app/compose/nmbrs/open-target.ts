import type { ConnectionConfig } from '../../../config/config.js'
import type { SoapNmbrs } from '../../../config/nmbrs-accounts.js'
import type { AddressBook } from '../../../domain/addresses/address-book.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { InternalError } from '../../../domain/errors.js'
import { toTargetCompanyId, type TargetCompanyId } from '../../../domain/ids.js'
import { knownRows } from '../../../domain/addresses/rest-known.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import type { Target, WriteFence } from '../../../target/port.js'
import type { RemoteSpace } from '../workspace.js'
import type { Releases } from '../releases.js'

/** What a target hangs on besides its account. */
export interface TargetSupports {
  fence: WriteFence
  /** Where the consent is, for REST. */
  state: StateDatabase | undefined
  releases: Releases
  /** Which ids things have over the two transports. */
  book: AddressBook
}

/**
 * Makes the side of a connection that is written to, over its transport. Nothing is sent yet, and no write
 * leaves without passing the fence.
 */
export const openTarget = async (
  connection: ConnectionConfig,
  workspace: RemoteSpace,
  supports: TargetSupports,
): Promise<Target> => {
  const { book } = supports
  const target = await openBareTarget(connection, workspace, supports)
  if (book.isEmpty) return target
  const { withKeys } = await import('../../../target/common/keyed-target.js')
  return withKeys(target, book, connection.nmbrs.api)
}

/** The same going by the ids of the transport alone. */
export const openBareTarget = (
  connection: ConnectionConfig,
  workspace: RemoteSpace,
  supports: TargetSupports,
): Promise<Target> =>
  connection.nmbrs.api === 'soap'
    ? openSoapTarget(connection.nmbrs, connection, workspace, supports.fence)
    : openRestTarget(connection, workspace, supports)

const openSoapTarget = async (
  { host, username, token, domain, maxCallsPerSecond }: SoapNmbrs,
  connection: ConnectionConfig,
  { config, log, paces, onFault }: RemoteSpace,
  fence: WriteFence,
): Promise<Target> => {
  const queue = paces.queueOf(connection, config.connections)
  const account = { host, username, token: token.reveal(), domain, maxCallsPerSecond, queue }
  const { createNmbrsSoapTarget } = await import('../../../target/nmbrs-soap/target.js')
  return createNmbrsSoapTarget({ ...account, fence, log, onFault })
}

/** A company that has no id over REST that is known is refused before anything is sent. */
const toRestId = (id: TargetCompanyId, book: AddressBook): TargetCompanyId =>
  toTargetCompanyId(book.toAddress('company', book.toKey('company', id), 'rest') ?? id)

const openRestTarget = async (
  connection: ConnectionConfig,
  workspace: RemoteSpace,
  { state, releases, fence, book }: TargetSupports,
): Promise<Target> => {
  if (state === undefined) throw new InternalError('a target over REST was to be opened without its consents')
  const [{ openRestClient }, { createNmbrsRestTarget }] = await Promise.all([
    import('./open-rest-client.js'),
    import('../../../target/nmbrs-rest/target.js'),
  ])
  const { config, log, surroundings } = workspace
  return createNmbrsRestTarget({
    client: openRestClient(connection, workspace, { fence, state, releases }),
    periodTypes: new Map(
      connection.companies.flatMap(({ targetId, payrollPeriod }) =>
        payrollPeriod === undefined ? [] : [[toRestId(targetId, book), payrollPeriod] as const],
      ),
    ),
    today: () => toDayInZone(surroundings.now(), config.timezone),
    known: connection.nmbrs.rest?.known,
    onContradiction: (name, seen) => {
      log.warn('REST behaves otherwise than nmbrs.rest.known says: run cutover rehearse again', {
        connection: connection.name,
        row: knownRows[name],
        name,
        seen,
      })
    },
  })
}
