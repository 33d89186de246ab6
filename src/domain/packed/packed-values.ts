import { mark, packAllTexts, packTexts, present, unpackTexts } from './packed-texts.js'
import { fieldNamesOf, mappedSections, type FieldName, type MappedSection } from '../sections.js'
import type { FieldValue, Values } from '../values.js'

/**
 * A section's values as one text: the same text for the same values, in any order. Of tens of thousands of
 * people a text each is a tenth of the memory that an object with a text per field takes.
 */
export type PackedValues = string

const namesBySection = Object.fromEntries(
  mappedSections.map((section) => [section, fieldNamesOf(section)]),
) as Readonly<Record<MappedSection, readonly FieldName[]>>

/** Packs the values of a section. */
export const packValues = (section: MappedSection, values: Values): PackedValues =>
  packTexts(namesBySection[section].map((field) => values[field]))

/** Packs the values of all the fields of a section, which come in the order of the catalogue. */
export const packAllValues = (values: readonly FieldValue[]): PackedValues => packAllTexts(values)

/** The values that were packed, in the order of the catalogue. */
export const unpackValues = (section: MappedSection, packed: PackedValues): Values => {
  const texts = unpackTexts(packed)
  const values: Partial<Record<FieldName, FieldValue>> = {}
  for (const [index, field] of namesBySection[section].entries()) {
    const text = texts[index]
    if (text !== undefined) values[field] = text
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
