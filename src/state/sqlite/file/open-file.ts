import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { AbortError } from '../../../domain/errors.js'
import { silentLog, type Log } from '../../../domain/log.js'
import { busyStepMs } from '../busy.js'
import { isForeign, toForeign } from '../migrate.js'
import { nameStateFile } from '../prepare.js'
import { toStateError } from '../state-errors.js'
import { narrowRights } from './narrow-rights.js'

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

const sideFilesOf = (path: string): string[] => ['-wal', '-shm', '-journal'].map((end) => `${path}${end}`)

/**
 * SQLite gives the files beside the database the rights that the database has. Of those that it made just
 * now, which were not in `before`, nothing is to be said.
 */
const narrowStateFiles = (path: string, before: readonly string[], log: Log): void => {
  narrowRights(path, 'state file', log)
  for (const side of sideFilesOf(path))
    narrowRights(side, 'state file', before.includes(side) ? log : silentLog)
}

/**
 * Opens the file, and makes it and its folder when they are not there. Throws `AbortError` (`state-unusable`)
 * with a remedy when it is no database, damaged, locked, or cannot be written. A file of another program
 * keeps its rights and the way it is written.
 */
export const openFile = (path: string, log: Log): Database.Database => {
  let sqlite: Database.Database | undefined
  try {
    ensureFile(path)
    const before = sideFilesOf(path).filter((side) => existsSync(side))
    sqlite = new Database(path, { timeout: busyStepMs })
    if (isForeign(sqlite)) throw toForeign()
    narrowStateFiles(path, before, log)
    configure(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    throw toStateError(error, nameStateFile(path))
  }
}
