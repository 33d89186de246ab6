import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toReasonWords } from '../kit/words.js'
import type { NamedSubject } from '../people/person-view.js'
import type { AnswerView, RetryView } from './answer-view.js'
import { worklistAnswerTexts } from './worklist-answer-texts.js'

/** By name and id, where the name is known. */
const toWho = ({ subject, name }: NamedSubject): string =>
  name === undefined ? subject : `${name}, ${subject}`

/** What a word about payroll's work took off the list, or put back on it. */
export const buildAnswerText = ({ answered, word, open }: AnswerView, language: Language): string => {
  const texts = worklistAnswerTexts[language]
  if (answered.length === 0) return `${texts.nothingWaits}\n`
  const lines = answered.map(({ person, targetId, code }) =>
    texts[word](toWho(person), targetId, toReasonWords(code, language)),
  )
  return `${[...lines, texts.left(open)].join('\n')}\n`
}

/** The document of `worklist done --json`: ids and codes. */
export const toAnswerJson = ({ connection, answered, word, open }: AnswerView): object => ({
  connection,
  answered: answered.map(({ person, companyId, targetId, code }) => ({
    subject: person.subject,
    companyId,
    targetId,
    reason: code,
    state: word,
  })),
  open,
})

export const buildRetryText = ({ retried, next }: RetryView, language: Language): string => {
  const lines = retried.map(({ person, section }) =>
    worklistAnswerTexts[language].retried(toWho(person), toSectionLabel(section, language)),
  )
  return `${[...lines, commonTexts[language].next(next.text)].join('\n')}\n`
}

/** The document of `worklist retry --json`: ids and codes. */
export const toRetryJson = ({ connection, retried }: RetryView): object => ({
  connection,
  retried: retried.map(({ person, companyId, section, code }) => ({
    subject: person.subject,
    companyId,
    section,
    refusal: code,
  })),
})
