import { isWholeSection, type FieldName, type MappedSection } from '../../domain/sections.js'
import { pickValues } from '../../domain/values.js'
import type { PersonPlan } from '../plan-person.js'

/** Some fields of one section. */
export interface FieldsOfSection {
  section: MappedSection
  fields: readonly FieldName[]
}

/** The plan with nothing in it but changes of these fields; a section that is written whole counts whole. */
export const keepFields = (person: PersonPlan, kept: readonly FieldsOfSection[]): PersonPlan => ({
  ...person,
  changes: person.changes.flatMap((planned) => {
    const { change } = planned
    const wanted = kept.find(({ section }) => section === change.section)?.fields
    if (change.kind === 'create' || wanted === undefined) return []
    if (isWholeSection(change.section)) return [planned]
    const fields = change.fields.filter((field) => wanted.includes(field))
    if (fields.length === 0) return []
    const [before, after] = [pickValues(change.before, fields), pickValues(change.after, fields)]
    return [{ ...planned, change: { ...change, fields, before, after } }]
  }),
})
