import {
  AbortError,
  AuthError,
  ConfigError,
  InternalError,
  RemoteError,
  findErrorCode,
} from '../../domain/errors.js'

interface Meaning {
  what: string
  remedy: string
}

const writableRemedy =
  'Give the account that runs this program the right to read and write the file and its folder (state.path, state.keyFile).'
const restoreRemedy =
  'Keep a copy of the file for research, restore a backup, then run "nmbrs-sync plan" and look before you sync.'
const fullRemedy = 'Make room on the disk, then start again; nothing that was reported as stored is lost.'

const notWritable: Meaning = { what: 'cannot be opened for writing', remedy: writableRemedy }
const damaged: Meaning = { what: 'is damaged', remedy: restoreRemedy }
const otherTables: Meaning = {
  what: 'does not have the tables that this program made',
  remedy: restoreRemedy,
}
const full: Meaning = { what: 'cannot grow: the disk is full', remedy: fullRemedy }
const locked: Meaning = {
  what: 'is locked by another program',
  remedy: 'Close the program that has the file open (a database browser, a backup), then start again.',
}
const notADatabase: Meaning = {
  what: 'is not a database',
  remedy: 'Set state.path to the state file of this program, or to a file that does not exist yet.',
}
const unreadable: Meaning = {
  what: 'cannot be read or written: the disk reports an error',
  remedy: 'Check the disk and its mount; a network folder is not suited. Then start again.',
}
const wrongPlace: Meaning = {
  what: 'is a folder, or has a file where its folder should be',
  remedy: 'Correct state.path and state.keyFile in the configuration.',
}

const nowhere: Meaning = {
  what: 'is not there: it was removed, or a link on the way to it leads nowhere',
  remedy: 'Correct state.path and state.keyFile in the configuration, or bring the disk or folder back.',
}

/** By SQLite's primary result code (sqlite.org/rescode.html) and by the operating system's code. */
const meanings: Readonly<Record<string, Meaning>> = {
  SQLITE_CANTOPEN: notWritable,
  SQLITE_READONLY: notWritable,
  SQLITE_PERM: notWritable,
  SQLITE_AUTH: notWritable,
  SQLITE_NOTADB: notADatabase,
  SQLITE_CORRUPT: damaged,
  // Each statement has a fixed text that the tests run, so one that does not fit the file says that the file
  // was changed.
  SQLITE_ERROR: otherTables,
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  SQLITE_PROTOCOL: locked,
  SQLITE_FULL: full,
  SQLITE_IOERR: unreadable,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  ENOSPC: full,
  EDQUOT: full,
  ENOENT: nowhere,
  EISDIR: wrongPlace,
  ENOTDIR: wrongPlace,
  EEXIST: wrongPlace,
  ELOOP: wrongPlace,
  ENAMETOOLONG: wrongPlace,
  EIO: unreadable,
}

/** better-sqlite3 looks for its compiled part when the first database is opened. */
const lacksNativePart = (error: unknown, code: string): boolean =>
  code === 'ERR_DLOPEN_FAILED' ||
  (error instanceof Error && error.message.startsWith('Could not locate the bindings file'))

const toNativeError = (error: unknown): AbortError =>
  new AbortError(
    `The native part of SQLite is missing, or was made for another Node or system (this is Node ${process.version})`,
    'state-unusable',
    'Install nmbrs-sync again with this Node: "npm install --global --allow-scripts=better-sqlite3 FILE.tgz"; in the folder of the source: "npm rebuild better-sqlite3".',
    { cause: error },
  )

const findMeaning = (code: string): Meaning | undefined =>
  meanings[code] ?? meanings[code.split('_').slice(0, 2).join('_')]

const isOurs = (error: unknown): error is Error =>
  error instanceof AbortError ||
  error instanceof ConfigError ||
  error instanceof InternalError ||
  error instanceof AuthError ||
  error instanceof RemoteError

/**
 * Says what an error of the state file means: `AbortError` (`state-unusable`) with a remedy when the file or
 * the disk is the matter, `InternalError` when it is this program. Our own errors stay as they are.
 */
export const toStateError = (error: unknown, what: string): Error => {
  if (isOurs(error)) return error
  const code = findErrorCode(error) ?? 'no code'
  if (lacksNativePart(error, code)) return toNativeError(error)
  const meaning = findMeaning(code)
  if (meaning === undefined) return new InternalError(`${what}: unexpected error (${code})`, { cause: error })
  return new AbortError(`${what} ${meaning.what} (${code})`, 'state-unusable', meaning.remedy, {
    cause: error,
  })
}
