import type { Actor } from '../../domain/audit/actor.js'
import type { AuditEntry, AuditKind, AuditSubject } from '../../domain/audit/audit.js'
import type { RunId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Section } from '../../domain/sections.js'
import type { ChainedTexts } from './hash.js'
import { formatFieldNames, parseFieldNames } from '../sqlite/field-names.js'

/** An entry, flat as in its table. `fields` is the number of a phrase. */
export interface AuditRow {
  number: number
  at: string
  actor: Actor
  connection: string | null
  run_id: RunId | null
  kind: AuditKind
  company_id: TargetCompanyId | null
  subject: AuditSubject | null
  target_id: TargetEmployeeId | null
  section: Section | null
  operation: 'create' | 'update' | 'end' | null
  fields: number | null
  code: string | null
  detail: string | null
  /**
   * A keyed digest of what was typed, which stands in `audit_reason`; `null` where nothing was, or of before:
   * then the hash covers the text itself.
   */
  reason: string | null
  reference: string | null
  hash: string
  /** Random, part of the hash; `null` in entries of before, and where texts were taken away. */
  salt: string | null
  /** Over what is left where texts were taken away; `null` while the entry is as it was written. */
  seal: string | null
}

export const auditColumns = [
  'number',
  'at',
  'actor',
  'connection',
  'run_id',
  'kind',
  'company_id',
  'subject',
  'target_id',
  'section',
  'operation',
  'fields',
  'code',
  'detail',
  'reference',
  'hash',
  'salt',
  'seal',
] as const satisfies readonly (keyof AuditRow)[]

/**
 * A row with its field names as they are spelled in the table of phrases; `null` where it has none, or they
 * are gone.
 */
export type ReadAuditRow = Omit<AuditRow, 'reason'> & {
  field_names: string | null
  /** See `reason` of the table. */
  reason_mark: string | null
  /** What was typed, while it is there. */
  reason: string | null
  reason_salt: string | null
  /** Keyed, says that it was taken away. */
  reason_gone: string | null
}

/** The entry of a stored row. */
export const toAuditEntry = (row: ReadAuditRow): AuditEntry => ({
  number: row.number,
  at: row.at,
  actor: row.actor,
  connection: row.connection,
  runId: row.run_id,
  kind: row.kind,
  companyId: row.company_id,
  subject: row.subject,
  targetId: row.target_id,
  section: row.section,
  operation: row.operation,
  fields: row.field_names === null ? null : parseFieldNames(row.field_names),
  code: row.code,
  detail: row.detail,
  reason: row.reason,
  reference: row.reference,
  hash: row.hash,
})

/**
 * What the chain protects of a row. The order is part of every hash: it never changes, and a new column goes
 * to its end.
 */
export const toChainedTexts = (
  row: Omit<AuditRow, 'number' | 'hash' | 'fields' | 'seal'> & { reason_mark: string | null },
  fields: string | null,
): ChainedTexts => [
  row.at,
  row.actor,
  row.connection,
  row.run_id,
  row.kind,
  row.company_id,
  row.subject,
  row.target_id,
  row.section,
  row.operation,
  fields,
  row.code,
  row.detail,
  row.reason_mark ?? row.reason,
  row.reference,
  ...(row.salt === null ? [] : [row.salt]),
]

export const formatFields = (fields: readonly string[] | null): string | null =>
  fields === null ? null : formatFieldNames(fields)
