import { leaseOf } from '../compose/lease.js'
import { byHand } from '../../domain/audit/act.js'
import type { NoticeMemory } from '../../daemon/notices/decide-telling.js'
import type { TurnEnd } from '../../daemon/scheduler.js'
import { AbortError } from '../../domain/errors.js'
import type { OnFault, OnProgress } from '../../domain/run/progress.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { toLoginsEnd } from '../access/logins-end.js'
import { handOverAfterSync, type LoginsAfterSync } from '../access/after-sync.js'
import { createTell, isTelling, toDeliverOptions } from '../access/open-channels.js'
import type { AccessBook } from '../../access/access-book.js'
import type { PortalName } from '../../access/logins/login.js'
import type { LoginsEnd } from '../../daemon/connection-watch.js'
import { tellOfLogins } from '../../run/access/sync-logins.js'
import type { TellBook } from '../../run/access/delivery/tell-employees.js'
import { openConnection } from '../compose/compose.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import { selectConnection } from '../compose/select-connections.js'
import { withReleases } from '../compose/releases.js'
import { runOnce } from '../run/run-once.js'

export interface ScheduledRun {
  workspace: Workspace
  connection: string
  mapping: Mapping | undefined
  onStart: () => void
  onFault: OnFault
}

/**
 * One unattended sync. The state file is opened for the run and closed after it, so that between runs it can
 * be restored or replaced.
 */
export const runScheduled = async (run: ScheduledRun): Promise<TurnEnd> => {
  try {
    return await withReleases(async (releases) => {
      const workspace = { ...run.workspace, onFault: run.onFault }
      const state = await openState(workspace, releases)
      const connection = selectConnection(workspace.config, [run.connection])
      const deps = await openConnection(connection, workspace, state, releases, run.mapping)
      const onProgress = tellStart(deps.onProgress, run.onStart)
      const request = { mode: 'sync', trigger: 'schedule', employees: [], allowPastPeriods: false } as const
      const takeLease = leaseOf(connection, workspace.config, state)
      const end = await runOnce(workspace.surroundings, takeLease, { ...deps, onProgress }, request)
      const { document, error } = end
      const handedOver = await handOverAfterSync(deps, connection, { workspace, state, tell: 'later' }, end)
      const logins = toLoginsEnd(handedOver)
      const failure = error === undefined ? undefined : toRunFailure(error)
      const messages = toMessages(run, handedOver)
      return { kind: 'ended', document, failure, logins, ...(messages === undefined ? {} : { messages }) }
    })
  } catch (error) {
    const failure = toRunFailure(error)
    const busy = error instanceof AbortError && error.code === 'lease-held'
    return { kind: busy ? 'busy' : 'not-started', failure }
  }
}

/**
 * What is left to do once nothing is kept open any more: telling people of their new logins; `undefined`
 * where no one is told.
 */
const toMessages = (
  { workspace, connection }: ScheduledRun,
  logins: LoginsAfterSync,
): (() => Promise<LoginsEnd | undefined>) | undefined => {
  if (logins.kind !== 'done' || !logins.portals.some(({ config }) => isTelling(config))) return undefined
  return async () => {
    const portals = await tellOfLogins(logins.portals, {
      tellOf: createTell,
      delivery: toDeliverOptions(workspace),
      bookOf: (config) => createTellBook(workspace, connection, config.portal.portal),
    })
    return toLoginsEnd({ kind: 'done', portals })
  }
}

/**
 * Opens the state file for each look and each note: a slow mail server keeps no one from it, and a backup can
 * be put back meanwhile.
 */
const createTellBook = (workspace: Workspace, connection: string, portal: PortalName): TellBook => {
  const withBook = <T>(work: (book: AccessBook) => Promise<T>): Promise<T> =>
    lookUp(workspace, async (state) =>
      work(await state.store(connection, byHand(workspace.actor)).openAccessBook(portal)),
    )
  return {
    readUntold: (since) => withBook((book) => book.readUntold(since)),
    noteTold: (subject, work) => withBook((book) => book.noteTold(subject, work)),
    noteUntold: (subject, work) => withBook((book) => book.noteUntold(subject, work)),
  }
}

const tellStart =
  (onProgress: OnProgress, onStart: () => void): OnProgress =>
  (event) => {
    if (event.type === 'run-started') onStart()
    onProgress(event)
  }

/** What people were told, kept in the state file, which is opened for each look and each note. */
export const createNoticeMemory = (findWorkspace: () => Workspace): NoticeMemory => {
  const withMemory = <T>(work: (memory: NoticeMemory) => Promise<T>): Promise<T> =>
    withReleases(async (releases) => work((await openState(findWorkspace(), releases)).noticeMemory()))
  return {
    read: (key) => withMemory((memory) => memory.read(key)),
    write: (key, remembered) => withMemory((memory) => memory.write(key, remembered)),
  }
}

/** Looks something up in the state file, which is opened for it. */
export const lookUp = <T>(workspace: Workspace, look: (state: StateDatabase) => Promise<T>): Promise<T> =>
  withReleases(async (releases) => look(await openState(workspace, releases)))
