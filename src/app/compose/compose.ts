import type { ConnectionConfig } from '../../config/config.js'
import { createAddressBook } from '../../domain/addresses/address-book.js'
import { byHand } from '../../domain/audit/act.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { LoginDeps } from '../../run/access/plan-logins.js'
import type { RunDeps } from '../../run/settings.js'
import type { Source } from '../../source/port.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import type { Target, WriteFence } from '../../target/port.js'
import { toCarried } from './carried.js'
import {
  readAddressBook,
  refuseLostCompanies,
  refuseUnknownCompanies,
  toKnownConnection,
} from './nmbrs/known-ids.js'
import { withShadow } from './nmbrs/open-shadow.js'
import { openTarget } from './nmbrs/open-target.js'
import type { Releases } from './releases.js'
import { toRunSettings } from './run-settings.js'
import type { Workspace } from './workspace.js'

/** Makes the side of a connection that is only read. Nothing is sent yet. */
export const openSource = async (
  { alexis }: ConnectionConfig,
  { config, log, onFault }: Workspace,
  releases: Releases,
): Promise<Source> => {
  // What speaks with the remotes, and what reads a mapping, is loaded by the commands that need it only.
  const { createAlexisSource } = await import('../../source/alexis/alexis-source.js')
  const source = createAlexisSource({
    baseUrl: alexis.baseUrl,
    token: alexis.token.reveal(),
    timeZone: config.timezone,
    log,
    onFault,
  })
  releases.add(() => {
    source.close()
  })
  return source
}

/**
 * Makes the two sides of a connection. Nothing is sent yet, and no write leaves without passing the fence.
 * `state`: where the consent is, for REST.
 */
export const openRemotes = async (
  connection: ConnectionConfig,
  workspace: Workspace,
  releases: Releases,
  fence: WriteFence,
  state?: StateDatabase,
): Promise<{ source: Source; target: Target }> => {
  const source = await openSource(connection, workspace, releases)
  const book =
    state === undefined
      ? createAddressBook([])
      : await readAddressBook(state.store(connection.name, byHand(workspace.actor)))
  const target = await openTarget(connection, workspace, { fence, state, releases, book })
  releases.add(() => target.close())
  return { source, target }
}

export const readMapping = async (path: string): Promise<Mapping> => {
  const { loadMapping } = await import('../../mapping/file/load-mapping.js')
  return loadMapping(path)
}

/**
 * Everything a run over a connection works with; its mapping is loaded unless it is known. Throws
 * `ConfigError` for it.
 */
export const openConnection = async (
  connection: ConnectionConfig,
  workspace: Workspace,
  state: StateDatabase,
  releases: Releases,
  known?: Mapping,
): Promise<RunDeps> => {
  const whole = known ?? (await readMapping(connection.mapping))
  const { mapping, notCarried } = await toCarried(connection, whole)
  const store = state.store(connection.name, byHand(workspace.actor))
  const book = await readAddressBook(store)
  const keyed = toKnownConnection(connection, book)
  refuseUnknownCompanies(keyed, book)
  await refuseLostCompanies(keyed, book, store)
  const fence: WriteFence = (work) => {
    state.whileHeld(connection.name, work)
  }
  const remotes = await openRemotes(connection, workspace, releases, fence, state)
  const { surroundings, log, onProgress } = workspace
  const settings = toRunSettings(connection, keyed, workspace.config, mapping, store.digest)
  if (notCarried.length > 0)
    log.info('mapped fields that Nmbrs has no place for over this transport are left out', {
      connection: connection.name,
      fields: notCarried.join(', '),
    })
  const addresses = connection.nmbrs.rest === undefined && book.isEmpty ? {} : { addresses: book }
  return {
    ...remotes,
    ...addresses,
    ...withShadow(connection, workspace, { state, releases, book, mapping }),
    store,
    mapping,
    notCarried,
    settings,
    log,
    onProgress,
    now: surroundings.now,
  }
}

/**
 * What the self-service logins of a connection are worked out with. There is no way to Nmbrs in it. Throws
 * `ConfigError` for its mapping.
 */
export const openLogins = async (
  connection: ConnectionConfig,
  workspace: Workspace,
  state: StateDatabase,
  releases: Releases,
): Promise<LoginDeps> => {
  const mapping = await readMapping(connection.mapping)
  const store = state.store(connection.name, byHand(workspace.actor))
  const source = await openSource(connection, workspace, releases)
  const { surroundings, config, log, onProgress } = workspace
  const keyed = toKnownConnection(connection, await readAddressBook(store))
  const settings = toRunSettings(connection, keyed, config, mapping, store.digest)
  return { source, store, mapping, settings, log, onProgress, now: surroundings.now }
}
