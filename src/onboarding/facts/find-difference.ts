import type { DifferenceKind, TextDifference } from '../result/text-difference.js'
import { nameLetter } from './name-letter.js'

/**
 * Takes a text apart as a person counts its letters: an accent typed apart belongs to the letter before it.
 */
const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' })

const lettersOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/**
 * Where a text first differs from the one it should be the same as to the letter; `undefined` when it is the
 * same.
 */
export const findDifference = (given: string, actual: string): TextDifference | undefined => {
  if (given === actual) return undefined
  const [left, right] = [lettersOf(given), lettersOf(actual)]
  const index = left.findIndex((letter, at) => letter !== right[at])
  // Nothing differs up to the end of the shorter one, so the other goes on there.
  const at = index === -1 ? left.length : index
  return {
    position: at + 1,
    kind: kindOf(left[at], right[at]),
    given: nameLetter(left[at]),
    actual: nameLetter(right[at]),
  }
}

const kindOf = (given: string | undefined, actual: string | undefined): DifferenceKind => {
  const present = [given, actual].filter((letter) => letter !== undefined)
  if (present.every(isBlank)) return 'blank'
  if (present.some((letter) => withoutInvisible(letter) !== letter)) return 'invisible'
  if (given === undefined) return 'shorter'
  if (actual === undefined) return 'longer'
  if (given.normalize('NFC') === actual.normalize('NFC')) return 'composition'
  if (sameWhen(given, actual, (letter) => letter.toLowerCase())) return 'case'
  if (sameWhen(given, actual, withoutAccents)) return 'accent'
  if (present.some((letter) => /\p{P}/u.test(letter))) return 'punctuation'
  return present.some(isBlank) ? 'blank' : 'letter'
}

const sameWhen = (left: string, right: string, fold: (letter: string) => string): boolean =>
  fold(left) === fold(right)

const isBlank = (letter: string): boolean => /^[\s\p{Z}]+$/u.test(letter)

const withoutInvisible = (letter: string): string => letter.replace(/[\p{Cc}\p{Cf}]/gu, '')

const withoutAccents = (letter: string): string =>
  letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
