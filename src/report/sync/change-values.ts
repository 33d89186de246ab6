import type { Change, ChangeReport } from '../../domain/change.js'
import type { FieldName } from '../../domain/sections.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { maskValue } from '../kit/mask-value.js'

/** Both sides of the fields a change touches, masked. `before` is `null` where there was nothing before. */
export type MaskedValues = Readonly<Record<string, { before: string | null; after: string }>>

type Reported = Pick<ChangeReport, 'subject' | 'section'>

/**
 * Gives the masked values of a person's change; `undefined` when the plan has no such change. `nth` tells
 * changes of one section apart: how many stand before it, which is the same in the plan and in what is
 * reported of it.
 */
export type FindValues = (change: Reported, nth: number) => MaskedValues | undefined

/** Looks masked values up in the plans of a run. */
export const indexValues = (people: readonly PersonPlan[]): FindValues => {
  const byKey = new Map<string, Change[]>()
  for (const { change } of people.flatMap(({ changes }) => changes)) {
    byKey.set(keyOf(change), [...(byKey.get(keyOf(change)) ?? []), change])
  }
  return (reported, nth) => {
    const change = byKey.get(keyOf(reported))?.[nth]
    return change === undefined ? undefined : toMaskedValues(change)
  }
}

/** Counts, change after change, how many of the same person and section came before it. */
export const createNth = (): ((change: Reported) => number) => {
  const seen = new Map<string, number>()
  return (change) => {
    const nth = seen.get(keyOf(change)) ?? 0
    seen.set(keyOf(change), nth + 1)
    return nth
  }
}

const keyOf = ({ subject, section }: Reported): string => `${subject} ${section}`

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
