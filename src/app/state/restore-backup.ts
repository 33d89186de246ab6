import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import { byHand } from '../../domain/audit/act.js'
import { ConfigError } from '../../domain/errors.js'
import { toRunId } from '../../domain/ids.js'
import { restoreState, type RestoreEnd } from '../../state/sqlite/file/restore.js'
import { keepDaemonAway } from '../daemon/only-daemon.js'
import { toStateOptions } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'

/**
 * Puts a backup in the place of the state file, for the person who has the workspace open. No daemon may be
 * there meanwhile, also one that waits. Throws as `restoreState` does, and `AbortError` (`daemon-runs`).
 */
export const restoreBackup = async (workspace: Workspace, name: string): Promise<RestoreEnd> => {
  const { cwd, newRunId, now } = workspace.surroundings
  const options = toStateOptions(workspace)
  const file = resolve(cwd, name)
  if (!existsSync(file)) throw new ConfigError(`There is no backup ${file}.`)
  const letDaemonCome = await keepDaemonAway(options.path)
  try {
    return await restoreState(options, {
      file,
      act: byHand(workspace.actor),
      runId: toRunId(newRunId()),
      moment: toFileMoment(now()),
    })
  } finally {
    letDaemonCome()
  }
}

/** `20261122-025820`, UTC. */
const toFileMoment = (epochMs: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:Z]/g, '')
    .replace('T', '-')
