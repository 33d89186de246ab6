import { toCountryWords, toDateWords, toEuroWords } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import { findFieldType, mappedSections, type FieldType, type Section } from '../../domain/sections.js'

/** A value of a person as it is, not as it looks: an amount is a decimal with its unit. */
export type ValueView =
  { kind: 'amount'; value: string; unit: 'EUR' } | { kind: 'day' | 'country' | 'text'; value: string }

export const toValueView = (section: Section, field: string, value: string): ValueView => {
  const type = typeOf(section, field)
  if (type === 'decimal') return { kind: 'amount', value, unit: 'EUR' }
  if (type === 'date') return { kind: 'day', value }
  return { kind: type === 'country' ? 'country' : 'text', value }
}

/**
 * A value as a reader of the language writes it: money with its sign and cents, a day in words, a country by
 * its name.
 */
export const toValueWords = ({ kind, value }: ValueView, language: Language): string => {
  switch (kind) {
    case 'amount':
      return toEuroWords(value, language)
    case 'day':
      return toDateWords(value, language)
    case 'country':
      return toCountryWords(value, language)
    case 'text':
      return value
  }
}

/** The fields of a creation are those of the sections that the values come from. */
const typeOf = (section: Section, field: string): FieldType | undefined =>
  (section === 'employee' ? mappedSections : [section])
    .map((one) => findFieldType(one, field))
    .find((type) => type !== undefined)
