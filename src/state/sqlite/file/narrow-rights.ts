import { chmodSync, statSync } from 'node:fs'
import { findErrorCode } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'

const ownerOnly = 0o600

/**
 * Takes away what others may do with a file, and says so. Where the file system has no modes, or the file is
 * someone else's, it only says so. Throws the operating system's error when the file cannot be looked at; a
 * file that is not there is none. What is no file, as a folder that was named by mistake, keeps its rights:
 * it may be shared, and opening it fails anyway.
 */
export const narrowRights = (path: string, what: string, log: Log): void => {
  if (process.platform === 'win32') return
  const mode = findMode(path)
  if (mode === undefined || (mode & 0o077) === 0) return
  const fields = { path, was: mode.toString(8).padStart(4, '0') }
  const could = (mode & 0o022) === 0 ? 'read' : 'written'
  if (narrow(path)) log.warn(`the ${what} could be ${could} by others; only its owner can now`, fields)
  else log.warn(`the ${what} can be ${could} by others, and its rights cannot be changed`, fields)
}

const findMode = (path: string): number | undefined => {
  try {
    const found = statSync(path)
    return found.isFile() ? found.mode & 0o777 : undefined
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Whether only the owner has rights now. Some file systems take a `chmod` and keep what they had. */
const narrow = (path: string): boolean => {
  try {
    chmodSync(path, ownerOnly)
  } catch (error) {
    const code = findErrorCode(error) ?? ''
    if (!['EPERM', 'EROFS', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error
    return false
  }
  return (statSync(path).mode & 0o077) === 0
}
