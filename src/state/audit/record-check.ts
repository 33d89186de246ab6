import type Database from 'better-sqlite3'
import { isAsWritten } from './as-written.js'
import { noHash, toAuditKey } from './hash.js'
import type { ReadAuditRow } from './row.js'
import { prepareFirst, query, type Bind } from '../sqlite/prepare.js'

/**
 * Gives the function that says whether an entry is as it was written, after the entry that stands before it.
 */
export const createRecordCheck = (
  sqlite: Database.Database,
  key: Buffer,
): ((entry: ReadAuditRow) => boolean) => {
  const auditKey = toAuditKey(key)
  const find = prepareFirst(sqlite, (bind: Bind<{ number: number }>) =>
    query.selectFrom('audit').select('hash').where('number', '=', bind('number')),
  )
  return (entry) => {
    const previous = entry.number === 1 ? noHash : find({ number: entry.number - 1 })?.hash
    if (previous === undefined) return false
    return isAsWritten(auditKey, previous, entry)
  }
}
