import { leaseOf } from '../app/compose/lease.js'
import { byHand } from '../domain/audit/act.js'
import type { ConnectionConfig } from '../config/config.js'
import { toRunId } from '../domain/ids.js'
import type { RunDeps } from '../run/settings.js'
import type { Store } from '../run/store/store.js'
import type { StateDatabase } from '../state/open-state-database.js'
import { openConnection } from '../app/compose/compose.js'
import { openState } from '../app/compose/open-state.js'
import { selectConnection } from '../app/compose/select-connections.js'
import { openWorkspace, type ShownWorkspace } from './open-workspace.js'
import type { ConnectionFlags } from './options/flags.js'
import type { GlobalFlags } from './options/global-options.js'
import type { Io } from './io.js'
import { withReleases, type Releases } from '../app/compose/releases.js'

/** Does something with one connection, both sides and the state open. It prints on the `io` it is given. */
export const withConnection = <T>(
  io: Io,
  flags: ConnectionFlags,
  work: (deps: RunDeps, io: Io, workspace: ShownWorkspace, connection: ConnectionConfig) => Promise<T>,
): Promise<T> =>
  withOpened(io, flags, async ({ workspace, connection, state, releases }) =>
    work(await openConnection(connection, workspace, state, releases), workspace.io, workspace, connection),
  )

/**
 * As `withConnection`, while no run goes on: a link must not change under one. Throws `AbortError`
 * (`lease-held`).
 */
export const withConnectionAlone = <T>(
  io: Io,
  flags: ConnectionFlags,
  work: (deps: RunDeps, io: Io) => Promise<T>,
): Promise<T> =>
  withOpened(io, flags, async ({ workspace, connection, state, releases }) => {
    const lease = await leaseOf(connection, workspace.config, state)(toRunId(io.newRunId()))
    releases.add(() => lease.release())
    return work(await openConnection(connection, workspace, state, releases), workspace.io)
  })

/** Does something with what is kept of one connection; no remote is touched. */
export const withStore = <T>(
  io: Io,
  flags: ConnectionFlags,
  work: (store: Store, opened: Opened) => Promise<T>,
): Promise<T> =>
  withOpened(io, flags, (opened) =>
    work(opened.state.store(opened.connection.name, byHand(opened.workspace.actor)), opened),
  )

/** Does something with the whole state file; no remote is touched. */
export const withState = <T>(
  io: Io,
  flags: GlobalFlags,
  work: (state: StateDatabase, workspace: ShownWorkspace, releases: Releases) => Promise<T>,
): Promise<T> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    return work(await openState(workspace, releases), workspace, releases)
  })

/** What a command about what is kept of one connection works with. */
export interface Opened {
  workspace: ShownWorkspace
  connection: ConnectionConfig
  state: StateDatabase
  releases: Releases
}

const withOpened = <T>(io: Io, flags: ConnectionFlags, work: (opened: Opened) => Promise<T>): Promise<T> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const connection = selectConnection(workspace.config, flags.connection)
    const state = await openState(workspace, releases)
    return work({ workspace, connection, state, releases })
  })
