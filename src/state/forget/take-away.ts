import type Database from 'better-sqlite3'
import type { AuditSubject } from '../../domain/audit/audit.js'
import { sealEntry, sealGoneReason, toAuditKey } from '../audit/hash.js'
import { toChainedTexts, type ReadAuditRow } from '../audit/row.js'
import { prepareWrite, query, type Bind } from '../sqlite/prepare.js'

/** Kinds of entries of which the detail is an id of a record of the person. */
const idKinds: ReadonlySet<string> = new Set([
  'bank-account-ending',
  'bank-account-ended',
  'id-paired',
  'id-unpaired',
])

const withoutReason = (row: ReadAuditRow): ReadAuditRow => ({
  ...row,
  reason: null,
  reason_mark: null,
  salt: null,
})

/** What is left of an entry once its person is forgotten. */
export const withoutPerson = (row: ReadAuditRow, pseudonym: string): ReadAuditRow => ({
  ...withoutReason(row),
  subject: row.subject === null ? null : (pseudonym as AuditSubject),
  target_id: null,
  detail: idKinds.has(row.kind) ? null : row.detail,
})

/** Takes texts of an entry of the record away, and seals what is left. Only inside a transaction. */
export interface TakeAway {
  /** Stores what is left of an entry; what was typed for it goes. */
  leave: (left: ReadAuditRow) => void
  /** Takes what was typed for an entry away. Of before, the entry itself is left without it. */
  reason: (row: ReadAuditRow) => void
}

const prepareUpdate = (sqlite: Database.Database) =>
  prepareWrite(
    sqlite,
    (bind: Bind<Pick<ReadAuditRow, 'number' | 'subject' | 'target_id' | 'detail' | 'seal'>>) =>
      query
        .updateTable('audit')
        .set({
          subject: bind('subject'),
          target_id: bind('target_id'),
          detail: bind('detail'),
          reason: null,
          salt: null,
          seal: bind('seal'),
        })
        .where('number', '=', bind('number')),
  )

const prepareDropReason = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ number: number }>) =>
    query.deleteFrom('audit_reason').where('entry', '=', bind('number')),
  )

const prepareGoneReason = (sqlite: Database.Database) =>
  prepareWrite(sqlite, (bind: Bind<{ number: number; gone: string }>) =>
    query
      .updateTable('audit_reason')
      .set({ text: null, salt: null, gone: bind('gone') })
      .where('entry', '=', bind('number')),
  )

export const createTakeAway = (sqlite: Database.Database, key: Buffer): TakeAway => {
  const auditKey = toAuditKey(key)
  const update = prepareUpdate(sqlite)
  const dropReason = prepareDropReason(sqlite)
  const noteGone = prepareGoneReason(sqlite)
  const leave = (left: ReadAuditRow): void => {
    const { number, subject, target_id, detail } = left
    const seal = sealEntry(auditKey, left, toChainedTexts(left, left.field_names))
    dropReason({ number })
    update({ number, subject, target_id, detail, seal })
  }
  return {
    leave,
    reason: (row) => {
      if (row.reason_mark === null) leave(withoutReason(row))
      else noteGone({ number: row.number, gone: sealGoneReason(auditKey, row) })
    },
  }
}
