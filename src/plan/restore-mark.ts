import type { FieldBaseline } from '../domain/baseline.js'
import type { Digest, DigestValue } from '../domain/digest.js'
import type { SourceEmployeeId } from '../domain/ids.js'
import type { FieldName } from '../domain/sections.js'

/**
 * Stands where the source's value would; no value has this digest, so the source counts as changed and its
 * value is sent.
 */
const neverSent = '\u0000restore'

/**
 * What a baseline says was sent while a value of the source is to be sent again over payroll's, by a person's
 * word.
 */
export const toRestoreMark = (subject: SourceEmployeeId, field: FieldName, digest: DigestValue): Digest =>
  digest(subject, field, neverSent)

export const isToRestore = (
  subject: SourceEmployeeId,
  field: FieldName,
  { sent }: FieldBaseline,
  digest: DigestValue,
): boolean => sent === toRestoreMark(subject, field, digest)
