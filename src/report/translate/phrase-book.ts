import type { Wording } from '../../domain/language/catalogue.js'
import type { Language } from '../../domain/language/language.js'

/** Puts what stood in a hole of an English sentence into a language; `undefined`: as any text. */
export type FillHole = (name: string, english: string, language: Language) => string | undefined

/** Puts an English text into a language; a text that it does not know stays English. */
export type Translate = (english: string, language: Language) => string

/** A sentence, and what is looked for in an English text to recognise it. */
interface Phrase {
  wording: Wording
  pattern: RegExp
  names: readonly string[]
  literal: number
}

/**
 * Sentences that are known in every language, recognised by their English form: `{name}` in it stands for a
 * value. Sentences that programs keep or send are English; so what an earlier version kept can be shown in
 * any language too. Of several that fit, the one with the most words of its own counts. A value may be a
 * sentence itself.
 */
export const createPhraseBook = (wordings: readonly Wording[], fillHole: FillHole): Translate => {
  const phrases = wordings.map(toPhrase).sort((a, b) => b.literal - a.literal)
  const whole = new Map(phrases.filter(({ names }) => names.length === 0).map((one) => [one.wording.en, one]))
  const holed = groupByStart(phrases.filter(({ names }) => names.length > 0))
  const find: Translate = (english, language) => {
    const known = whole.get(english)
    if (known !== undefined) return known.wording[language]
    for (const phrase of [...(holed.get(startOf(english)) ?? []), ...(holed.get('') ?? [])]) {
      const found = phrase.pattern.exec(english)
      if (found !== null) return fill(phrase, found.slice(1), language)
    }
    return english
  }
  const fill = ({ wording, names }: Phrase, values: readonly string[], language: Language): string =>
    wording[language].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[names.indexOf(name)]
      if (value === undefined) return hole
      return fillHole(name, value, language) ?? find(value, language)
    })
  return (english, language) => (language === 'en' ? english : toCase(find(english, language), english))
}

/** Only sentences that begin alike are tried. */
const startLength = 8
const startOf = (text: string): string => text.slice(0, startLength)

const groupByStart = (phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> => {
  const groups = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const [literal = ''] = phrase.wording.en.split('{')
    const start = literal.length < startLength ? '' : startOf(literal)
    groups.set(start, [...(groups.get(start) ?? []), phrase])
  }
  return groups
}

const toPhrase = (wording: Wording): Phrase => {
  const parts = wording.en.split(/\{(\w+)\}/)
  const names = [...new Set(parts.filter((_, index) => index % 2 === 1))]
  const toPattern = (part: string, index: number): string => {
    if (index % 2 === 0) return escape(part)
    // Where a value comes twice, it is the same.
    const first = parts.findIndex((other, at) => at % 2 === 1 && other === part)
    return first === index ? `(?<${part}>.+?)` : `\\k<${part}>`
  }
  const pattern = parts.map(toPattern).join('')
  const literal = parts.filter((_, index) => index % 2 === 0).join('').length
  return { wording, names, literal, pattern: new RegExp(`^${pattern}$`, 's') }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A sentence begins with a capital where the English one does, also when a value comes first. */
const toCase = (text: string, english: string): string =>
  /^\p{Lu}/u.test(english) ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text
