import type { ConnectionConfig } from '../../config/config.js'
import { byHand } from '../../domain/audit/act.js'
import type { LookUpDeps } from '../../run/people/read-people.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { openSource } from '../compose/compose.js'
import type { Workspace } from '../compose/workspace.js'
import type { Releases } from '../compose/releases.js'

/**
 * What people of a connection are looked up with, where a command touches no remote otherwise. Nothing is
 * sent yet.
 */
export const openLookUp = async (
  connection: ConnectionConfig,
  workspace: Workspace,
  state: StateDatabase,
  releases: Releases,
): Promise<LookUpDeps> => ({
  source: await openSource(connection, workspace, releases),
  store: state.store(connection.name, byHand(workspace.actor)),
  settings: { companies: connection.companies, timeZone: workspace.config.timezone },
  now: workspace.surroundings.now,
})
