import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { AbortError, findErrorCode } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'
import { narrowRights } from './narrow-rights.js'
import { toStateError } from '../state-errors.js'

/** As long as the digest that SHA-256 gives; a longer key adds nothing. */
export const keyBytes = 32

const ownerOnly = 0o600

const nameKeyFile = (path: string): string => `the key file ${path}`

/** Makes sure that a file that was put into a folder is still there after a power cut. */
export const syncFolder = (path: string): void => {
  // Windows cannot open a folder; there a renamed or linked file is on disk by itself.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

const writeWhole = (path: string, bytes: Buffer): void => {
  const file = openSync(path, 'wx', ownerOnly)
  try {
    writeSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Makes the file with a new key, never in the place of another one. It appears whole or not at all; where a
 * file cannot have two names, a process that is killed in the middle leaves a short one, which is refused.
 */
const createKeyFile = (path: string, link: Link): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const key = randomBytes(keyBytes)
  try {
    writeWhole(draft, key)
    unlessThere(() => {
      linkOr(draft, path, link, () => {
        writeWhole(path, key)
      })
    })
    syncFolder(dirname(path))
  } finally {
    removeIfThere(draft)
  }
}

/** Gives a file a second name. */
export type Link = (file: string, name: string) => void

/**
 * What file systems without second names (SMB, FAT, some of FUSE) answer: link(2), ERRORS, and what Node
 * makes of Windows' own codes.
 */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'UNKNOWN'])

const linkOr = (from: string, to: string, link: Link, otherwise: () => void): void => {
  try {
    link(from, to)
  } catch (error) {
    if (!withoutLinks.has(findErrorCode(error) ?? '')) throw error
    otherwise()
  }
}

/** Neither way replaces a file, as a rename would: someone else's key stays. */
const unlessThere = (make: () => void): void => {
  try {
    make()
  } catch (error) {
    if (findErrorCode(error) !== 'EEXIST') throw error
  }
}

const removeIfThere = (path: string): void => {
  try {
    unlinkSync(path)
  } catch (error) {
    if (findErrorCode(error) !== 'ENOENT') throw error
  }
}

const readKeyFile = (path: string, log: Log): Buffer | undefined => {
  let key: Buffer
  try {
    key = readFileSync(path)
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
  if (key.length !== keyBytes) {
    throw new AbortError(
      `${nameKeyFile(path)} holds ${key.length} bytes instead of ${keyBytes}, so it is not a key`,
      'state-unusable',
      'Restore the key file from the backup that belongs to the state file, or correct state.keyFile.',
    )
  }
  narrowRights(path, 'key file', log)
  return key
}

/**
 * Reads the key; `undefined` when there is no file. Throws `AbortError` (`state-unusable`) when it cannot be
 * read or is no key.
 */
export const findKey = (path: string, log: Log): Buffer | undefined => {
  try {
    return readKeyFile(path, log)
  } catch (error) {
    throw toStateError(error, nameKeyFile(path))
  }
}

/** Makes a new key file and gives its key, or the key of someone who made one at the same moment. */
export const createKey = (path: string, log: Log, link: Link = linkSync): Buffer => {
  try {
    createKeyFile(path, link)
    const key = readKeyFile(path, log)
    if (key !== undefined) return key
  } catch (error) {
    throw toStateError(error, nameKeyFile(path))
  }
  throw new AbortError(
    `${nameKeyFile(path)} vanished while it was made`,
    'state-unusable',
    'See which program removes files there, then start again.',
  )
}
