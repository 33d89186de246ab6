import { readAccountFromEnvironment } from '../../config/environment/account-from-environment.js'
import type { Config, ConnectionConfig } from '../../config/config.js'
import type { SoapNmbrs } from '../../config/nmbrs-accounts.js'
import type { Log } from '../../domain/log.js'
import type { OnFault } from '../../domain/run/progress.js'
import { createPacedQueue, type PacedQueue } from '../../http/paced-queue.js'
import type { Workspace } from '../compose/compose.js'
import type { Surroundings } from '../surroundings.js'
import { getSoapAccount } from '../compose/nmbrs/soap-account.js'

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

/** The account that the environment names, where there is no configuration. Throws `ConfigError` for what it does not name. */
export const readBareAccount = async (
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
  log: Log,
): Promise<AccountToCheck> => {
  const nmbrs = await readAccountFromEnvironment(cwd, env)
  return {
    connection: undefined,
    nmbrs,
    companies: [],
    timeZone: bareTimeZone,
    queue: createPacedQueue({ callsPerSecond: nmbrs.maxCallsPerSecond }),
    log,
    onFault: () => undefined,
  }
}
