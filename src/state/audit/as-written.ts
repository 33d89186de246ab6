import { hashEntry, markReason, sealEntry, sealGoneReason } from './hash.js'
import { toChainedTexts, type ReadAuditRow } from './row.js'

/**
 * Whether an entry is as it was written after the one with the hash `previous`, or as it was left when texts
 * of it were taken away. Only who has the key can take texts away so that this holds.
 */
export const isAsWritten = (auditKey: Buffer, previous: string, row: ReadAuditRow): boolean => {
  const texts = toChainedTexts(row, row.field_names)
  const isWhole =
    row.seal === null
      ? row.hash === hashEntry(auditKey, previous, row.number, texts)
      : row.seal === sealEntry(auditKey, row, texts)
  return isWhole && isReasonAsTyped(auditKey, row)
}

/** A reason of before has no mark: the hash of its entry covers it. */
const isReasonAsTyped = (auditKey: Buffer, row: ReadAuditRow): boolean => {
  const { reason_mark: mark, reason, reason_salt: salt, reason_gone: gone } = row
  if (mark === null) return gone === null
  if (reason !== null) return mark === markReason(auditKey, salt ?? '', reason)
  return gone === sealGoneReason(auditKey, row)
}
