import { toCallKey } from '../../onboarding/calls/call-name.js'
import type {
  FactProblem,
  FactResult,
  FactValue,
  PayrollFrequency,
} from '../../onboarding/check/fact-result.js'
import type { Language } from '../../domain/language/language.js'
import { fillText } from '../../domain/language/fill.js'
import type { TextDifference } from '../../onboarding/result/text-difference.js'
import { callTexts } from './texts/call-texts.js'
import { factTexts } from './texts/fact-texts.js'

const isFrequency = (text: string): text is PayrollFrequency => Object.hasOwn(factTexts.en.frequency, text)

const yesNo = (yes: boolean, language: Language): string => factTexts[language][yes ? 'yes' : 'no']

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
      return factTexts[language].frequency[value.frequency]
    case 'present':
      return factTexts[language].present
    case 'dga':
      return toDgaWords(value, language)
  }
}

const toDgaWords = (value: Extract<FactValue, { kind: 'dga' }>, language: Language): string => {
  if (!value.present) return yesNo(false, language)
  const number = factTexts[language].employeeNumber
  const people = value.people.map(({ name, employeeNumber }) => `${name}, ${number} ${employeeNumber}`)
  return [yesNo(true, language), ...people].join('; ')
}

/** What is to be said of a fact beside its value and verdict; empty when there is nothing. */
export const toFactDetail = ({ outcome, origin }: FactResult, language: Language): string => {
  switch (outcome.verdict) {
    case 'right':
    case 'given':
      return origin === null ? '' : factTexts[language].origin[origin]
    case 'missing':
    case 'left-out':
      return ''
    case 'wrong':
      return toProblemWords(outcome.problem, language)
    case 'unchecked': {
      const because = callTexts[language].verdict[outcome.because]
      return `${factTexts[language].notCompared}: ${toCallKey(outcome.call)}, ${because}`
    }
  }
}

const toProblemWords = (problem: FactProblem, language: Language): string => {
  const texts = factTexts[language]
  switch (problem.problem) {
    case 'form':
      return `${texts.expected}: ${problem.expected[language]}`
    case 'check-digit':
      return texts.checkDigit
    case 'text-differs':
      return toDifferenceWords(problem.difference, language)
    case 'differs':
      return fillText(texts.differs, {
        actual: isFrequency(problem.actual) ? texts.frequency[problem.actual] : problem.actual,
      })
    case 'not-found':
      return texts.notFound
    case 'other-person':
      return texts.otherPerson
    case 'tag-missing':
      return problem.tags.length === 0
        ? texts.noTags
        : fillText(texts.otherTags, { tags: problem.tags.join(', ') })
  }
}

const toDifferenceWords = ({ position, kind, given, actual }: TextDifference, language: Language): string => {
  const { difference, kind: kinds } = factTexts[language]
  return fillText(difference, {
    position: String(position),
    what: kinds[kind],
    given: given.name[language],
    actual: actual.name[language],
  })
}
