import { toLetterWords, toLoginPairs, type Letter, type LetterAbout } from '../../access/letters/letter.js'
import { letterTexts } from '../../access/letters/letter-texts.js'
import { fillText } from '../../domain/language/fill.js'
import { toDateWords } from '../../domain/language/format.js'
import type { Page, Part, Section } from '../kit/page/page.js'

/** Letters to print: a sheet for each person. `day` is `YYYY-MM-DD`. */
export const toLettersPage = (
  letters: readonly Letter[],
  about: LetterAbout & { connection: string; day: string },
): Page => {
  const { language, portalTitle, connection, day } = about
  const texts = letterTexts[language]
  const made = toDateWords(day, language)
  return {
    language,
    title: fillText(texts.titleOfAll, { portal: portalTitle }),
    about: [
      [texts.about.connection, connection],
      [texts.about.day, made],
    ],
    foot: [],
    parts: [{ kind: 'note', text: texts.forWriter }, ...letters.map((letter) => toSheet(letter, about))],
    footer: '',
  }
}

const toSheet = (letter: Letter, about: LetterAbout): Section => {
  const { subject, before, after } = toLetterWords(letter, about)
  const toText = (text: string): Part => ({ kind: 'text', text })
  return {
    kind: 'section',
    heading: subject,
    startsSheet: true,
    parts: [
      ...before.map(toText),
      {
        kind: 'pairs',
        pairs: toLoginPairs(letter, about).map(([name, text]) => [name, { kind: 'code', text }]),
      },
      ...after.map(toText),
    ],
  }
}
