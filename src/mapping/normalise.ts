import type { FieldType } from '../domain/sections.js'
import { comparablePhone } from './phone-number.js'
import { toCompactIban, toCompactUpper } from './transforms/bank-account.js'
import { toMoney } from './transforms/money.js'
import { cleanText } from './transforms/text.js'

/**
 * How a field's values are compared: as its type is, or `compact`, where blanks and letter case make no
 * difference.
 */
export type Normalisation = FieldType | 'compact'

export const normalisations = [
  'text',
  'email',
  'phone',
  'country',
  'date',
  'integer',
  'decimal',
  'iban',
  'bic',
  'code',
  'compact',
] as const satisfies readonly Normalisation[]

/** A BIC of eleven characters that ends in XXX is the one of eight: the head office of the bank. */
const headOffice = /^(.{8})XXX$/

const canonicalDecimal = (value: string): string => {
  const result = toMoney(value)
  return 'value' in result ? result.value : value.trim()
}

/**
 * The spelling in which two values of a field are compared, so that layout alone is no change: telephone
 * numbers in international form, e-mail addresses in lower case, account numbers without blanks. Not for
 * sending.
 */
export const normaliseForComparison = (type: Normalisation, value: string): string => {
  switch (type) {
    case 'text':
      return cleanText(value)
    case 'email':
      return cleanText(value).toLowerCase()
    case 'phone':
      return comparablePhone(value)
    case 'bic':
      return toCompactUpper(value).replace(headOffice, '$1')
    case 'iban':
      return toCompactIban(value)
    case 'country':
    case 'compact':
      return toCompactUpper(value)
    case 'decimal':
      return canonicalDecimal(value)
    case 'date':
    case 'integer':
    case 'code':
      return value.trim()
  }
}
