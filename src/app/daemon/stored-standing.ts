import { byHand } from '../../domain/audit/act.js'
import type { LoginsEnd } from '../../daemon/connection-watch.js'
import type { PastRun } from '../../daemon/past-runs.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { toUndelivered } from '../access/undelivered.js'
import type { Workspace } from '../compose/workspace.js'
import { selectConnection } from '../compose/select-connections.js'

/** Enough to know a last success and every failure since, for schedules of every few minutes too. */
const syncsRead = 200

/** The newest syncs of a connection. */
export const readSyncs = (
  state: StateDatabase,
  connection: string,
  { actor }: Workspace,
): Promise<readonly PastRun[]> => state.store(connection, byHand(actor)).runs.readSyncs(syncsRead)

/** Whether work about logins that was begun has still not arrived. */
export const readLogins = async (
  state: StateDatabase,
  connection: string,
  { config, actor }: Workspace,
): Promise<LoginsEnd | undefined> => {
  const { access } = selectConnection(config, [connection])
  if (access?.afterSync !== true) return undefined
  const undelivered = []
  for (const { portal } of access.portals) {
    const book = await state.store(connection, byHand(actor)).openAccessBook(portal.portal)
    const open = await book.readOpenHandOvers()
    const isOpen = open.some(({ deliveries }) => Object.values(deliveries).some((end) => end !== 'arrived'))
    if (isOpen) undelivered.push(`The work of ${portal.portal} has not arrived everywhere`)
  }
  return toUndelivered(undelivered)
}
