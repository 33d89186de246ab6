import type { LocalText } from '../language.js'
import type { NamedLetter } from '../result/text-difference.js'

/** Letters that cannot be seen, or not told from others, by their code point in hexadecimal. */
const names: Readonly<Record<string, LocalText>> = {
  '0009': { nl: 'tab', en: 'tab' },
  '000A': { nl: 'regeleinde', en: 'line break' },
  '000D': { nl: 'regelterugloop', en: 'carriage return' },
  '0020': { nl: 'spatie', en: 'blank' },
  '00A0': { nl: 'harde spatie', en: 'non-breaking blank' },
  '00AD': { nl: 'zacht afbreekstreepje', en: 'soft hyphen' },
  '2002': { nl: 'brede spatie', en: 'wide blank' },
  '2003': { nl: 'brede spatie', en: 'wide blank' },
  '2007': { nl: 'cijferspatie', en: 'figure blank' },
  '2009': { nl: 'smalle spatie', en: 'thin blank' },
  '200A': { nl: 'haarspatie', en: 'hair blank' },
  '200B': { nl: 'spatie zonder breedte', en: 'zero-width blank' },
  '200C': { nl: 'scheidingsteken zonder breedte', en: 'zero-width non-joiner' },
  '200D': { nl: 'verbindingsteken zonder breedte', en: 'zero-width joiner' },
  '200E': { nl: 'schrijfrichting links-rechts', en: 'left-to-right mark' },
  '200F': { nl: 'schrijfrichting rechts-links', en: 'right-to-left mark' },
  '2010': { nl: 'koppelteken', en: 'hyphen' },
  '2011': { nl: 'hard koppelteken', en: 'non-breaking hyphen' },
  '2013': { nl: 'half kastlijntje', en: 'en dash' },
  '2014': { nl: 'kastlijntje', en: 'em dash' },
  '2018': { nl: 'krullend aanhalingsteken', en: 'curly quotation mark' },
  '2019': { nl: 'krullende apostrof', en: 'curly apostrophe' },
  '201C': { nl: 'krullend aanhalingsteken', en: 'curly quotation mark' },
  '201D': { nl: 'krullend aanhalingsteken', en: 'curly quotation mark' },
  '202F': { nl: 'smalle harde spatie', en: 'narrow non-breaking blank' },
  '2060': { nl: 'woordverbinder zonder breedte', en: 'word joiner' },
  '3000': { nl: 'ideografische spatie', en: 'ideographic blank' },
  FEFF: { nl: 'volgordeteken zonder breedte', en: 'byte order mark' },
}

const unseen: LocalText = { nl: 'onzichtbaar teken', en: 'invisible mark' }
const end: LocalText = { nl: 'het einde', en: 'the end' }

/** White space, marks without a shape, and halves of a letter. */
const invisible = /^[\s\p{Z}\p{C}]$/u
/** A mark that joins the letter before it, such as an accent typed apart. */
const joining = /^\p{M}$/u

const hexOf = (point: string): string =>
  (point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

const codesOf = (letter: string): string => Array.from(letter, (point) => `U+${hexOf(point)}`).join(' ')

/** What to call one letter as a person counts them; `undefined` is the end of the text. */
export const nameLetter = (letter: string | undefined): NamedLetter =>
  letter === undefined ? { letter: null, name: end } : { letter, name: nameOf(letter) }

const nameOf = (letter: string): LocalText => {
  const points = Array.from(letter)
  const hidden = points.filter((point) => Object.hasOwn(names, hexOf(point)) || invisible.test(point))
  const seen = points.filter((point) => !hidden.includes(point) && !joining.test(point)).join('')
  return inBoth((language) => {
    const words = [
      ...(seen === '' ? [] : [`“${letterOf(points, hidden)}”`]),
      ...hidden.map((point) => (names[hexOf(point)] ?? unseen)[language]),
    ]
    const text = words.length === 0 ? unseen[language] : words.join(' + ')
    return isPlain(letter) ? text : `${text} (${codesOf(letter)})`
  })
}

const letterOf = (points: readonly string[], hidden: readonly string[]): string =>
  points.filter((point) => !hidden.includes(point)).join('')

/** Letters that everybody knows by sight, and the ordinary blank. */
const isPlain = (letter: string): boolean => /^[ -~]$/.test(letter)

const inBoth = (make: (language: keyof LocalText) => string): LocalText => ({
  nl: make('nl'),
  en: make('en'),
})
