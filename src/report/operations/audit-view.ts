import type { AuditEntry, AuditSubject } from '../../domain/audit/audit.js'
import type { FindName } from '../kit/person-label.js'
import { toNamedSubject, type NamedSubject } from '../people/person-view.js'

/** An entry of the audit record as every screen says it. */
export interface AuditEntryView {
  entry: AuditEntry
  person: NamedSubject<AuditSubject> | null
  /** The beginning of a write whose end is listed too: it says nothing more to a reader. */
  endIsListed: boolean
}

/** All that `audit list` says. */
export interface AuditView {
  /** In the order of the record. */
  entries: readonly AuditEntryView[]
}

/** Puts together what `audit list` says. Pure. */
export const buildAuditView = (
  entries: readonly AuditEntry[],
  findName: FindName = () => undefined,
): AuditView => {
  const ended = new Set(
    entries.filter(({ kind }) => kind === 'write-ended').map(({ reference }) => reference),
  )
  return {
    entries: entries.map((entry) => ({
      entry,
      person: entry.subject === null ? null : toNamedSubject(entry.subject, findName),
      endIsListed: entry.kind === 'write-begun' && ended.has(entry.reference),
    })),
  }
}
