import { byHand } from '../../domain/audit/act.js'
import { hostname } from 'node:os'

import type { Config, ConnectionConfig } from '../../config/config.js'
import { AbortError } from '../../domain/errors.js'
import { fingerprintConfig } from '../../config/config-fingerprint.js'
import { describeSettings } from '../../config/describe-settings.js'
import type { LoadedConfig } from '../../config/load-config.js'
import { createAddressBook } from '../../domain/addresses/address-book.js'
import type { Actor } from '../../domain/audit/actor.js'
import type { DigestValue } from '../../domain/digest.js'
import type { Language } from '../../domain/language/language.js'
import type { Log } from '../../domain/log.js'
import type { OnFault, OnProgress } from '../../domain/run/progress.js'
import type { Mapping } from '../../mapping/mapping.js'
import { formatKeyPath, type KeyPath } from '../../yaml/key-path.js'
import type { LoginDeps } from '../../run/access/plan-logins.js'
import type { RunDeps, RunSettings } from '../../run/settings.js'
import type { Source } from '../../source/port.js'
import { openStateDatabase, type StateDatabase, type StateOptions } from '../../state/open-state-database.js'
import { isProcessAlive } from '../../state/sqlite/lease/process-mark.js'
import type { Target, WriteFence } from '../../target/port.js'
import { toReadableState } from './readable-state.js'
import type { Surroundings } from '../surroundings.js'
import { toCarried } from './carried.js'
import { openTarget } from './nmbrs/open-target.js'
import {
  readAddressBook,
  refuseLostCompanies,
  refuseUnknownCompanies,
  toKnownConnection,
} from './nmbrs/known-ids.js'
import { withShadow } from './nmbrs/open-shadow.js'
import type { NmbrsPaces } from './nmbrs/nmbrs-paces.js'
import type { Releases } from './releases.js'
import { readVersion } from '../../version.js'

/** The configuration, and where to log and show progress. Nothing is opened yet. */
export interface Workspace extends LoadedConfig {
  /** Who acts, for the audit record. */
  actor: Actor
  log: Log
  onProgress: OnProgress
  /** Told of every call that failed. */
  onFault: OnFault
  /** One for the whole process: connections that use one Nmbrs account share its pace. */
  paces: NmbrsPaces
  surroundings: Surroundings
  /** The language of documents. */
  language: Language
}

/** The place of a connection in the configuration: `connections[0]`. */
export const toConnectionKey = (connection: ConnectionConfig, config: Config): string =>
  formatKeyPath(toConnectionPath(connection, config))

export const toConnectionPath = ({ name }: ConnectionConfig, { connections }: Config): KeyPath => [
  'connections',
  connections.findIndex((one) => one.name === name),
]

/** Where the state is and which process works with it. */
export const toStateOptions = ({ config, surroundings, log }: Workspace): StateOptions => {
  const { path, keyFile } = config.state
  return {
    path,
    keyFile,
    now: surroundings.now,
    pid: process.pid,
    host: hostname(),
    isProcessAlive,
    log,
  }
}

/**
 * Opens the state file, and says when it made one; a command that only reads makes none and needs no right to
 * write. Always before anything of a remote is touched. Throws `AbortError` (`state-unusable`).
 */
export const openState = async (workspace: Workspace, releases: Releases): Promise<StateDatabase> => {
  const use = workspace.surroundings.stateUse ?? { mustExist: false, mayWrite: true }
  const { isCopy, ...files } = await toReadableState(workspace.config.state, use, releases)
  const opened = await openStateDatabase({ ...toStateOptions(workspace), ...files })
  const state = isCopy ? { ...opened, consents: refuseConsents } : opened
  releases.add(() => state.close())
  if (state.isNew && use.mayWrite)
    workspace.log.warn(
      'a new state file was made, in which no one is connected; if this installation has run before, stop and look for the file it had',
      { path: workspace.config.state.path },
    )
  return state
}

/**
 * A token is renewed by being used; in a copy the new one would be lost, and with it the consent (Nmbrs REST
 * contract, section 3.3).
 */
const refuseConsents = (): never => {
  throw new AbortError(
    'This account may not write the state file, where the tokens of Nmbrs over REST are renewed',
    'state-unusable',
    'Use the account of the daemon for commands that read Nmbrs over REST',
  )
}

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

/** `keyed`: the same connection, its companies by their keys. */
export const toRunSettings = (
  connection: ConnectionConfig,
  keyed: ConnectionConfig,
  config: Config,
  mapping: Mapping,
  digest: DigestValue,
): RunSettings => ({
  connection: connection.name,
  key: toConnectionKey(connection, config),
  companies: keyed.companies,
  scope: connection.scope,
  rules: connection.match.rules,
  timeZone: config.timezone,
  updateStartDate: connection.employment.updateStartDate,
  lookAheadDays: connection.salary.lookAheadDays,
  beforeEmployment: connection.salary.beforeEmployment,
  holds: connection.holds,
  bankSlices: connection.reads.bankSlice,
  keepRunsDays: config.state.keepRunsDays,
  ...(config.state.forgetAfterDays === undefined ? {} : { forgetAfterDays: config.state.forgetAfterDays }),
  thresholds: connection.thresholds,
  canary: { perKind: connection.canary ?? 1, transport: connection.nmbrs.api },
  version: readVersion(),
  fingerprint: fingerprintConfig(connection, mapping),
  digests: digestSettings(describeSettings(connection, config, mapping), digest),
})

/**
 * Settings are compared with those of the sync before; some are secrets, so only digests of them leave this
 * file.
 */
const digestSettings = (settings: ReadonlyMap<string, string>, digest: DigestValue): RunSettings['digests'] =>
  new Map([...settings].map(([path, text]) => [path, digest('setting', path, text)]))
