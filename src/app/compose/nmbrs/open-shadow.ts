import type { ConnectionConfig } from '../../../config/config.js'
import type { AddressBook } from '../../../domain/addresses/address-book.js'
import { findMapped } from '../../../mapping/leave-out.js'
import type { Mapping } from '../../../mapping/mapping.js'
import type { OpenShadow, RunDeps } from '../../../run/settings.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import type { Workspace } from '../workspace.js'
import type { Releases } from '../releases.js'
import { openTarget } from './open-target.js'
import { getRestAccount } from './rest-account.js'

interface ShadowParts {
  state: StateDatabase
  releases: Releases
  book: AddressBook
  mapping: Mapping
}

/**
 * The transport that a sync over SOAP reads along, where the configuration wants it. Nothing of it is opened
 * before a sync begins, and nothing can be written over it.
 */
export const withShadow = (
  connection: ConnectionConfig,
  workspace: Workspace,
  { state, releases, book, mapping }: ShadowParts,
): Pick<RunDeps, 'shadow'> => {
  const { nmbrs } = connection
  if (nmbrs.api !== 'soap' || nmbrs.shadow === undefined) return {}
  const shadow: OpenShadow = async () => {
    const [{ notCarriedOverRest }, { refuseWrites }] = await Promise.all([
      import('../../../target/nmbrs-rest/not-carried.js'),
      import('../../../target/port.js'),
    ])
    const over: ConnectionConfig = { ...connection, nmbrs: { api: 'rest', rest: getRestAccount(connection) } }
    const target = await openTarget(over, workspace, { fence: refuseWrites, state, releases, book })
    releases.add(() => target.close())
    return { target, notCarried: findMapped(mapping, notCarriedOverRest) }
  }
  return { shadow }
}
