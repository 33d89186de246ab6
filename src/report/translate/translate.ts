import type { Section } from '../../domain/sections.js'
import { toWording, type Wording } from '../../domain/language/catalogue.js'
import type { Language } from '../../domain/language/language.js'
import type { PlanFindingCode } from '../../plan/findings.js'
import { sectionNames } from '../../plan/findings.js'
import { toFieldWord } from '../kit/words.js'
import { createPhraseBook, type Translate } from './phrase-book.js'
import { onboardingWordings } from './onboarding-wordings.js'
import { translateCandidates } from './translate-candidates.js'
import { findingTexts } from './texts/finding-texts.js'
import { sentenceTexts } from './texts/section-texts.js'
import { sourceSentences } from './texts/sentences/source-sentences.js'
import { noticeSentences } from './texts/sentences/notice-sentences.js'
import { valueSentences } from './texts/sentences/value-sentences.js'
import { workSentences } from './texts/sentences/work-sentences.js'
import { writeSentences } from './texts/sentences/write-sentences.js'
import { holdSentences } from './texts/sentences/hold-sentences.js'
import { deliverySentences } from './texts/sentences/delivery-sentences.js'
import { limitSentences } from './texts/sentences/limit-sentences.js'

const toWordings = (code: PlanFindingCode): Wording[] =>
  (['message', 'remedy'] as const).map((part) => toWording((language) => findingTexts[language][code][part]))

/** Findings that name who could be the person. */
const namingCandidates: readonly PlanFindingCode[] = [
  'match-ambiguous',
  'match-contradicts',
  'match-target-taken',
  'match-possible-duplicate',
  'match-target-unread',
  'create-unresolved',
]

const withCandidates = namingCandidates.map((code) =>
  toWording((language) => `${findingTexts[language][code].message}: {candidates}`),
)

/** Every sentence that is kept or sent in English, and may be shown in another language. */
export const allWordings: readonly Wording[] = [
  ...(Object.keys(findingTexts.en) as PlanFindingCode[]).flatMap(toWordings),
  ...withCandidates,
  ...holdSentences,
  ...limitSentences,
  ...writeSentences,
  ...sourceSentences,
  ...valueSentences,
  ...noticeSentences,
  ...workSentences,
  ...deliverySentences,
  ...onboardingWordings,
]

const sections = Object.keys(sectionNames) as Section[]

/** Sections as sentences call them, and as the mapping does. */
const sectionsByName: ReadonlyMap<string, Section> = new Map([
  ...sections.map((section): [string, Section] => [section, section]),
  ...sections.map((section): [string, Section] => [sectionNames[section], section]),
])

const fillHole = (name: string, english: string, language: Language): string | undefined => {
  const texts = sentenceTexts[language]
  if (name === 'field') return english === 'A value' ? texts.value : toFieldWord(english, language)
  if (name === 'candidates') return translateCandidates(english, language)
  if (name !== 'section') return undefined
  const section = sectionsByName.get(english)
  return section === undefined ? texts.record : texts[section]
}

let book: Translate | undefined

/**
 * What a finding, a hold or a failure says, in a language. They are made, kept and sent in English; a sentence that is not known, such as an
 * answer of Nmbrs or the word of an earlier version, is shown as it is.
 */
export const translate: Translate = (english, language) => {
  if (language === 'en') return english
  // Made when it is first needed: most commands run in English.
  book ??= createPhraseBook(allWordings, fillHole)
  return book(english, language)
}
