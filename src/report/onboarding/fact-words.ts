import { toCallKey } from '../../onboarding/calls/call-name.js'
import type {
  FactOrigin,
  FactProblem,
  FactResult,
  FactValue,
  PayrollFrequency,
} from '../../onboarding/check/fact-result.js'
import type { Language, LocalText } from '../../onboarding/language.js'
import type { DifferenceKind, TextDifference } from '../../onboarding/result/text-difference.js'
import { verdictWords } from './call-words.js'

type FactVerdictName = FactResult['outcome']['verdict']

/** What a verdict about a fact is called. */
export const factVerdictWords: Readonly<Record<FactVerdictName, LocalText>> = {
  right: { nl: 'klopt', en: 'right' },
  given: { nl: 'ingevuld', en: 'given' },
  missing: { nl: 'ontbreekt', en: 'missing' },
  'left-out': { nl: 'leeg', en: 'left out' },
  wrong: { nl: 'onjuist', en: 'wrong' },
  unchecked: { nl: 'niet vergeleken', en: 'not compared' },
}

const originWords: Readonly<Record<FactOrigin, LocalText>> = {
  answer: { nl: 'zelf ingevuld', en: 'from your answers' },
  connection: { nl: 'uit de instellingen', en: 'from the settings' },
  account: { nl: 'gelezen uit Nmbrs', en: 'read from Nmbrs' },
  profile: { nl: 'vaste waarde van het profiel', en: 'fixed by the profile' },
}

const frequencyWords: Readonly<Record<PayrollFrequency, LocalText>> = {
  monthly: { nl: 'maandelijks', en: 'monthly' },
  'four-weekly': { nl: '4-wekelijks', en: 'four-weekly' },
  weekly: { nl: 'wekelijks', en: 'weekly' },
}

const isFrequency = (text: string): text is PayrollFrequency => Object.hasOwn(frequencyWords, text)

const yesNo = (yes: boolean, language: Language): string =>
  language === 'nl' ? (yes ? 'ja' : 'nee') : yes ? 'yes' : 'no'

/** The value as it is handed in; of the token only that it is there. */
export const toFactValueWords = (value: FactValue | null, language: Language): string => {
  switch (value?.kind) {
    case undefined:
      return ''
    case 'text':
      return value.text
    case 'yes-no':
      return yesNo(value.yes, language)
    case 'frequency':
      return frequencyWords[value.frequency][language]
    case 'present':
      return language === 'nl' ? 'aanwezig (wordt niet getoond)' : 'present (not shown)'
    case 'dga':
      return toDgaWords(value, language)
  }
}

const toDgaWords = (value: Extract<FactValue, { kind: 'dga' }>, language: Language): string => {
  if (!value.present) return yesNo(false, language)
  const number = language === 'nl' ? 'medewerkersnummer' : 'employee number'
  const people = value.people.map(({ name, employeeNumber }) => `${name}, ${number} ${employeeNumber}`)
  return [yesNo(true, language), ...people].join('; ')
}

/** What is to be said of a fact beside its value and verdict; empty when there is nothing. */
export const toFactDetail = ({ outcome, origin }: FactResult, language: Language): string => {
  switch (outcome.verdict) {
    case 'right':
    case 'given':
      return origin === null ? '' : originWords[origin][language]
    case 'missing':
    case 'left-out':
      return ''
    case 'wrong':
      return toProblemWords(outcome.problem, language)
    case 'unchecked': {
      const because = verdictWords[outcome.because][language]
      const what = language === 'nl' ? 'niet te vergelijken' : 'could not be compared'
      return `${what}: ${toCallKey(outcome.call)}, ${because}`
    }
  }
}

const checkDigit: LocalText = {
  nl: 'het controlecijfer klopt niet; er is een cijfer verkeerd overgenomen',
  en: 'the check digit does not fit; one digit was copied wrongly',
}
const notFound: LocalText = { nl: 'dat is in Nmbrs niet te vinden', en: 'there is no such one in Nmbrs' }
const otherPerson: LocalText = {
  nl: 'dit medewerkersnummer is in Nmbrs van iemand met een andere naam',
  en: 'in Nmbrs this employee number belongs to somebody of another name',
}

const toProblemWords = (problem: FactProblem, language: Language): string => {
  const nl = language === 'nl'
  switch (problem.problem) {
    case 'form':
      return `${nl ? 'verwacht' : 'expected'}: ${problem.expected[language]}`
    case 'check-digit':
      return checkDigit[language]
    case 'text-differs':
      return toDifferenceWords(problem.difference, language)
    case 'differs': {
      const actual = isFrequency(problem.actual) ? frequencyWords[problem.actual][language] : problem.actual
      return nl ? `in Nmbrs staat ${actual}` : `Nmbrs says ${actual}`
    }
    case 'not-found':
      return notFound[language]
    case 'other-person':
      return otherPerson[language]
    case 'tag-missing':
      return toTagWords(problem.tags, language)
  }
}

const toTagWords = (tags: readonly string[], language: Language): string => {
  if (language === 'nl')
    return tags.length === 0
      ? 'de debiteur heeft geen tags'
      : `deze tag staat niet op de debiteur; daar staan: ${tags.join(', ')}`
  return tags.length === 0
    ? 'the debtor has no tags'
    : `this tag is not on the debtor; these are: ${tags.join(', ')}`
}

const kindWords: Readonly<Record<DifferenceKind, LocalText>> = {
  case: { nl: 'hoofdletter en kleine letter', en: 'capital and small letter' },
  blank: { nl: 'spatie', en: 'blank' },
  invisible: { nl: 'onzichtbaar teken', en: 'invisible character' },
  composition: {
    nl: 'dezelfde letter, anders opgebouwd',
    en: 'the same letter, composed in another way',
  },
  punctuation: { nl: 'leesteken', en: 'punctuation' },
  accent: { nl: 'accent', en: 'accent' },
  letter: { nl: 'letter', en: 'letter' },
  shorter: { nl: 'te kort', en: 'too short' },
  longer: { nl: 'te lang', en: 'too long' },
}

const toDifferenceWords = ({ position, kind, given, actual }: TextDifference, language: Language): string => {
  const what = kindWords[kind][language]
  return language === 'nl'
    ? `teken ${position} (${what}): hier staat ${given.name.nl}, in Nmbrs ${actual.name.nl}`
    : `character ${position} (${what}): here it is ${given.name.en}, in Nmbrs ${actual.name.en}`
}
