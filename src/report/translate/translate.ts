import type { Language } from '../../domain/language/language.js'
import { toWording, type Wording } from '../../domain/language/catalogue.js'
import { sectionTexts, unnamedTexts } from '../../domain/language/section-texts.js'
import type { Section } from '../../domain/sections.js'
import { toFieldWord } from '../kit/words.js'
import { allWordings } from './all-wordings.js'
import { formerSectionNames } from './former/section-names.js'
import { createPhraseBook, type Translate } from './phrase-book.js'
import { translateCandidates } from './translate-candidates.js'
import { candidateTexts } from './texts/candidate-texts.js'
import { serviceTexts } from './texts/service-texts.js'

/** Sections as sentences call them, now and formerly, and as the mapping does. */
const sectionsByName: ReadonlyMap<string, Wording> = new Map([
  ...formerSectionNames.map((wording): [string, Wording] => [wording.en, wording]),
  ...(Object.keys(sectionTexts) as Section[]).flatMap((section): [string, Wording][] => {
    const wording = toWording((language) => sectionTexts[section][language].inSentence)
    return [
      [section, wording],
      [wording.en, wording],
    ]
  }),
])

const fillHole = (name: string, english: string, language: Language): string | undefined => {
  switch (name) {
    case 'field':
      return english === unnamedTexts.field.en ? unnamedTexts.field[language] : toFieldWord(english, language)
    case 'candidates':
      return translateCandidates(english, language)
    case 'employments':
      return translateEmployments(english, language)
    case 'off':
      return findOff(english, language)
    case 'reasons':
      return english
        .split('; ')
        .map((one) => translate(one, language))
        .join('; ')
    case 'section':
      return (sectionsByName.get(english) ?? unnamedTexts.section)[language]
    default:
      return undefined
  }
}

/** `employee 501 of company 9`, or only the id of an employee before the company. */
const translateEmployments = (english: string, language: Language): string =>
  english.replace(
    /(employee )?(\S+) of company ([^\s,]+)/g,
    (_, word: string | undefined, id: string, company: string) =>
      word === undefined
        ? candidateTexts[language].ofCompany(id, company)
        : serviceTexts[language].employment(id, company),
  )

const findOff = (english: string, language: Language): string | undefined => {
  const words: Readonly<Record<string, string>> = serviceTexts[language].off
  return Object.hasOwn(words, english) ? words[english] : undefined
}

let book: Translate | undefined

/**
 * What a finding, a hold, a failure or an error says, in a language. They are made, kept and sent in English;
 * a sentence that is not known, such as an answer of Nmbrs or the word of an earlier version, is shown as it
 * is.
 */
export const translate: Translate = (english, language) => {
  if (language === 'en') return english
  // Made when it is first needed: most commands run in English.
  book ??= createPhraseBook(allWordings, fillHole)
  return book(english, language)
}
