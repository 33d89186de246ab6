import { readAccountFromEnvironment } from '../../config/environment/account-from-environment.js'
import type { Config, ConnectionConfig } from '../../config/config.js'
import type { SoapNmbrs } from '../../config/nmbrs-accounts.js'
import type { Log } from '../../domain/log.js'
import type { OnFault } from '../../domain/run/progress.js'
import { createPacedQueue, type PacedQueue } from '../../http/paced-queue.js'
import { openLog, openWorkspace, selectConnection, type Workspace } from '../compose.js'
import type { ConnectionFlags } from '../flags.js'
import type { Io } from '../io.js'
import { getSoapAccount } from '../nmbrs/soap-account.js'
import type { Releases } from '../releases.js'
import { hasConfig } from './known-profiles.js'
import { createReadStandings, type ReadStandings } from './standings.js'

/** An Nmbrs account to look at, and what is known of it beforehand. */
export interface AccountToCheck {
  /** `undefined`: the environment names it. */
  connection: string | undefined
  nmbrs: SoapNmbrs
  /** The companies that the connection is about, as it spells them. */
  companies: readonly { id: string; name: string }[]
  timeZone: string
  /** Looking at it goes at the pace of the account, as everything else that is sent for it. */
  queue: PacedQueue
  log: Log
  onFault: OnFault
}

/** What a command that looks at an account works with. */
export interface CheckSpace {
  account: AccountToCheck
  /** Folders with profiles of one's own. */
  folders: readonly string[]
  /** Left out without a configuration. */
  readStandings?: ReadStandings
  /** The streams to print on. */
  io: Io
}

/** The account of a connection; without a configuration the one that the environment names. Throws `ConfigError`. */
export const openCheckSpace = async (
  io: Io,
  flags: ConnectionFlags,
  releases: Releases,
): Promise<CheckSpace> => {
  if (!(await hasConfig(io, flags)) && flags.connection === undefined)
    return openBareSpace(io, flags, releases)
  const workspace = await openWorkspace(io, flags, releases)
  const connection = selectConnection(workspace.config, flags.connection)
  const { folders } = workspace.config.onboarding
  return {
    account: toAccount(connection, workspace),
    folders,
    readStandings: createReadStandings(workspace, connection.name),
    io: workspace.io,
  }
}

/** The account of a connection. Throws `ConfigError` when it has none for SOAP. */
export const toAccount = (
  connection: ConnectionConfig,
  { config, log, paces, onFault }: Pick<Workspace, 'config' | 'log' | 'paces' | 'onFault'>,
): AccountToCheck => {
  const nmbrs = getSoapAccount(connection)
  return {
    connection: connection.name,
    nmbrs,
    companies: connection.companies.map(({ targetId, targetName }) => ({ id: targetId, name: targetName })),
    timeZone: config.timezone,
    queue: paces.queueOfAccount(nmbrs, config.connections),
    log,
    onFault,
  }
}

const bareTimeZone: Config['timezone'] = 'Europe/Amsterdam'
const bareLog: Config['log'] = { level: 'warn', file: undefined, maxBytes: 0, keepFiles: 1 }

const openBareSpace = async (io: Io, flags: ConnectionFlags, releases: Releases): Promise<CheckSpace> => {
  const nmbrs = await readAccountFromEnvironment(io.cwd, io.env)
  const { log, io: shownOn } = openLog(io, flags, bareLog, releases)
  const account: AccountToCheck = {
    connection: undefined,
    nmbrs,
    companies: [],
    timeZone: bareTimeZone,
    queue: createPacedQueue({ callsPerSecond: nmbrs.maxCallsPerSecond }),
    log,
    onFault: () => undefined,
  }
  return { account, folders: [], io: shownOn }
}
