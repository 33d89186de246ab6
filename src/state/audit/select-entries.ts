import { auditColumns } from './row.js'
import { query } from '../sqlite/prepare.js'

/** The entries of the audit record, with the names of their fields. */
export const selectEntries = () =>
  query
    .selectFrom('audit')
    .leftJoin('phrase', 'phrase.id', 'audit.fields')
    .leftJoin('audit_reason', 'audit_reason.entry', 'audit.number')
    .select(auditColumns.map((column) => `audit.${column}` as const))
    .select([
      'phrase.text as field_names',
      'audit.reason as reason_mark',
      'audit_reason.text as reason',
      'audit_reason.salt as reason_salt',
      'audit_reason.gone as reason_gone',
    ])
