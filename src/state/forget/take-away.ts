import type Database from 'better-sqlite3'
import type { AuditSubject } from '../../domain/audit/audit.js'
import { sealEntry, toAuditKey } from '../audit/hash.js'
import { toChainedTexts, type ReadAuditRow } from '../audit/row.js'
import { prepareWrite, query, type Bind } from '../sqlite/prepare.js'

/** Kinds of entries of which the detail is an id of a record of the person. */
const idKinds: ReadonlySet<string> = new Set([
  'bank-account-ending',
  'bank-account-ended',
  'id-paired',
  'id-unpaired',
])

/** What is left of an entry once its person is forgotten. */
export const withoutPerson = (row: ReadAuditRow, pseudonym: string): ReadAuditRow => ({
  ...row,
  subject: row.subject === null ? null : (pseudonym as AuditSubject),
  target_id: null,
  detail: idKinds.has(row.kind) ? null : row.detail,
  reason: null,
  salt: null,
})

/** What is left of an entry once its typed reason is taken away. */
export const withoutReason = (row: ReadAuditRow): ReadAuditRow => ({ ...row, reason: null, salt: null })

/** Stores what is left of an entry of the record, sealed. Only inside a transaction. */
export type TakeAway = (left: ReadAuditRow) => void

const prepareUpdate = (sqlite: Database.Database) =>
  prepareWrite(
    sqlite,
    (bind: Bind<Pick<ReadAuditRow, 'number' | 'subject' | 'target_id' | 'detail' | 'reason' | 'seal'>>) =>
      query
        .updateTable('audit')
        .set({
          subject: bind('subject'),
          target_id: bind('target_id'),
          detail: bind('detail'),
          reason: bind('reason'),
          salt: null,
          seal: bind('seal'),
        })
        .where('number', '=', bind('number')),
  )

export const createTakeAway = (sqlite: Database.Database, key: Buffer): TakeAway => {
  const auditKey = toAuditKey(key)
  const update = prepareUpdate(sqlite)
  return (left) => {
    const { number, subject, target_id, detail, reason } = left
    const seal = sealEntry(auditKey, left, toChainedTexts(left, left.field_names))
    update({ number, subject, target_id, detail, reason, seal })
  }
}
