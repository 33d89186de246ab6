import { leaseOf } from '../../../app/compose/lease.js'
import type { AccessConfig, ConnectionConfig } from '../../../config/config.js'
import { byHand } from '../../../domain/audit/act.js'
import { toRunId } from '../../../domain/ids.js'
import type { LoginDeps } from '../../../run/access/plan-logins.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import { openLogins } from '../../../app/compose/compose.js'
import { openState } from '../../../app/compose/open-state.js'
import type { Workspace } from '../../../app/compose/workspace.js'
import { selectConnection } from '../../../app/compose/select-connections.js'
import { readAddressBook, toKnownAccess } from '../../../app/compose/nmbrs/known-ids.js'
import { openWorkspace } from '../../open-workspace.js'
import type { Io } from '../../io.js'
import { withReleases, type Releases } from '../../../app/compose/releases.js'
import { getAccess, type AccessFlags } from './access-flags.js'

/** What a command about self-service logins works with. */
export interface OpenedLogins {
  deps: LoginDeps
  access: AccessConfig
  connection: ConnectionConfig
  workspace: Workspace
  state: StateDatabase
  releases: Releases
  /** Prints without getting in the way of the progress line. */
  io: Io
}

/** Does something about the logins of one connection. Throws `ConfigError` when it has none. */
export const withLogins = <T>(
  io: Io,
  flags: AccessFlags,
  work: (opened: OpenedLogins) => Promise<T>,
): Promise<T> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const connection = selectConnection(workspace.config, flags.connection)
    const given = getAccess(connection)
    const state = await openState(workspace, releases)
    const access = toKnownAccess(
      given,
      await readAddressBook(state.store(connection.name, byHand(workspace.actor))),
    )
    const deps = await openLogins(connection, workspace, state, releases)
    return work({ deps, access, connection, workspace, state, releases, io: workspace.io })
  })

/**
 * As `withLogins`, while no run goes on: two hand-overs at once would give one piece of work to two people.
 * Throws `AbortError` (`lease-held`).
 */
export const withLoginsAlone = <T>(
  io: Io,
  flags: AccessFlags,
  work: (opened: OpenedLogins & { release: () => Promise<void> }) => Promise<T>,
): Promise<T> =>
  withLogins(io, flags, async (opened) => {
    const { connection, workspace, state } = opened
    const lease = await leaseOf(connection, workspace.config, state)(toRunId(io.newRunId()))
    opened.releases.add(() => lease.release())
    return work({ ...opened, release: () => lease.release() })
  })
