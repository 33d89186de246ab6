import { findFieldType, type FieldType, type Section } from '../../domain/sections.js'

/**
 * A value made safe to show to someone beside the screen: enough to tell two values apart most of the time,
 * not enough to use them. An empty value is `(empty)`. Codes, countries and starting days are shown as they
 * are: they say nothing about a person.
 */
export const maskValue = (section: Section, field: string, value: string): string => {
  if (value === '') return '(empty)'
  if (field === 'Birthday') return maskBirthday(value)
  if (field === 'Number') return keepEnd(value)
  return maskByType(typeOf(section, field), value)
}

/** The fields of a creation are those of the sections that the values come from. */
const typeOf = (section: Section, field: string): FieldType => {
  if (section !== 'employee') return findFieldType(section, field) ?? 'text'
  return findFieldType('employment', field) ?? 'text'
}

const maskByType = (type: FieldType, value: string): string => {
  switch (type) {
    case 'country':
    case 'code':
    case 'date':
      return value
    case 'iban':
      return value.length < 8 ? '**' : `${value.slice(0, 2)}**…**${value.slice(-2)}`
    case 'phone':
    case 'integer':
    case 'decimal':
      return keepEnd(value)
    case 'email':
      return maskEmail(value)
    case 'bic':
    case 'text':
      return keepStart(value)
  }
}

/** `1984-**-**` */
const maskBirthday = (value: string): string => (/^\d{4}-/.test(value) ? `${value.slice(0, 4)}-**-**` : '**')

const keepStart = (value: string): string => `${String.fromCodePoint(value.codePointAt(0) ?? 0x2a)}**`

/** The last two characters, of a value that is long enough for them to tell little. */
const keepEnd = (value: string): string => (value.length < 5 ? '**' : `**${value.slice(-2)}`)

/** `a**@**.nl` */
const maskEmail = (value: string): string => {
  const [name = '', domain = ''] = value.split('@')
  return `${keepStart(name)}@**.${domain.split('.').at(-1) ?? ''}`
}
