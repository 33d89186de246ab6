import { nameForms, sharesForm } from '../../domain/text/names.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import type { PolicyOf } from './field-policy.js'

/**
 * Fields that payroll may hold in parts where the source holds one line: a street with its house number, a
 * last name with its prefix (AlexisHR contract, section 5.1 and 5.2). Writing the whole line beside a filled
 * part would print that part twice.
 */
interface Composite {
  section: MappedSection
  field: FieldName
  parts: readonly FieldName[]
  join: (actual: Values) => string
  /** Whether a line says what the joined parts say. */
  isSame: (line: string, joined: string) => boolean
}

const words = (...texts: (string | undefined)[]): string =>
  texts.filter((text) => (text ?? '') !== '').join(' ')

const betweenDigits = /(?<=\d)[\s.,\-/]+(?=\d)/g
const blanksAndMarks = /[\s.,\-/]+/g

/** Blanks and marks are layout, but not between two digits: number 12 with addition 3 is not number 123. */
const fold = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(betweenDigits, '·').replace(blanksAndMarks, '')

const composites: readonly Composite[] = [
  {
    section: 'address',
    field: 'Street',
    parts: ['HouseNumber', 'HouseNumberAddition'],
    join: (actual) => words(actual.Street, actual.HouseNumber, actual.HouseNumberAddition),
    isSame: (line, joined) => fold(line) === fold(joined),
  },
  {
    section: 'personalInfo',
    field: 'LastName',
    parts: ['Prefix'],
    join: (actual) => words(actual.Prefix, actual.LastName),
    isSame: (line, joined) => sharesForm(nameForms(line), nameForms(joined)),
  },
]

const findComposite = (section: MappedSection, field: FieldName): Composite | undefined =>
  composites.find((candidate) => candidate.section === section && candidate.field === field)

/**
 * `same`: the parts together are what the source says. `apart`: they are filled and say something else.
 * `single`: nothing is kept apart.
 */
export type CompositeState = 'single' | 'same' | 'apart'

/**
 * How the target holds a field that it may keep in parts. A part that the mapping fills itself does not
 * count.
 */
export const compositeState = (
  section: MappedSection,
  field: FieldName,
  desired: Values,
  actual: Values,
): CompositeState => {
  const composite = findComposite(section, field)
  if (composite === undefined) return 'single'
  const apart = composite.parts.filter((part) => desired[part] === undefined && (actual[part] ?? '') !== '')
  if (apart.length === 0) return 'single'
  return composite.isSame(desired[field] ?? '', composite.join(actual)) ? 'same' : 'apart'
}

/**
 * What the target holds of a field, as it is compared with the source: the whole line, where the source has
 * one line and the mapping fills none of the parts. So a house number or a prefix that payroll changes is
 * seen as a change of the line.
 */
export const heldLine = (
  section: MappedSection,
  field: FieldName,
  actual: Values,
  policyOf: PolicyOf,
): string => {
  const composite = findComposite(section, field)
  const isMapped = (part: FieldName): boolean => policyOf(section, part).whenEmpty !== undefined
  if (composite === undefined || composite.parts.some(isMapped)) return actual[field] ?? ''
  return composite.join(actual)
}
