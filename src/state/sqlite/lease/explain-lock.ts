import Database from 'better-sqlite3'
import { AbortError, findErrorCode } from '../../../domain/errors.js'
import { toLeaseHeld } from './lease-errors.js'
import { isInSight, isOver, type Observer } from './lease-standing.js'
import { prepareRead, type LeaseRow } from './lease-statements.js'

/**
 * What to say instead when the state file is locked: a run that was paused in the middle of a commit keeps it
 * locked, and then its process is what someone has to look after. Every other error comes back as it is.
 */
export const explainLock = (error: unknown, path: string, observer: Observer): unknown => {
  if (!(error instanceof AbortError) || findErrorCode(error.cause)?.startsWith('SQLITE_BUSY') !== true)
    return error
  const going = tryToRead(path).filter((row) => !isOver(row, observer))
  const [row] = going
  // Of several runs no one can tell which one keeps it locked.
  if (row === undefined || going.some(({ token }) => token !== row.token)) return error
  return toLeaseHeld(row, isInSight(row, observer.self))
}

/** Reading needs no lock that a writer could have. */
const tryToRead = (path: string): LeaseRow[] => {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(path, { readonly: true, timeout: 0 })
    return prepareRead(sqlite)({})
  } catch {
    return []
  } finally {
    sqlite?.close()
  }
}
