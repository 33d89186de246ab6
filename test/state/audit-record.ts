import { join } from 'node:path'
import Database from 'better-sqlite3'

type Entry = Record<string, unknown>

const toEntry = ({ fields, ...row }: Entry): Entry => {
  const filled = Object.entries(row).filter(
    ([name, value]) => name !== 'hash' && name !== 'salt' && value !== null,
  )
  return {
    ...Object.fromEntries(filled),
    ...(typeof fields === 'string' ? { fields: JSON.parse(fields) as unknown } : {}),
  }
}

/**
 * What stands in the audit table of the file in this folder, without hashes, salts and what is empty;
 * `fields` as their names, `reason` as it was typed.
 */
export const readAudit = (folder: string): Entry[] => {
  const sqlite = new Database(join(folder, 'state.db'), { readonly: true })
  const rows = sqlite
    .prepare<[], Entry>(
      `SELECT audit.*, audit_reason.text AS reason, phrase.text AS fields FROM audit
         LEFT JOIN phrase ON phrase.id = audit.fields LEFT JOIN audit_reason ON entry = number ORDER BY number`,
    )
    .all()
  sqlite.close()
  return rows.map(toEntry)
}

/** The entries as kind and code. */
export const readAuditKinds = (folder: string): string[] =>
  readAudit(folder).map(({ kind, code }) =>
    typeof code === 'string' ? `${String(kind)} ${code}` : String(kind),
  )
