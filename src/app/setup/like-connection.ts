import type { Config, ConnectionConfig } from '../../config/config.js'
import type { SourceCompany } from '../../source/port.js'
import type { TargetCompany } from '../../target/port.js'
import { readAlexisCompanies } from './alexis-account.js'
import { readSoapCompanies } from './soap-account.js'

/** The companies that the AlexisHR account of a connection sees. Throws `AuthError` and `RemoteError`. */
export const readSourcesLike = ({ alexis }: ConnectionConfig): Promise<readonly SourceCompany[]> =>
  readAlexisCompanies({ baseUrl: alexis.baseUrl, token: alexis.token.reveal() })

/** The companies that an API user of a connection sees over SOAP. Throws `AuthError` and `RemoteError`. */
export const readTargetsLike = (
  nmbrs: Extract<ConnectionConfig['nmbrs'], { api: 'soap' }>,
): Promise<readonly TargetCompany[]> => {
  const { host, username, token, domain } = nmbrs
  return readSoapCompanies({ host, username, token: token.reveal(), domain })
}

/** The companies that no connection has. */
export const leaveOutUsed = (
  { connections }: Pick<Config, 'connections'>,
  sources: readonly SourceCompany[],
  targets: readonly TargetCompany[],
): { sources: readonly SourceCompany[]; targets: readonly TargetCompany[] } => {
  const used = new Set(
    connections.flatMap(({ companies }) =>
      companies.flatMap(({ sourceId, targetId }) => [
        `source ${sourceId}`,
        `target ${targetId}`.toLowerCase(),
      ]),
    ),
  )
  return {
    sources: sources.filter(({ id }) => !used.has(`source ${id}`)),
    targets: targets.filter(({ id }) => !used.has(`target ${id}`.toLowerCase())),
  }
}
