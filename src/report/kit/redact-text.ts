/**
 * What looks like a secret or like personal data. Messages are written without either; this is the second
 * net, for a library's error text or a mistake.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [secret]'],
  [/(:\/\/)[^\s/?#]*@/g, '$1[secret]@'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, '[secret]'],
  [/(<(?:\w+:)?Token>)[^<]*/gi, '$1[secret]'],
  [/[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, '[e-mail]'],
  // Two letters, two check digits and eight characters or more; an id of 24 hexadecimal ones is none.
  [/\b(?![\da-f]{24}\b)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi, '[IBAN]'],
]

const citizenNumber = /(?<![\w.-])(?:\d{9}|\d{4}\.\d{2}\.\d{3})(?![\w-]|\.\d)/g

/** Free text without what looks like a token, an e-mail address, an IBAN or a citizen service number. */
export const redactText = (text: string): string =>
  redactKnownShapes(text).replaceAll(citizenNumber, '[number]')

/** As `redactText`, but keeps bare numbers: for a value that is known to be an id. */
export const redactKnownShapes = (text: string): string =>
  patterns.reduce((clean, [pattern, replacement]) => clean.replaceAll(pattern, replacement), text)
