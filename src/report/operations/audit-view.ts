import type { AuditEntry, AuditSubject } from '../../domain/audit/audit.js'
import type { FindName } from '../people/find-name.js'
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
  const ended = findEnded(entries)
  return {
    entries: entries.map((entry) => ({
      entry,
      person: entry.subject === null ? null : toNamedSubject(entry.subject, findName),
      endIsListed: ended.has(entry),
    })),
  }
}

/**
 * The beginnings of writes whose end is listed. An end belongs to the last beginning before it that has its
 * number and is about the same section of the same person: a number may come again in a restored state, and a
 * write whose end is not known must never be left out.
 */
const findEnded = (entries: readonly AuditEntry[]): ReadonlySet<AuditEntry> => {
  const open = new Map<string, AuditEntry>()
  const ended = new Set<AuditEntry>()
  for (const entry of entries) {
    const write = JSON.stringify([entry.connection, entry.reference, entry.subject, entry.section])
    if (entry.kind === 'write-begun') open.set(write, entry)
    if (entry.kind !== 'write-ended') continue
    const begun = open.get(write)
    if (begun !== undefined) ended.add(begun)
    open.delete(write)
  }
  return ended
}
