import type { ConnectionConfig } from '../../../config/config.js'
import { findSoapAccount, type SoapNmbrs } from '../../../config/nmbrs-accounts.js'
import { ConfigError } from '../../../domain/errors.js'

/**
 * The API user of a connection, whichever transport it is on, for what only SOAP can tell. Throws
 * `ConfigError` when it has none.
 */
export const getSoapAccount = ({ name, nmbrs }: ConnectionConfig): SoapNmbrs => {
  const account = findSoapAccount(nmbrs)
  if (account !== undefined) return { ...account, api: 'soap' }
  throw new ConfigError(
    `The connection ${name} has no API user of Nmbrs, which this check needs: its calls are calls of SOAP. Add username, token and domain under nmbrs for as long as SOAP is there; what REST allows: nmbrs-sync onboarding check PROFILE --api rest`,
  )
}
