import { auditColumns } from './row.js'
import { query } from '../sqlite/prepare.js'

/** The entries of the audit record, with the names of their fields. */
export const selectEntries = () =>
  query
    .selectFrom('audit')
    .leftJoin('phrase', 'phrase.id', 'audit.fields')
    .select(auditColumns.map((column) => `audit.${column}` as const))
    .select('phrase.text as field_names')
