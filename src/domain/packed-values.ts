import { fieldNamesOf, mappedSections, type FieldName, type MappedSection } from './sections.js'
import type { FieldValue, Values } from './values.js'

/**
 * A section's values as one text: the same text for the same values, whatever the order they came in. Of tens of thousands of people a text
 * each is a tenth of the memory that an object with a text per field takes.
 */
export type PackedValues = string

/** Stands after each field but the last. No document of either remote can hold it; a value that has it anyway is spelled another way. */
const mark = '\u0000'
/** Stands before a value, so that an empty one is told from none. */
const present = '='

const namesBySection = Object.fromEntries(
  mappedSections.map((section) => [section, fieldNamesOf(section)]),
) as Readonly<Record<MappedSection, readonly FieldName[]>>

/** Packs the values of a section. */
export const packValues = (section: MappedSection, values: Values): PackedValues => {
  const parts: string[] = []
  for (const field of namesBySection[section]) {
    const value = values[field]
    parts.push(value === undefined ? '' : present + value)
  }
  return joinParts(parts)
}

/** Packs the values of all the fields of a section, which come in the order of the catalogue. */
export const packAllValues = (values: readonly FieldValue[]): PackedValues =>
  joinParts(values.map((value) => present + value))

// Joined and not added up: adding makes a chain of all the pieces, which costs more than they do.
const joinParts = (parts: readonly string[]): PackedValues => {
  const joined = parts.join(mark)
  const isPlain = !parts.some((part) => part.includes(mark))
  return isPlain ? joined : JSON.stringify(parts)
}

/** The values that were packed, in the order of the catalogue. */
export const unpackValues = (section: MappedSection, packed: PackedValues): Values => {
  // What `packValues` spelled with a value that has the mark, and nothing else, begins so.
  const parts = packed.startsWith('[') ? (JSON.parse(packed) as string[]) : packed.split(mark)
  const values: Partial<Record<FieldName, FieldValue>> = {}
  for (const [index, field] of namesBySection[section].entries()) {
    const part = parts[index] ?? ''
    if (part !== '') values[field] = part.slice(present.length)
  }
  return values
}

/** One of the values that were packed; `undefined` when that field had none. */
export const unpackValue = (
  section: MappedSection,
  packed: PackedValues,
  field: FieldName,
): FieldValue | undefined => {
  if (packed.startsWith('[')) return unpackValues(section, packed)[field]
  let from = 0
  for (const name of namesBySection[section]) {
    const end = packed.indexOf(mark, from)
    const part = end === -1 ? packed.slice(from) : packed.slice(from, end)
    if (name === field) return part === '' ? undefined : part.slice(present.length)
    if (end === -1) return undefined
    from = end + mark.length
  }
  return undefined
}
