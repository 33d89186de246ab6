import type { FieldName, MappedSection } from '../domain/sections.js'
import type { Values } from '../domain/values.js'

/**
 * Fields that payroll may hold in parts where the source holds one line: a street with its house number, a last name with its prefix
 * (AlexisHR contract, section 5.1 and 5.2). Writing the whole line beside a filled part would print that part twice.
 */
interface Composite {
  section: MappedSection
  field: FieldName
  parts: readonly FieldName[]
  join: (actual: Values) => string
}

const words = (...texts: (string | undefined)[]): string =>
  texts.filter((text) => (text ?? '') !== '').join(' ')

const composites: readonly Composite[] = [
  {
    section: 'address',
    field: 'Street',
    parts: ['HouseNumber', 'HouseNumberAddition'],
    join: (actual) => words(actual.Street, actual.HouseNumber, actual.HouseNumberAddition),
  },
  {
    section: 'personalInfo',
    field: 'LastName',
    parts: ['Prefix'],
    join: (actual) => words(actual.Prefix, actual.LastName),
  },
]

/** `same`: the parts together are what the source says. `apart`: they are filled and say something else. `single`: nothing is kept apart. */
export type CompositeState = 'single' | 'same' | 'apart'

const blanksAndMarks = /[\s.,\-/]+/g
const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(blanksAndMarks, '')

/** How the target holds a field that it may keep in parts. A part that the mapping fills itself does not count. */
export const compositeState = (
  section: MappedSection,
  field: FieldName,
  desired: Values,
  actual: Values,
): CompositeState => {
  const composite = composites.find((candidate) => candidate.section === section && candidate.field === field)
  if (composite === undefined) return 'single'
  const apart = composite.parts.filter((part) => desired[part] === undefined && (actual[part] ?? '') !== '')
  if (apart.length === 0) return 'single'
  return fold(composite.join(actual)) === fold(desired[field] ?? '') ? 'same' : 'apart'
}
