import { selectConnection, selectConnections } from '../../../app/compose/select-connections.js'
import type { Releases } from '../../../app/compose/releases.js'
import { toAccount, toApiOfCheck } from '../../../app/onboarding/account-over-rest.js'
import { readBareAccount, type AccountToCheck } from '../../../app/onboarding/account-to-check.js'
import { hasConfig } from '../../../app/onboarding/known-profiles.js'
import { createReadStandings, type ReadStandings } from '../../../app/onboarding/standings.js'
import { ConfigError } from '../../../domain/errors.js'
import type { Profile } from '../../../onboarding/profile/profile.js'
import type { Config, ConnectionConfig } from '../../../config/config.js'
import { isAboutMany } from '../../connections/over-connections.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { openLog, openWorkspace, type ShownWorkspace } from '../../open-workspace.js'

/** Over which transport to check; left out, the one that the connection is on. */
export interface ApiFlags extends ConnectionFlags {
  api?: 'soap' | 'rest'
}

/** What a command that looks at an account works with. */
export interface CheckSpace {
  /** Left out where the environment names the account. */
  connection?: string
  /** The account of a check for these profiles. Throws `ConfigError`. */
  accountFor: (profiles: readonly Profile[]) => AccountToCheck
  /** Folders with profiles of one's own. */
  folders: readonly string[]
  /** Left out without a configuration. */
  readStandings?: ReadStandings
  /** The streams to print on. */
  io: Io
}

/**
 * The account of a connection; without a configuration the one that the environment names. Throws
 * `ConfigError`.
 */
export const openCheckSpace = async (io: Io, flags: ApiFlags, releases: Releases): Promise<CheckSpace> => {
  if (!(await hasConfig(io, flags)) && flags.connection === undefined)
    return openBareSpace(io, flags, releases)
  const workspace = await openWorkspace(io, flags, releases)
  return toSpace(selectConnection(workspace.config, flags.connection), workspace, flags, releases)
}

/**
 * The accounts of the connections that are chosen, all of them when none is; as `openCheckSpace` where that
 * is one. Throws `ConfigError`.
 */
export const openCheckSpaces = async (
  io: Io,
  flags: ApiFlags,
  releases: Releases,
): Promise<readonly [CheckSpace, ...CheckSpace[]]> => {
  if (!(await hasConfig(io, flags)) && flags.connection === undefined)
    return [await openBareSpace(io, flags, releases)]
  const workspace = await openWorkspace(io, flags, releases)
  const { config } = workspace
  const [first, ...others] = isAboutMany(config.connections, flags.connection)
    ? selectConnections(config, flags.connection)
    : [selectConnection(config, flags.connection)]
  if (first === undefined) throw new ConfigError('There is no connection')
  const open = (connection: ConnectionConfig): CheckSpace => toSpace(connection, workspace, flags, releases)
  return [open(first), ...others.map(open)]
}

const toSpace = (
  connection: ConnectionConfig,
  workspace: ShownWorkspace,
  flags: ApiFlags,
  releases: Releases,
): CheckSpace => {
  const { folders } = workspace.config.onboarding
  return {
    connection: connection.name,
    accountFor: (profiles) =>
      toAccount(connection, workspace, releases, flags.api ?? toApiOfCheck(connection, profiles)),
    folders,
    readStandings: createReadStandings(workspace, connection.name),
    io: workspace.io,
  }
}

const bareLog: Config['log'] = { level: 'warn', file: undefined, maxBytes: 0, keepFiles: 1 }

const openBareSpace = async (io: Io, flags: ApiFlags, releases: Releases): Promise<CheckSpace> => {
  const { log, io: shownOn } = openLog(io, flags, bareLog, releases)
  if (flags.api === 'rest')
    throw new ConfigError(
      'Over REST a check needs a connection with a block rest, and the consent of the employer. Make one: nmbrs-sync init',
    )
  const account = await readBareAccount(io, log)
  return { accountFor: () => account, folders: [], io: shownOn }
}
