/** What is wrong with a wage-tax number, or the number in its one spelling. */
export type WageTaxNumber = { value: string } | { problem: 'form' | 'check-digit' }

const pattern = /^(\d{9})L(\d{2})$/

/**
 * Reads a Dutch wage-tax number: nine digits of which the last is a check digit, L, and the number of the
 * payroll return, 01 and up. Blanks, points and dashes between the parts and a small l are taken for what
 * they are.
 */
export const readWageTaxNumber = (text: string): WageTaxNumber => {
  const compact = text.replace(/[\s.\u00A0-]/g, '').toUpperCase()
  const [, digits, sequence] = pattern.exec(compact) ?? []
  if (digits === undefined || sequence === undefined || sequence === '00') return { problem: 'form' }
  return passesElevenTest(digits) ? { value: compact } : { problem: 'check-digit' }
}

/**
 * The weights 9 down to 2 and then -1; the sum is a multiple of eleven. Nine noughts would pass, and are no
 * one's.
 */
const passesElevenTest = (digits: string): boolean => {
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index),
    0,
  )
  return sum % 11 === 0 && /[1-9]/.test(digits)
}
