import { isPlausiblePhone } from '../phone-number.js'
import { problem, type TransformResult } from './result.js'
import { cleanText } from './text.js'

/**
 * A telephone number as typed, without blanks around it: people lay numbers out as they like, and the target
 * keeps text.
 */
export const toPhone = (text: string): TransformResult => {
  const phone = cleanText(text)
  if (phone === '' || isPlausiblePhone(phone)) return { value: phone }
  return problem('phone-invalid', {})
}
