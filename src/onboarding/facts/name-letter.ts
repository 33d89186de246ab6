import { toWording, type Wording } from '../../domain/language/catalogue.js'
import type { Language } from '../../domain/language/language.js'
import { letterTexts } from '../texts/letter-texts.js'
import type { NamedLetter } from '../result/text-difference.js'

const namesOf = (language: Language): Readonly<Record<string, string>> => letterTexts[language]

/** White space, marks without a shape, and halves of a letter. */
const invisible = /^[\s\p{Z}\p{C}]$/u
/** A mark that joins the letter before it, such as an accent typed apart. */
const joining = /^\p{M}$/u

const hexOf = (point: string): string =>
  (point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

const codesOf = (letter: string): string => Array.from(letter, (point) => `U+${hexOf(point)}`).join(' ')

/** What to call one letter as a person counts them; `undefined` is the end of the text. */
export const nameLetter = (letter: string | undefined): NamedLetter =>
  letter === undefined
    ? { letter: null, name: toWording((language) => letterTexts[language].end) }
    : { letter, name: nameOf(letter) }

const nameOf = (letter: string): Wording => {
  const points = Array.from(letter)
  const hidden = points.filter(
    (point) => Object.hasOwn(letterTexts.en, hexOf(point)) || invisible.test(point),
  )
  const seen = points.filter((point) => !hidden.includes(point) && !joining.test(point)).join('')
  return toWording((language) => {
    const { unseen } = letterTexts[language]
    const words = [
      ...(seen === '' ? [] : [`“${letterOf(points, hidden)}”`]),
      ...hidden.map((point) => namesOf(language)[hexOf(point)] ?? unseen),
    ]
    const text = words.length === 0 ? unseen : words.join(' + ')
    return isPlain(letter) ? text : `${text} (${codesOf(letter)})`
  })
}

const letterOf = (points: readonly string[], hidden: readonly string[]): string =>
  points.filter((point) => !hidden.includes(point)).join('')

/** Letters that everyone knows by sight, and the ordinary blank. */
const isPlain = (letter: string): boolean => /^[ -~]$/.test(letter)
