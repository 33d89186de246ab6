import { hashEntry, sealEntry } from './hash.js'
import { toChainedTexts, type ReadAuditRow } from './row.js'

/**
 * Whether an entry is as it was written after the one with the hash `previous`, or as it was left when texts
 * of it were taken away. Only who has the key can take texts away so that this holds.
 */
export const isAsWritten = (auditKey: Buffer, previous: string, row: ReadAuditRow): boolean => {
  const texts = toChainedTexts(row, row.field_names)
  return row.seal === null
    ? row.hash === hashEntry(auditKey, previous, row.number, texts)
    : row.seal === sealEntry(auditKey, row, texts)
}
