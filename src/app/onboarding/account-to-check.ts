import { readAccountFromEnvironment } from '../../config/environment/account-from-environment.js'
import type { Config, ConnectionConfig } from '../../config/config.js'
import type { RestAccount, SoapNmbrs } from '../../config/nmbrs-accounts.js'
import type { Log } from '../../domain/log.js'
import type { OnFault } from '../../domain/run/progress.js'
import type { LiveAccount } from '../../onboarding/check/account.js'
import type { ConsentOfAccount } from '../../onboarding/check/check-input.js'
import { createPacedQueue, type PacedQueue } from '../../http/paced-queue.js'
import type { Workspace } from '../compose/workspace.js'
import type { Surroundings } from '../surroundings.js'
import { getSoapAccount } from '../compose/nmbrs/soap-account.js'

interface CheckedAccount {
  /** `undefined`: the environment names it. */
  connection: string | undefined
  /** The companies that the connection is about, as it spells them. */
  companies: readonly { id: string; name: string }[]
  timeZone: string
}

/** An API user of SOAP. */
export interface SoapAccountToCheck extends CheckedAccount {
  api: 'soap'
  nmbrs: SoapNmbrs
  /** Looking at it goes at the pace of the account, as everything else that is sent for it. */
  queue: PacedQueue
  log: Log
  onFault: OnFault
}

/** What looks at an account over REST. */
export interface OverRest {
  rest: RestAccount
  /** As Nmbrs says what it granted. */
  readConsent: () => Promise<ConsentOfAccount>
  /** The id that a company goes by here, whichever of its ids is given. */
  keyOf: (companyId: string) => Promise<string>
  open: (today: string) => Promise<LiveAccount>
}

/** The consent of an employer to REST. */
export interface RestAccountToCheck extends CheckedAccount {
  api: 'rest'
  over: OverRest
}

/** An Nmbrs account to look at, and what is known of it beforehand. */
export type AccountToCheck = SoapAccountToCheck | RestAccountToCheck

/** The API user of a connection. Throws `ConfigError` when it has none for SOAP. */
export const toSoapAccount = (
  connection: ConnectionConfig,
  { config, log, paces, onFault }: Pick<Workspace, 'config' | 'log' | 'paces' | 'onFault'>,
): SoapAccountToCheck => {
  const nmbrs = getSoapAccount(connection)
  return {
    api: 'soap',
    ...toChecked(connection, config),
    nmbrs,
    queue: paces.queueOfAccount(nmbrs, config.connections),
    log,
    onFault,
  }
}

export const toChecked = (connection: ConnectionConfig, { timezone }: Config): CheckedAccount => ({
  connection: connection.name,
  companies: connection.companies.map(({ targetId, targetName }) => ({ id: targetId, name: targetName })),
  timeZone: timezone,
})

const bareTimeZone: Config['timezone'] = 'Europe/Amsterdam'

/**
 * The account that the environment names, where there is no configuration. Throws `ConfigError` for what it
 * does not name.
 */
export const readBareAccount = async (
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
  log: Log,
): Promise<AccountToCheck> => {
  const nmbrs = await readAccountFromEnvironment(cwd, env)
  return {
    api: 'soap',
    connection: undefined,
    nmbrs,
    companies: [],
    timeZone: bareTimeZone,
    queue: createPacedQueue({ callsPerSecond: nmbrs.maxCallsPerSecond }),
    log,
    onFault: () => undefined,
  }
}
