import type { Language } from '../../domain/language/language.js'
import { sectionNames, type Section } from '../../domain/sections.js'
import { toFieldWord } from '../kit/words.js'
import { allWordings } from './all-wordings.js'
import { createPhraseBook, type Translate } from './phrase-book.js'
import { translateCandidates } from './translate-candidates.js'
import { candidateTexts } from './texts/candidate-texts.js'
import { sentenceTexts } from './texts/section-texts.js'
import { serviceTexts } from './texts/service-texts.js'

const sections = Object.keys(sectionNames) as Section[]

/** Sections as sentences call them, and as the mapping does. */
const sectionsByName: ReadonlyMap<string, Section> = new Map([
  ...sections.map((section): [string, Section] => [section, section]),
  ...sections.map((section): [string, Section] => [sectionNames[section], section]),
])

const fillHole = (name: string, english: string, language: Language): string | undefined => {
  const texts = sentenceTexts[language]
  switch (name) {
    case 'field':
      return english === 'A value' ? texts.value : toFieldWord(english, language)
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
    case 'section': {
      const section = sectionsByName.get(english)
      return section === undefined ? texts.record : texts[section]
    }
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
