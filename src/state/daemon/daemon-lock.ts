import Database from 'better-sqlite3'

import { findErrorCode } from '../../domain/errors.js'
import { nameStateFile } from '../sqlite/prepare.js'
import { toStateError } from '../sqlite/state-errors.js'

/** The right to be the one daemon of a state file. */
export interface DaemonLock {
  release: () => void
}

/**
 * Takes the lock of this file, which is made when it is not there; `undefined` when another process has it.
 * The operating system gives a lock of SQLite back when its process ends, however it ends, so that none is
 * ever left over, and none is taken from a process that lives.
 */
export const takeDaemonLock = (file: string): DaemonLock | undefined => {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(file, { timeout: 0 })
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite?.close()
    if (findErrorCode(error)?.startsWith('SQLITE_BUSY') === true) return undefined
    throw toStateError(error, nameStateFile(file))
  }
  const held = sqlite
  return {
    release: () => {
      held.close()
    },
  }
}
