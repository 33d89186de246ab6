import type { AuditEntry, AuditSubject } from '../../domain/audit/audit.js'
import type { Actor } from '../../domain/audit/actor.js'
import type { RunId, TargetEmployeeId } from '../../domain/ids.js'
import type { Section } from '../../domain/sections.js'

/** Something that a run wrote to Nmbrs. Fields by name, never a value: the record has none. */
export interface WrittenChange {
  at: string
  run: RunId | null
  actor: Actor
  section: Section
  operation: 'create' | 'update' | 'end'
  fields: readonly string[]
  /** `unknown`: it was sent, and no one could find out whether Nmbrs took it. */
  outcome: 'applied' | 'unknown'
}

/**
 * A link of a person that was made, turned or ended: `connected`, `disconnected`, `ignored`, `create-wanted`.
 */
export interface ChangedLink {
  at: string
  run: RunId | null
  actor: Actor
  status: string
}

/** What changed about one person. */
export interface ChangedPerson {
  subject: AuditSubject
  targetId: TargetEmployeeId | null
  changes: readonly WrittenChange[]
  links: readonly ChangedLink[]
}

/**
 * What changed since a day, person by person: first those to whom something was written, who was changed last
 * before the others.
 */
export const listChanges = (entries: readonly AuditEntry[]): readonly ChangedPerson[] => {
  const made = new Set(
    entries.filter(({ kind, code }) => kind === 'write-settled' && code === 'found-applied').map(toWriteKey),
  )
  const notMade = new Set(
    entries
      .filter(({ kind, code }) => kind === 'write-settled' && code === 'found-not-applied')
      .map(toWriteKey),
  )
  const ended = new Set(entries.filter(({ kind }) => kind === 'write-ended').map(toWriteKey))
  const people = new Map<string, { -readonly [K in keyof ChangedPerson]: ChangedPerson[K] } & Lists>()
  for (const entry of [...entries].sort((left, right) => left.number - right.number)) {
    if (entry.subject === null) continue
    const change = toChange(entry, { made, notMade, ended })
    const link = entry.kind === 'link-changed' ? toLink(entry) : undefined
    if (change === undefined && link === undefined) continue
    const before = people.get(entry.subject)
    people.delete(entry.subject)
    people.set(entry.subject, {
      subject: entry.subject,
      targetId: entry.targetId ?? before?.targetId ?? null,
      changes: [...(before?.changes ?? []), ...(change === undefined ? [] : [change])],
      links: [...(before?.links ?? []), ...(link === undefined ? [] : [link])],
    })
  }
  const lastFirst = [...people.values()].reverse()
  const isWritten = ({ changes }: ChangedPerson): boolean => changes.length > 0
  return [...lastFirst.filter(isWritten), ...lastFirst.filter((person) => !isWritten(person))]
}

interface Lists {
  changes: readonly WrittenChange[]
  links: readonly ChangedLink[]
}

/** The beginning, the end and what was found out later of one write have the same reference. */
const toWriteKey = ({ connection, reference }: AuditEntry): string => `${connection ?? ''} ${reference ?? ''}`

interface Known {
  made: ReadonlySet<string>
  notMade: ReadonlySet<string>
  ended: ReadonlySet<string>
}

/** A write counts where its end is on record; one without an end where it was looked up later. */
const toChange = (entry: AuditEntry, { made, notMade, ended }: Known): WrittenChange | undefined => {
  const { at, runId: run, actor, section, operation, fields } = entry
  const outcome = toOutcome(entry, made, notMade)
  const isLookedUp = entry.kind === 'write-settled' && !ended.has(toWriteKey(entry))
  if (outcome === undefined || (entry.kind !== 'write-ended' && !isLookedUp)) return undefined
  if (section === null || operation === null) return undefined
  return { at, run, actor, section, operation, fields: fields ?? [], outcome }
}

const toOutcome = (
  entry: AuditEntry,
  made: ReadonlySet<string>,
  notMade: ReadonlySet<string>,
): WrittenChange['outcome'] | undefined => {
  const { code } = entry
  if (code === 'applied' || code === 'found-applied') return 'applied'
  if (code !== 'unknown' || notMade.has(toWriteKey(entry))) return undefined
  return made.has(toWriteKey(entry)) ? 'applied' : 'unknown'
}

const toLink = ({ at, runId: run, actor, code }: AuditEntry): ChangedLink => ({
  at,
  run,
  actor,
  status: code ?? '',
})
