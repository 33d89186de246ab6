import type { AuditEntry, AuditFlaw, AuditVerdict } from '../../domain/audit/audit.js'
import { toAuditWords } from './audit-words.js'
import { countOf } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'

/** Entries as a table, in their order. A beginning is left out when the end of that write is in the list too. */
export const buildAuditList = (entries: readonly AuditEntry[], look: Look): string => {
  if (entries.length === 0) return 'No such entries.\n'
  const ended = new Set(
    entries.filter(({ kind }) => kind === 'write-ended').map(({ reference }) => reference),
  )
  const shown = entries.filter(({ kind, reference }) => kind !== 'write-begun' || !ended.has(reference))
  const head = ['no.', 'time (UTC)', 'who', 'connection', 'person', 'run', 'what']
  return `${layOutTable(shown.map(toRow), { width: look.width, head }).join('\n')}\n`
}

const toRow = (entry: AuditEntry): string[] => [
  String(entry.number),
  entry.at.slice(0, 19).replace('T', ' '),
  entry.actor,
  entry.connection ?? '',
  entry.subject ?? '',
  entry.runId ?? '',
  toAuditWords(entry),
]

/** What the walk along the chain found, and what to do about it. */
export const buildVerdictText = ({ entries, head, flaw }: AuditVerdict, withHead: boolean): string => {
  if (flaw !== undefined) return `${toFlawWords(flaw)}\nNext: ${toFlawRemedy(flaw)}\n`
  const whole = `The audit record is whole: ${countOf(entries, 'entry', 'entries')}`
  const last = head === undefined ? '' : `, the last of ${head.at}`
  const hint = withHead
    ? 'It holds the entry that you kept.'
    : 'Whether entries are missing at its end shows only with a line kept elsewhere: nmbrs-sync audit head'
  return `${whole}${last}.\n${hint}\n`
}

/** What is wrong with the record, as a sentence. */
export const toFlawWords = ({ number, problem }: AuditFlaw): string => {
  switch (problem) {
    case 'changed':
      return `The audit record is broken: entry ${number} is not what was written there, or another one stood before it.`
    case 'missing':
      return `The audit record is broken: entry ${number} is gone, and later ones follow.`
    case 'cut-off':
      return `The audit record was cut off: it ends before entry ${number}, which you kept.`
    case 'other-chain':
      return `The audit record is not the one you kept a line of: entry ${number} is another one.`
    case 'emptied':
      return 'The audit record is broken: it was emptied. There were runs, and none of their entries is there.'
    case 'shortened':
      return `The audit record is broken: it was cut off before entry ${number}, which was written once.`
  }
}

/** What to do about it. */
export const toFlawRemedy = ({ problem }: AuditFlaw): string => {
  const compare =
    'keep a copy of the state file and compare it with your backups, entry by entry: nmbrs-sync audit list --json'
  switch (problem) {
    case 'changed':
    case 'missing':
    case 'emptied':
    case 'shortened':
      return compare
    case 'cut-off':
    case 'other-chain':
      return `see whether a backup was restored since: nmbrs-sync audit list. If not, ${compare}`
  }
}
