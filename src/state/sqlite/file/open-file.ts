import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { AbortError } from '../../../domain/errors.js'
import { busyStepMs } from '../busy.js'
import { nameStateFile } from '../prepare.js'
import { toStateError } from '../state-errors.js'

const ensureFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Opened the way it will be used: a missing right shows here, with the operating system's own reason.
  closeSync(openSync(path, 'a+', 0o600))
}

const configure = (sqlite: Database.Database): void => {
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') {
    throw new AbortError(
      `${nameStateFile(sqlite.name)} cannot use a write-ahead log on this file system`,
      'state-unusable',
      'Set state.path to a folder on a local disk.',
    )
  }
  // A write that was reported as stored must survive a power cut: someone's pay was changed meanwhile.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
}

/**
 * Opens the file, and makes it and its folder when they are not there. Throws `AbortError` (`state-unusable`)
 * with a remedy when it is no database, damaged, locked, or cannot be written.
 */
export const openFile = (path: string): Database.Database => {
  let sqlite: Database.Database | undefined
  try {
    ensureFile(path)
    sqlite = new Database(path, { timeout: busyStepMs })
    configure(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    throw toStateError(error, nameStateFile(path))
  }
}
