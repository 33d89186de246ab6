import { isValidBIC, isValidIBAN } from 'ibantools'

import { problem, type TransformResult } from './result.js'
import { cleanText } from './text.js'

/** Without blanks, in capitals: how account numbers and postal codes are compared, and IBANs are sent. */
export const toCompactUpper = (text: string): string => cleanText(text).replaceAll(' ', '').toUpperCase()

/** An IBAN without what is put between its groups: blanks, dots, dashes. */
export const toCompactIban = (text: string): string => toCompactUpper(text).replace(/[.\-\/\p{Pd}]+/gu, '')

/** An IBAN in electronic form, its length, layout and check digits tested. */
export const toIban = (text: string): TransformResult => {
  const iban = toCompactIban(text)
  if (iban === '' || isValidIBAN(iban)) return { value: iban }
  return problem('iban-invalid/value', {})
}

/** A BIC of 8 or 11 characters. */
export const toBic = (text: string): TransformResult => {
  const bic = toCompactUpper(text)
  if (bic === '' || isValidBIC(bic)) return { value: bic }
  return problem('bic-invalid/value', {})
}
