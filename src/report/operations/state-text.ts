import type { AuditHead } from '../../domain/audit/audit.js'
import { formatAuditHead } from '../../domain/audit/audit-head.js'
import { countOf } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'

/** What is told about a state file. Paths as they are to be shown. */
export interface StateFacts {
  path: string
  keyFile: string
  schemaVersion: number
  sizeBytes: number
  rows: Readonly<Record<string, number>>
  damage: readonly string[]
  holder: { pid: number; host: string; since: string } | null
  /** The end of the audit record; `null` while it has no entry. */
  auditHead: AuditHead | null
}

/** The state file as a table, with what is wrong with it at the end. */
export const buildStateText = (facts: StateFacts, look: Look): string => {
  const { holder, auditHead, rows, damage } = facts
  const told = [
    ['state file', facts.path],
    ['key file', facts.keyFile],
    ['size', toSize(facts.sizeBytes)],
    ['schema', String(facts.schemaVersion)],
    [
      'active run',
      holder === null ? 'none' : `process ${holder.pid} on ${holder.host}, since ${holder.since}`,
    ],
    ['audit head', auditHead === null ? 'no entries yet' : formatAuditHead(auditHead)],
    ...Object.entries(rows).map(([table, count]) => [`${table} rows`, String(count)]),
    ['checked', damage.length === 0 ? 'sound' : look.paint.red('damaged')],
  ]
  const flaws = damage.map((line) => `  ${line}`)
  const next = 'Next: keep a copy of the file, then nmbrs-sync state restore FILE'
  const lines = [
    ...layOutTable(told, { width: look.width }),
    ...(damage.length === 0 ? [] : [...flaws, next]),
  ]
  return `${lines.join('\n')}\n`
}

/** What a backup holds, and what has to be kept with it. */
export const buildBackupText = (end: { file: string; sizeBytes: number }, keyFile: string): string =>
  `Backed up to ${end.file} (${toSize(end.sizeBytes)}); the copy was read through and is sound.\n` +
  `It is of no use without the key file ${keyFile}, which is not in it. Keep a copy of that elsewhere, once: it never changes.\n`

/** What was put back and what to do before the next sync. */
export const buildRestoreText = (end: {
  path: string
  aside: string | null
  loginsInDoubt: number
}): string => {
  const former =
    end.aside === null ? '' : `The former file is kept as ${end.aside}; remove it when nobody needs it.\n`
  const logins =
    end.loginsInDoubt === 0
      ? ''
      : `Work about the logins of ${countOf(end.loginsInDoubt, 'person', 'people')} may have been handed over since; it is asked about before it is handed over: nmbrs-sync access status\n`
  return (
    `Restored ${end.path}.\n${former}${logins}` +
    'What was written to Nmbrs after the backup is not known to it, and holds may have to be decided again.\n' +
    'Next: nmbrs-sync plan, and look at it before you sync\n'
  )
}

/** How many runs went, by connection. */
export const buildPurgeText = (removed: readonly { connection: string; runs: number }[]): string => {
  const lines = removed.map(
    ({ connection, runs }) => `${connection}: ${countOf(runs, 'run', 'runs')} removed`,
  )
  return `${lines.join('\n')}\nLinks, what was last sent, holds and the audit record are kept. The room is used again by later runs.\n`
}

const toSize = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`
