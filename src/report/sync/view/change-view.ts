import type { ChangeReport } from '../../../domain/change.js'
import type { Section } from '../../../domain/sections.js'
import type { FindName } from '../../people/find-name.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'
import { createNth, type FindValues, type MaskedValues } from '../change-values.js'
import { compareText } from './compare-text.js'

/** A change as every screen says it. */
export interface ChangeView extends Omit<ChangeReport, 'subject' | 'targetId'> {
  person: PersonView
  /**
   * Both sides of each field, masked. `null`: asked for, and the plan has no such change. Left out: not asked
   * for.
   */
  values?: MaskedValues | null
}

/** By person, and within a person in the order of writing; with names and values where they are given. */
export const toChangeViews = (
  changes: readonly ChangeReport[],
  { findName, findValues }: { findName: FindName; findValues?: FindValues | undefined },
): readonly ChangeView[] => {
  const nthOf = createNth()
  return sortChanges(changes).map((change) => {
    const { kind, section, fields, outcome, reason } = change
    const plain = { person: toPersonView(change, findName), kind, section, outcome, reason }
    const values = findValues && (findValues(change, nthOf(change)) ?? null)
    return { ...plain, fields: [...fields].sort(), ...(values === undefined ? {} : { values }) }
  })
}

/** The order in which one person's sections are written. */
const sectionOrder: Readonly<Record<Section, number>> = {
  employee: 0,
  employment: 1,
  personalInfo: 2,
  address: 3,
  bankAccount: 4,
  salary: 5,
}

const sortChanges = (changes: readonly ChangeReport[]): ChangeReport[] =>
  [...changes].sort(
    (a, b) => compareText(a.subject, b.subject) || sectionOrder[a.section] - sectionOrder[b.section],
  )
