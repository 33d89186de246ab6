import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { AbortError, ConfigError } from '../../../domain/errors.js'
import { removeConsents } from '../../consent/consent-statements.js'
import { syncFolder } from './key-file.js'
import { toStateError } from '../state-errors.js'

/** What a backup holds. */
export interface BackupEnd {
  /** Absolute. */
  file: string
  sizeBytes: number
}

const everyPage = 0x7fffffff

/** A name beside `path` that no one uses. */
export const toDraftPath = (path: string): string => `${path}.${randomBytes(6).toString('hex')}.tmp`

/** Removes a database with what SQLite keeps beside it; nothing when it is not there. */
export const removeDatabase = (path: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true })
}

/** How messages name a backup. */
export const nameBackup = (file: string): string => `the backup ${file}`

/**
 * Copies the whole state into a new file while runs may go on, and reads the copy through before it gets its
 * name. Throws `ConfigError` when something stands there already or the folder is missing, and `AbortError`
 * (`state-unusable`) when the copy cannot be made or is not sound.
 */
export const backupState = async (sqlite: Database.Database, path: string): Promise<BackupEnd> => {
  const file = resolve(path)
  refuseBadPlace(file)
  const draft = toDraftPath(file)
  try {
    // All pages in one step: someone else's write in between would make the copy begin again, for ever on a
    // busy file. Made beforehand, so that no one else can read it even for a moment.
    closeSync(openSync(draft, 'wx', 0o600))
    await sqlite.backup(draft, { progress: () => everyPage })
    chmodSync(draft, 0o600)
    leaveOut(draft)
    checkCopy(draft, file)
    refuseBadPlace(file)
    renameSync(draft, file)
    syncFolder(dirname(file))
    return { file, sizeBytes: statSync(file).size }
  } catch (error) {
    throw error instanceof ConfigError ? error : toStateError(error, nameBackup(file))
  } finally {
    removeDatabase(draft)
  }
}

const refuseBadPlace = (file: string): void => {
  if (existsSync(file))
    throw new ConfigError(`${file} is there already. A backup never replaces a file: choose another name.`)
  if (!existsSync(dirname(file))) throw new ConfigError(`There is no folder ${dirname(file)} for the backup.`)
}

/** Tokens of consents are in no copy. */
const leaveOut = (draft: string): void => {
  const copy = new Database(draft, { fileMustExist: true })
  try {
    removeConsents(copy)
  } finally {
    copy.close()
  }
}

/** One file without a log beside it, with every page as it should be. */
const checkCopy = (draft: string, file: string): void => {
  const copy = new Database(draft, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
    refuseDamage(copy, nameBackup(file))
  } finally {
    copy.close()
  }
}

/**
 * Reads a database through, indexes included. Throws `AbortError` (`state-unusable`) saying what is wrong.
 */
export const refuseDamage = (sqlite: Database.Database, name: string): void => {
  const lines = sqlite.prepare<[], string>('PRAGMA integrity_check(10)').pluck().all()
  if (lines.length === 1 && lines[0] === 'ok') return
  throw new AbortError(
    `${name} is damaged: ${lines.join('; ')}`,
    'state-unusable',
    'Check the disk. Look at the state file itself with: nmbrs-sync state info',
  )
}
