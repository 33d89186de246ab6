import { createRequire } from 'node:module'

import type * as PhoneNumbers from 'awesome-phonenumber'

import { cleanText } from './transforms/text.js'

// The rules of every country take as long to load as many commands to run, and are asked for the first
// unusual number.
const require = createRequire(import.meta.url)
const parsePhoneNumber: typeof PhoneNumbers.parsePhoneNumber = (text, options) =>
  (require('awesome-phonenumber') as typeof PhoneNumbers).parsePhoneNumber(text, options)

/** Numbers written without a country code are taken for Dutch ones. */
const homeRegion = 'NL'
/**
 * Parsing costs some 40 µs and the same numbers come by on both sides and in each run. The bound keeps memory
 * flat.
 */
const memoSize = 20_000
const memo = new Map<string, string | undefined>()

const separators = /[\s()./\u2010-\u2015-]+/g

/** The number without layout: digits, a leading plus, and what else was typed. */
const compact = (text: string): string =>
  cleanText(text).normalize('NFKC').replace(separators, '').toLowerCase()

// In these countries the digits after the code are the number itself, so a number that starts with another
// digit than 0 is already in its international form. Others (Italy, Russia, Mexico) have rules that only the
// full parser knows.
const international = /^\+(?:31[1-9]\d{8}|(?:32|44|45|46|47|48|49)[1-9]\d{6,9})$/
const dutch = /^0[1-9]\d{8}$/

const parseFully = (text: string): string | undefined => {
  const parsed = parsePhoneNumber(text, { regionCode: homeRegion })
  return parsed.valid ? parsed.number.e164 : undefined
}

const parseOnce = (digits: string): string | undefined => {
  if (memo.has(digits)) return memo.get(digits)
  if (memo.size >= memoSize) memo.clear()
  const parsed = parseFully(digits)
  memo.set(digits, parsed)
  return parsed
}

/**
 * One spelling for a telephone number, for comparing: the international form (`+31201234567`) where it can be
 * read as such, otherwise what was typed without layout. An extension or a word stays, so two different
 * numbers never look alike.
 */
export const comparablePhone = (text: string): string => {
  const digits = compact(text)
  if (international.test(digits)) return digits
  if (dutch.test(digits)) return `+31${digits.slice(1)}`
  if (!/^\+?\d+$/.test(digits)) return digits
  return parseOnce(digits) ?? digits
}

/**
 * Whether someone could dial it. Lenient: the layout is free and an unknown national number passes by its
 * length.
 */
export const isPlausiblePhone = (text: string): boolean => {
  const [digits = ''] = compact(text).split(/(?:ext|tst|toestel|x|#)(?=\d{1,6}$)/)
  if (international.test(digits) || dutch.test(digits)) return true
  if (/^\d{6,15}$/.test(digits)) return true
  if (!/^\+?\d+$/.test(digits)) return false
  if (parseOnce(digits) !== undefined) return true
  return digits.startsWith('+') && parsePhoneNumber(digits).possible
}
