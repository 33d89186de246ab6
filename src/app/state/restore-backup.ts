import { resolve } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import { byHand } from '../../domain/audit/act.js'
import { toRunId } from '../../domain/ids.js'
import { restoreState, type RestoreEnd } from '../../state/sqlite/file/restore.js'
import { toStateOptions, type Workspace } from '../compose/compose.js'

/** Puts a backup in the place of the state file, by whoever has the workspace open. Throws as `restoreState` does. */
export const restoreBackup = (workspace: Workspace, file: string): Promise<RestoreEnd> => {
  const { cwd, newRunId, now } = workspace.surroundings
  return restoreState(toStateOptions(workspace), {
    file: resolve(cwd, file),
    act: byHand(workspace.actor),
    runId: toRunId(newRunId()),
    moment: toFileMoment(now()),
  })
}

/** `20261122-025820`, UTC. */
const toFileMoment = (epochMs: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:Z]/g, '')
    .replace('T', '-')
