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

/** Makes the file with a new key. It appears whole or not at all, and never in the place of another one. */
const createKeyFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeWhole(draft, randomBytes(keyBytes))
    linkUnlessThere(draft, path)
    syncFolder(dirname(path))
  } finally {
    removeIfThere(draft)
  }
}

/** A link cannot replace a file, as a rename would: someone else's key stays. */
const linkUnlessThere = (from: string, to: string): void => {
  try {
    linkSync(from, to)
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

/** Reads the key; `undefined` when there is no file. Throws `AbortError` (`state-unusable`) when it cannot be read or is no key. */
export const findKey = (path: string, log: Log): Buffer | undefined => {
  try {
    return readKeyFile(path, log)
  } catch (error) {
    throw toStateError(error, nameKeyFile(path))
  }
}

/** Makes a new key file and gives its key, or the key of someone who made one at the same moment. */
export const createKey = (path: string, log: Log): Buffer => {
  try {
    createKeyFile(path)
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
