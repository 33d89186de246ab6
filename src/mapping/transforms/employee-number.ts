import { problem, type TransformResult } from './result.js'

/** The target's number is an `int` (Nmbrs contract, section 2.2). */
const largest = 2_147_483_647

const wrong = (message: string, remedy: string): TransformResult =>
  problem('employee-number-invalid', message, remedy)

/** An employee number: digits only, in the target's range. Leading zeros go only when the mapping says so. */
export const toEmployeeNumber = (text: string, stripZeros: boolean): TransformResult => {
  const typed = text.trim()
  if (typed === '') return { value: '' }
  if (!/^\d{1,30}$/.test(typed)) {
    return wrong(
      'is not a number, and Nmbrs needs a number',
      'Give the employee a number with digits only in AlexisHR.',
    )
  }
  if (typed.startsWith('0') && typed !== '0' && !stripZeros) {
    return wrong(
      'starts with a zero, which Nmbrs cannot store',
      'Remove the zeros in AlexisHR, or set stripZeros in the mapping.',
    )
  }
  const digits = typed.replace(/^0+/, '')
  if (digits === '' || digits.length > 10 || Number(digits) > largest) {
    return wrong(`is not between 1 and ${largest}`, 'Give the employee a number that Nmbrs can store.')
  }
  return { value: digits }
}
