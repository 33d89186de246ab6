import { Argument, Option } from 'commander'

import type { AccessConfig, AccessPortalConfig, ConnectionConfig } from '../../../config/config.js'
import { ConfigError } from '../../../domain/errors.js'
import type { ConnectionFlags } from '../../options/flags.js'

/** Options of the commands about self-service logins. */
export interface AccessFlags extends ConnectionFlags {
  portal?: string
  showValues?: boolean
}

export const portalArgument = (): Argument =>
  new Argument('[portal]', 'a portal of the configuration, such as nmbrs-ess; all of them when left out')

export const portalOption = (): Option =>
  new Option('--portal <name>', 'the portal; needed only when the configuration has several')

export const showPeopleOption = (): Option =>
  new Option(
    '--show-values',
    'show names and e-mail addresses: whole on a terminal, masked in a pipe or a document',
  )

export const noOpenRequestsOption = (): Option =>
  new Option('--no-open-requests', 'you looked, and there are no open change requests').conflicts(
    'acceptLoss',
  )

export const acceptLossOption = (): Option => new Option('--accept-loss', 'open change requests may be lost')

/** Throws `ConfigError` for a connection without self-service logins. */
export const getAccess = ({ name, access }: ConnectionConfig): AccessConfig => {
  if (access !== undefined) return access
  throw new ConfigError(
    `The connection ${name} has no self-service logins. Add access to it, as config/nmbrs-sync.example.yaml shows, then: nmbrs-sync config check`,
  )
}

/** The named portal, or all of them. Throws `ConfigError` naming the choices. */
export const selectPortals = (
  { portals }: AccessConfig,
  name: string | undefined,
): readonly AccessPortalConfig[] => {
  if (name === undefined) return portals
  const found = portals.filter(({ portal }) => portal.portal === name)
  if (found.length > 0) return found
  throw new ConfigError(`The configuration has no portal ${name}; it has: ${listNames(portals)}`)
}

/** The one portal a command is about. Throws `ConfigError` when there are several and none is named. */
export const selectPortal = (access: AccessConfig, name: string | undefined): AccessPortalConfig => {
  const [only, ...others] = selectPortals(access, name)
  if (only !== undefined && others.length === 0) return only
  throw new ConfigError(`Say which portal with --portal NAME: ${listNames(access.portals)}`)
}

const listNames = (portals: readonly AccessPortalConfig[]): string =>
  portals.map(({ portal }) => portal.portal).join(', ')
