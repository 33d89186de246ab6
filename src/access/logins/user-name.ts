import type { Portal } from '../portal/portal.js'
import { fillPattern } from './user-name-pattern.js'

export type UserNameRule = NonNullable<Portal['account']['userName']>

/** What a user name is made of; names as the source spells them. */
export interface UserNameParts {
  first: string | undefined
  last: string | undefined
  number: string | undefined
}

/** More people of one name than this are taken for a fault. */
const mostAlike = 10_000

/** Letters that do not come apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ĳ: 'ij',
}

/** A name in small plain letters and digits: `Zoë van den Berg-Ørn` becomes `zoevandenbergorn`. */
export const toPlainLetters = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæøœðþłđıĳ]/g, (letter) => plainLetters[letter] ?? '')
    .replace(/[^a-z0-9]/g, '')

const tidy = (name: string): string => name.replace(/([._-])[._-]+/g, '$1').replace(/^[._-]+|[._-]+$/g, '')

/**
 * The first user name by the rule that is not taken: the pattern, then the pattern with 2, 3 and so on. The
 * same answer for the same people. A name that is too short is filled up with digits, one that is too long is
 * cut before its number. `undefined` when nothing is left of the person's name, or when too many are called
 * alike.
 */
export const makeUserName = (
  rule: UserNameRule,
  parts: UserNameParts,
  isTaken: (userName: string) => boolean,
  most = mostAlike,
): string | undefined => {
  const first = toPlainLetters(parts.first ?? '')
  const last = toPlainLetters(parts.last ?? '')
  const number = toPlainLetters(parts.number ?? '')
  const base = tidy(fillPattern(rule.pattern, { first, f: first.slice(0, 1), last, number }))
  if (base === '') return undefined
  for (let count = 1; count <= most; count += 1) {
    const userName = fit(base, count, rule)
    if (!isTaken(userName)) return userName
  }
  return undefined
}

const fit = (base: string, count: number, { minLength, maxLength }: UserNameRule): string => {
  const short = base.length < minLength
  const suffix = count > 1 || short ? String(count) : ''
  const head = tidy(base.slice(0, maxLength - suffix.length))
  return head + suffix.padStart(minLength - head.length, '0')
}
