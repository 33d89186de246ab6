import { problem, type TransformResult } from './result.js'

/** The target's number is an `int` (Nmbrs contract, section 2.2). */
const largest = 2_147_483_647

/** An employee number: digits only, in the target's range. Leading zeros go only when the mapping says so. */
export const toEmployeeNumber = (text: string, stripZeros: boolean): TransformResult => {
  const typed = text.trim()
  if (typed === '') return { value: '' }
  if (!/^\d{1,30}$/.test(typed)) {
    return problem('employee-number-invalid', {})
  }
  if (typed.startsWith('0') && typed !== '0' && !stripZeros) {
    return problem('employee-number-invalid/zeros', {})
  }
  const digits = typed.replace(/^0+/, '')
  if (digits === '' || digits.length > 10 || Number(digits) > largest) {
    return problem('employee-number-invalid/range', {})
  }
  return { value: digits }
}
