import type { NoticeMemory } from '../../daemon/notices/decide-telling.js'
import type { TurnEnd } from '../../daemon/scheduler.js'
import { AbortError } from '../../domain/errors.js'
import type { OnFault, OnProgress } from '../../domain/run/progress.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { toLoginsEnd } from '../access/logins-end.js'
import { handOverAfterSync } from '../access/after-sync.js'
import { openConnection, openState, selectConnection, type Workspace } from '../compose/compose.js'
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
 * One unattended sync. The state file is opened for the run and closed after it, so that between runs it can be restored or replaced.
 */
export const runScheduled = async (run: ScheduledRun): Promise<TurnEnd> => {
  try {
    return await withReleases(async (releases) => {
      const workspace = { ...run.workspace, onFault: run.onFault }
      const state = await openState(workspace, releases)
      const connection = selectConnection(workspace.config, run.connection)
      const deps = await openConnection(connection, workspace, state, releases, run.mapping)
      const onProgress = tellStart(deps.onProgress, run.onStart)
      const request = { mode: 'sync', trigger: 'schedule', employees: [], allowPastPeriods: false } as const
      const end = await runOnce(workspace.surroundings, state, { ...deps, onProgress }, request)
      const { document, error } = end
      const logins = toLoginsEnd(await handOverAfterSync(deps, connection, { workspace, state }, end))
      const failure = error === undefined ? undefined : toRunFailure(error)
      return { kind: 'ended', document, failure, logins }
    })
  } catch (error) {
    const failure = toRunFailure(error)
    const busy = error instanceof AbortError && error.code === 'lease-held'
    return { kind: busy ? 'busy' : 'not-started', failure }
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
