import { constants } from 'node:fs'
import { access, copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { AbortError, findErrorCode } from '../../domain/errors.js'
import type { Releases } from './releases.js'

/** What a command may do with the state file. */
export interface StateUse {
  /** It tells what is kept, so that without a file there is nothing to tell. */
  mustExist: boolean
  /** It writes there, and makes the file where there is none. */
  mayWrite: boolean
}

/** Where the state and its key are. */
export interface StateFiles {
  path: string
  keyFile: string
}

/**
 * The files that a command opens for the state. A command that only reads makes no file: where there is none
 * it gets an empty state that is gone afterwards, and where it may not write it gets a copy. Throws
 * `AbortError` (`state-unusable`) when there has to be a file and there is none.
 */
export const toReadableState = async (
  { path, keyFile }: StateFiles,
  { mustExist, mayWrite }: StateUse,
  releases: Releases,
): Promise<StateFiles & { isCopy: boolean }> => {
  const files = { path, keyFile }
  // What was made for it beforehand, and never written to, is no state yet.
  const isThere = await hasContent(path)
  if (!isThere && mustExist) throw noState(path)
  if (mayWrite || (isThere && (await canWrite(files)))) return { ...files, isCopy: false }
  const folder = await makeTemporaryFolder()
  releases.add(() => rm(folder, { recursive: true, force: true }))
  const copy = { path: join(folder, 'state.db'), keyFile: join(folder, 'state.key') }
  await copyIfThere(keyFile, copy.keyFile)
  if (isThere) await copyState(path, copy.path)
  return { ...copy, isCopy: isThere }
}

const makeTemporaryFolder = async (): Promise<string> => {
  try {
    return await mkdtemp(join(tmpdir(), 'nmbrs-sync-read-'))
  } catch (cause) {
    throw new AbortError(
      `No temporary folder can be made in ${tmpdir()} (${findErrorCode(cause) ?? 'no code'})`,
      'state-unusable',
      'Set TMPDIR to a folder that this account may write to',
      { cause },
    )
  }
}

const noState = (path: string): AbortError =>
  new AbortError(
    `There is no state file at ${path}, so nothing was kept there yet`,
    'state-unusable',
    'The first nmbrs-sync plan or sync makes it. If this installation has run before, look for the file that it had: state.path in the configuration',
  )

/** Anything but that there is nothing is told where the file is opened. */
const hasContent = async (path: string): Promise<boolean> => {
  try {
    const found = await stat(path)
    return !found.isFile() || found.size > 0
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(findErrorCode(error) ?? '')
  }
}

/** SQLite makes files beside the database while it is open, also for reading. */
const canWrite = async ({ path }: StateFiles): Promise<boolean> => {
  try {
    await access(path, constants.W_OK)
    await access(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

const copyIfThere = async (from: string, to: string): Promise<void> => {
  try {
    await copyFile(from, to)
  } catch (cause) {
    if (findErrorCode(cause) === 'ENOENT') return
    throw unreadable(from, cause)
  }
}

const unreadable = (path: string, cause: unknown): AbortError =>
  new AbortError(
    `${path} cannot be read (${findErrorCode(cause) ?? 'unreadable'})`,
    'state-unusable',
    `Let this account read ${basename(path)}; it needs no right to write`,
    { cause },
  )

const mostTries = 20

/**
 * The database first and its write-ahead log after it: what was moved from the one into the other meanwhile
 * is in both. Where the log was begun anew in between, the two do not belong together, and both are copied
 * again.
 */
const copyState = async (from: string, to: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    const before = await readLogHead(from)
    try {
      await copyFile(from, to)
    } catch (cause) {
      throw unreadable(from, cause)
    }
    await rm(`${to}-wal`, { force: true })
    await copyIfThere(`${from}-wal`, `${to}-wal`)
    const after = await readLogHead(from)
    if (before === after) return
    if (tries === mostTries)
      throw new AbortError(
        `${from} changes too fast to be read`,
        'state-unusable',
        'Try again when the run has ended',
      )
  }
}

/**
 * The salts of a write-ahead log, which change when it is begun anew (SQLite file format, section 4.1); empty
 * without one.
 */
const readLogHead = async (path: string): Promise<string> => {
  try {
    const file = await open(`${path}-wal`, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0)
      return buffer.subarray(0, bytesRead).toString('hex')
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}
