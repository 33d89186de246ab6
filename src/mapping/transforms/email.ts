import { problem, type TransformResult } from './result.js'
import { isSendable } from './text.js'

/** RFC 5321 allows 254 characters; the bound also keeps the pattern cheap. */
const longest = 254
const address = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(?:\.[^\s@<>()[\]\\,;:".]+)+$/u

/** An e-mail address as typed, without blanks around it. */
export const toEmail = (text: string): TransformResult => {
  const email = text.trim()
  if (email === '') return { value: '' }
  if (email.length <= longest && address.test(email) && !email.includes('..') && isSendable(email)) {
    return { value: email }
  }
  return problem('email-invalid', {})
}
