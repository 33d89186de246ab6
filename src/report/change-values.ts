import type { Change } from '../domain/change.js'
import type { SourceEmployeeId } from '../domain/ids.js'
import type { FieldName, Section } from '../domain/sections.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { maskValue } from './mask-value.js'

/** Both sides of the fields a change touches, masked. `before` is `null` where there was nothing before. */
export type MaskedValues = Readonly<Record<string, { before: string | null; after: string }>>

/** Gives the masked values of a person's change; `undefined` when the plan has no such change. */
export type FindValues = (subject: SourceEmployeeId, section: Section) => MaskedValues | undefined

/** Looks masked values up in the plans of a run. */
export const indexValues = (people: readonly PersonPlan[]): FindValues => {
  const bySubject = new Map(people.map(({ subject, changes }) => [subject, changes]))
  return (subject, section) => {
    const planned = bySubject.get(subject)?.find(({ change }) => change.section === section)
    return planned === undefined ? undefined : toMaskedValues(planned.change)
  }
}

const toMaskedValues = (change: Change): MaskedValues => {
  if (change.kind === 'create') {
    const { firstName, lastName, startDate } = change
    const after = { FirstName: firstName, InitialStartDate: startDate, LastName: lastName }
    return Object.fromEntries(
      Object.entries(after).map(([field, value]) => [
        field,
        { before: null, after: maskValue('employee', field, value) },
      ]),
    )
  }
  const { section, fields, before, after, targetId } = change
  const mask = (field: FieldName, value: string | undefined): string => maskValue(section, field, value ?? '')
  return Object.fromEntries(
    fields.map((field) => [
      field,
      { before: targetId === null ? null : mask(field, before[field]), after: mask(field, after[field]) },
    ]),
  )
}
