import { leaseOf } from '../compose/lease.js'
import type { ConnectionConfig } from '../../config/config.js'
import { toError } from '../../domain/errors.js'
import { toRunId } from '../../domain/ids.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import type { LoginDeps } from '../../run/access/plan-logins.js'
import type { RunEnd } from '../../run/run-connection.js'
import { handOverLogins, syncLogins, type SyncedPortal } from '../../run/access/sync-logins.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import type { Workspace } from '../compose/workspace.js'
import { readAddressBook, toKnownAccess } from '../compose/nmbrs/known-ids.js'
import { createAccessChannels, createTell, toDeliverOptions } from './open-channels.js'

/** What became of the logins after a sync. `off`: they are not worked out after this one. */
export type LoginsAfterSync =
  { kind: 'off' } | { kind: 'done'; portals: readonly SyncedPortal[] } | { kind: 'failed'; error: Error }

/**
 * Works out and hands over the logins once a sync has ended, where the configuration says so. Never throws:
 * the sync stays what it was, what becomes of the logins; what went wrong is logged and given back to be
 * said. `later`: who calls tells people of their new logins.
 */
export const handOverAfterSync = async (
  deps: LoginDeps,
  connection: ConnectionConfig,
  opened: { workspace: Workspace; state: StateDatabase; tell?: 'now' | 'later' },
  sync: RunEnd,
): Promise<LoginsAfterSync> => {
  const { access: given, name } = connection
  // Of a sync that did not come to its end it is not known who is in payroll, and why it did not has been
  // said.
  if (given?.afterSync !== true || sync.error !== undefined) return { kind: 'off' }
  const { workspace, state } = opened
  try {
    const access = toKnownAccess(given, await readAddressBook(deps.store))
    const takeLease = leaseOf(connection, workspace.config, state)
    const lease = await takeLease(toRunId(workspace.surroundings.newRunId()))
    try {
      const channelsOf = (config: (typeof access.portals)[number]) => createAccessChannels(config, workspace)
      const delivery = toDeliverOptions(workspace)
      const readers = { language: workspace.language, timeZone: workspace.config.timezone }
      const handingOver = { portals: access.portals, channelsOf, delivery, ...readers }
      const portals =
        opened.tell === 'later'
          ? await handOverLogins(deps, handingOver)
          : await syncLogins(deps, { ...handingOver, tellOf: createTell, release: () => lease.release() })
      return { kind: 'done', portals }
    } finally {
      await lease.release()
    }
  } catch (caught) {
    const error = toError(caught)
    const { code } = toRunFailure(error)
    workspace.log.error('logins not worked out', { connection: name, code })
    return { kind: 'failed', error }
  }
}
