import type { ConnectionConfig } from '../../../config/config.js'
import type { SoapNmbrs } from '../../../config/nmbrs-accounts.js'
import { ConfigError } from '../../../domain/errors.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import type { Target, WriteFence } from '../../../target/port.js'
import type { Workspace } from '../compose.js'
import type { Releases } from '../releases.js'

type Space = Pick<Workspace, 'config' | 'log' | 'paces' | 'onFault' | 'surroundings'>

/** What a target hangs on besides its account. */
export interface TargetSupports {
  fence: WriteFence
  /** Where the consent is, for REST. */
  state: StateDatabase | undefined
  releases: Releases
}

/** Makes the side of a connection that is written to, over its transport. Nothing is sent yet, and no write leaves without passing the fence. */
export const openTarget = (
  connection: ConnectionConfig,
  workspace: Space,
  { fence }: TargetSupports,
): Promise<Target> => {
  const { nmbrs } = connection
  return nmbrs.api === 'soap' ? openSoapTarget(nmbrs, connection, workspace, fence) : refuseRest(connection)
}

const openSoapTarget = async (
  { host, username, token, domain, maxCallsPerSecond }: SoapNmbrs,
  connection: ConnectionConfig,
  { config, log, paces, onFault }: Space,
  fence: WriteFence,
): Promise<Target> => {
  const queue = paces.queueOf(connection, config.connections)
  const account = { host, username, token: token.reveal(), domain, maxCallsPerSecond, queue }
  const { createNmbrsSoapTarget } = await import('../../../target/nmbrs-soap/target.js')
  return createNmbrsSoapTarget({ ...account, fence, log, onFault })
}

/** Consent and configuration of REST are there before its reads and writes. */
const refuseRest = ({ name }: ConnectionConfig): never => {
  throw new ConfigError(
    `The connection ${name} has api: rest, which this version cannot read or write with yet; set api: soap, and keep the block rest for later`,
  )
}
