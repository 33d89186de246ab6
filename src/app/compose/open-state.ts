import { hostname } from 'node:os'

import { AbortError } from '../../domain/errors.js'
import { openStateDatabase, type StateDatabase, type StateOptions } from '../../state/open-state-database.js'
import { isProcessAlive } from '../../state/sqlite/lease/process-mark.js'
import { toReadableState } from './readable-state.js'
import type { Releases } from './releases.js'
import type { Workspace } from './workspace.js'

/** Where the state is and which process works with it. */
export const toStateOptions = ({ config, surroundings, log }: Workspace): StateOptions => {
  const { path, keyFile } = config.state
  return {
    path,
    keyFile,
    now: surroundings.now,
    pid: process.pid,
    host: hostname(),
    isProcessAlive,
    log,
  }
}

/**
 * Opens the state file, and says when it made one; a command that only reads makes none and needs no right to
 * write. Always before anything of a remote is touched. Throws `AbortError` (`state-unusable`).
 */
export const openState = async (workspace: Workspace, releases: Releases): Promise<StateDatabase> => {
  const use = workspace.surroundings.stateUse ?? { mustExist: false, mayWrite: true }
  const { isCopy, ...files } = await toReadableState(workspace.config.state, use, releases)
  const opened = await openStateDatabase({ ...toStateOptions(workspace), ...files })
  const state = isCopy ? { ...opened, consents: refuseConsents } : opened
  releases.add(() => state.close())
  if (state.isNew && use.mayWrite)
    workspace.log.warn(
      'a new state file was made, in which no one is connected; if this installation has run before, stop and look for the file it had',
      { path: workspace.config.state.path },
    )
  return state
}

/**
 * A token is renewed by being used; in a copy the new one would be lost, and with it the consent (Nmbrs REST
 * contract, section 3.3).
 */
const refuseConsents = (): never => {
  throw new AbortError(
    'This account may not write the state file, where the tokens of Nmbrs over REST are renewed',
    'state-unusable',
    'Use the account of the daemon for commands that read Nmbrs over REST',
  )
}
