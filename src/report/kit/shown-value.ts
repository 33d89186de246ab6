import { toCountryWords, toDateWords, toEuroWords } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import { findFieldType, mappedSections, type FieldType, type Section } from '../../domain/sections.js'

/**
 * A value as a reader of the language writes it: money with its sign and cents, a day in words, a country by
 * its name.
 */
export const toShownValue = (section: Section, field: string, value: string, language: Language): string => {
  const type = typeOf(section, field)
  if (type === 'decimal') return toEuroWords(value, language)
  if (type === 'date') return toDateWords(value, language)
  return type === 'country' ? toCountryWords(value, language) : value
}

/** The fields of a creation are those of the sections that the values come from. */
const typeOf = (section: Section, field: string): FieldType | undefined =>
  (section === 'employee' ? mappedSections : [section])
    .map((one) => findFieldType(one, field))
    .find((type) => type !== undefined)
