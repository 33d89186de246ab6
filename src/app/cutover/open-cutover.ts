import type { ConnectionConfig } from '../../config/config.js'
import { findSoapAccount } from '../../config/nmbrs-accounts.js'
import { createAddressBook } from '../../domain/addresses/address-book.js'
import { byHand } from '../../domain/audit/act.js'
import { ConfigError } from '../../domain/errors.js'
import { findMapped } from '../../mapping/leave-out.js'
import type { CutoverDeps } from '../../run/cutover/cutover-deps.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { refuseWrites, type Target } from '../../target/port.js'
import { openSource, readMapping } from '../compose/compose.js'
import { toRunSettings } from '../compose/run-settings.js'
import type { Workspace } from '../compose/workspace.js'
import { getRestAccount } from '../compose/nmbrs/rest-account.js'
import { openBareTarget } from '../compose/nmbrs/open-target.js'
import type { Releases } from '../compose/releases.js'

export interface CutoverParts {
  workspace: Workspace
  state: StateDatabase
  releases: Releases
}

/**
 * Both transports of a connection side by side, whichever of them it syncs over. Nothing is sent yet, and
 * nothing can be written. Throws `ConfigError` when one of the two is not configured.
 */
export const openCutover = async (
  connection: ConnectionConfig,
  { workspace, state, releases }: CutoverParts,
  { withSoap }: { withSoap: boolean },
): Promise<CutoverDeps> => {
  const store = state.store(connection.name, byHand(workspace.actor))
  const book = createAddressBook(await store.addresses.readAddresses())
  const overBoth = toTransports(connection, withSoap)
  const mapping = await readMapping(connection.mapping)
  const { notCarriedOverRest } = await import('../../target/nmbrs-rest/not-carried.js')
  const open = async (over: ConnectionConfig): Promise<Target> => {
    const supports = { fence: refuseWrites, state, releases, book }
    const target = await openBareTarget(over, workspace, supports)
    releases.add(() => target.close())
    return target
  }
  const { config, log, onProgress } = workspace
  return {
    source: await openSource(connection, workspace, releases),
    soap: overBoth.soap && (await open(overBoth.soap)),
    rest: await open(overBoth.rest),
    store,
    mapping,
    notOnRest: findMapped(mapping, notCarriedOverRest),
    settings: toRunSettings(connection, connection, config, mapping, store.digest),
    log,
    onProgress,
  }
}

const toTransports = (
  connection: ConnectionConfig,
  withSoap: boolean,
): { soap: ConnectionConfig | undefined; rest: ConnectionConfig } => {
  const rest = getRestAccount(connection)
  const account = findSoapAccount(connection.nmbrs)
  if (withSoap && account === undefined)
    throw new ConfigError(
      `The connection ${connection.name} has no API user of Nmbrs, which knows the ids of SOAP. Add username, token and domain under nmbrs; when SOAP is gone: nmbrs-sync cutover prepare --without-soap`,
    )
  const beside = account === undefined ? {} : { soap: account }
  return {
    rest: { ...connection, nmbrs: { api: 'rest', rest, ...beside } },
    soap:
      withSoap && account !== undefined
        ? { ...connection, nmbrs: { ...account, api: 'soap', rest } }
        : undefined,
  }
}
