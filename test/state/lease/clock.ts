import { join } from 'node:path'
import Database from 'better-sqlite3'
import { firstMoment } from '../temp-state.js'

/** A clock that a test moves by hand. */
export const aClock = () => {
  let ms = firstMoment
  return { now: () => ms, advance: (by: number) => (ms += by) }
}

/** Until when the lease of the state file in a folder is good, by the wall clock. */
export const readExpiry = (folder: string): unknown => {
  const sqlite = new Database(join(folder, 'state.db'))
  const expiry: unknown = sqlite.prepare('SELECT expires_at FROM lease').pluck().get()
  sqlite.close()
  return expiry
}
