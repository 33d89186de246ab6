import type { PlannedChange } from '../../../domain/change.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import type { FieldName, MappedSection } from '../../../domain/sections.js'
import { toLimitedKind, type LimitedKind } from '../../../domain/threshold.js'
import { hasOnlyCreation } from '../../only-creation.js'
import type { PersonPlan } from '../../plan-person.js'

/** A field and the people for whom it would change. */
export interface ChangingField {
  section: MappedSection
  field: FieldName
  people: number
}

/** What a run would send, counted in people. */
export interface ChangeCounts {
  people: Readonly<Record<LimitedKind, number>>
  /** The first of them by source id; `undefined` when there is no one. */
  first: Readonly<Record<LimitedKind, SourceEmployeeId | undefined>>
  fields: readonly ChangingField[]
}

/** Whether a person let this very change through, so that no limit counts or holds it. */
export type IsExempt = (planned: PlannedChange) => boolean

/**
 * The kind that a person's change counts as. Everything of someone who is to be created is part of their
 * creation; so is what this program still has to fill in of an employee it made, in this run or in an earlier
 * one that was cut short.
 */
export const kindOf = (person: PersonPlan, { change }: PlannedChange): LimitedKind => {
  if (change.kind === 'create' || person.pairing === 'create') return 'create'
  const isFirst = person.createdByUs && hasOnlyCreation(person.baselines[change.section])
  return isFirst ? 'create' : toLimitedKind(change.section)
}

/** Whether a change is sent and a limit has a say in it. */
export const isLimited = (planned: PlannedChange, isExempt: IsExempt): boolean =>
  planned.decision === 'send' && !isExempt(planned)

/**
 * Counts everyone once per kind and once per field, however many changes that takes. Held and exempt changes
 * do not count.
 */
export const countChanges = (people: readonly PersonPlan[], isExempt: IsExempt): ChangeCounts => {
  const seen: Record<LimitedKind, Set<SourceEmployeeId>> = {
    create: new Set(),
    update: new Set(),
    bankAccount: new Set(),
    salary: new Set(),
  }
  const fields = new Map<string, { section: MappedSection; field: FieldName; of: Set<SourceEmployeeId> }>()
  for (const person of people) {
    for (const planned of person.changes) {
      if (!isLimited(planned, isExempt)) continue
      const kind = kindOf(person, planned)
      seen[kind].add(person.subject)
      if (kind !== 'create') noteFields(planned, fields)
    }
  }
  return {
    people: byKind((kind) => seen[kind].size),
    first: byKind((kind) => [...seen[kind]].sort()[0]),
    fields: [...fields.values()].map(({ of, ...place }) => ({ ...place, people: of.size })),
  }
}

const noteFields = (
  { change }: PlannedChange,
  fields: Map<string, { section: MappedSection; field: FieldName; of: Set<SourceEmployeeId> }>,
): void => {
  if (change.kind === 'create') return
  for (const field of change.fields) {
    const key = `${change.section}.${field}`
    const known = fields.get(key)
    if (known === undefined)
      fields.set(key, { section: change.section, field, of: new Set([change.subject]) })
    else known.of.add(change.subject)
  }
}

const byKind = <T>(valueOf: (kind: LimitedKind) => T): Record<LimitedKind, T> => ({
  create: valueOf('create'),
  update: valueOf('update'),
  bankAccount: valueOf('bankAccount'),
  salary: valueOf('salary'),
})
