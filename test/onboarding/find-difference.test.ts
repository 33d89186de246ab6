import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { findDifference } from '../../src/onboarding/facts/find-difference.js'
import { anyText } from '../support/any-text.js'

/** `6 blank: what is there | what belongs there`, in short. */
const summaryOf = (given: string, actual: string): string => {
  const found = findDifference(given, actual)
  return found === undefined
    ? 'same'
    : `${found.position} ${found.kind}: ${found.given.name.en} | ${found.actual.name.en}`
}

describe('findDifference', () => {
  it.each([
    ['a double blank', 'Acme  B.V.', 'Acme B.V.', '6 blank: blank | “B”'],
    ['a non-breaking blank', 'Acme\u00A0B.V.', 'Acme B.V.', '5 blank: non-breaking blank (U+00A0) | blank'],
    ['a blank at the end', 'Acme ', 'Acme', '5 blank: blank | the end'],
    ['a blank at the beginning', ' Acme', 'Acme', '1 blank: blank | “A”'],
    ['a zero-width blank', 'A\u200Bcme', 'Acme', '2 invisible: zero-width blank (U+200B) | “c”'],
    [
      'a joiner that hangs on a letter',
      'Ac\u200Dme',
      'Acme',
      '2 invisible: “c” + zero-width joiner (U+0063 U+200D) | “c”',
    ],
    ['a soft hyphen', 'Ac\u00ADme', 'Acme', '3 invisible: soft hyphen (U+00AD) | “m”'],
    [
      'letters composed in two ways',
      'Caf\u00E9',
      'Cafe\u0301',
      '4 composition: “\u00E9” (U+00E9) | “e\u0301” (U+0065 U+0301)',
    ],
    ['letter case', 'acme', 'Acme', '1 case: “a” | “A”'],
    ['a missing point at the end', 'Acme B.V', 'Acme B.V.', '9 shorter: the end | “.”'],
    ['a missing point', 'Acme BV', 'Acme B.V.', '7 punctuation: “V” | “.”'],
    ['a comma too many', 'Acme, B.V.', 'Acme B.V.', '5 punctuation: “,” | blank'],
    ['another apostrophe', "'t Huis", '\u2019t Huis', "1 punctuation: “'” | curly apostrophe (U+2019)"],
    ['an accent', 'Cafe', 'Caf\u00E9', '4 accent: “e” | “\u00E9” (U+00E9)'],
    ['a Cyrillic letter that looks Latin', '\u0410cme', 'Acme', '1 letter: “\u0410” (U+0410) | “A”'],
    ['a text that goes on', 'Acme B', 'Acme', '5 blank: blank | the end'],
    ['a text that goes on with a letter', 'Acmes', 'Acme', '5 longer: “s” | the end'],
  ])('names %s', (_, given, actual, expected) => {
    expect(summaryOf(given, actual)).toBe(expected)
  })

  it('counts letters as a person does, not the units they are stored in', () => {
    expect(findDifference('e\u0301\u{1F600}x', 'e\u0301\u{1F600}y')?.position).toBe(3)
  })

  it('finds nothing in a text that is the same, and something in every other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        expect(findDifference(left, left)).toBeUndefined()
        expect(findDifference(left, right) === undefined).toBe(left === right)
      }),
    )
  })

  it('gives the first place: up to it the two texts have the same letters', () => {
    const segmenter = new Intl.Segmenter('nl')
    const lettersOf = (text: string): string[] =>
      Array.from(segmenter.segment(text), ({ segment }) => segment)

    fc.assert(
      fc.property(anyText(), anyText(), (left, right) => {
        fc.pre(left !== right)

        const { position = 0 } = findDifference(left, right) ?? {}

        const before = position - 1
        expect(lettersOf(left).slice(0, before)).toEqual(lettersOf(right).slice(0, before))
        expect(lettersOf(left)[before]).not.toBe(lettersOf(right)[before])
      }),
    )
  })
})
