import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import type { PayrollTask } from '../../domain/pay/payroll-task.js'
import type { TaskWord } from '../../run/worklist/answer-work.js'
import type { Language } from '../../domain/language/language.js'
import type { FindName } from '../kit/person-label.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toSectionLabel } from '../../domain/language/section-texts.js'
import { toReasonWords } from '../kit/words.js'
import { worklistAnswerTexts } from './worklist-answer-texts.js'

interface Shown {
  language: Language
  findName: FindName
}

/** By name and id, where the name is known. */
const toWho = (subject: string, findName: FindName): string => {
  const name = findName(subject) ?? ''
  return name === '' ? subject : `${name}, ${subject}`
}

/** What a word about payroll's work took off the list, or put back on it. */
export const buildAnswerText = (
  tasks: readonly PayrollTask[],
  word: TaskWord,
  left: readonly PayrollTask[],
  { language, findName }: Shown,
): string => {
  const texts = worklistAnswerTexts[language]
  if (tasks.length === 0) return `${texts.nothingWaits}\n`
  const lines = tasks.map(({ subject, targetId, code }) =>
    texts[word](toWho(subject, findName), targetId, toReasonWords(code, language)),
  )
  return `${[...lines, texts.left(left.length)].join('\n')}\n`
}

/** The document of `worklist done --json`: ids and codes. */
export const toAnswerJson = (
  connection: string,
  tasks: readonly PayrollTask[],
  word: TaskWord,
  left: readonly PayrollTask[],
): object => ({
  connection,
  answered: tasks.map(({ subject, companyId, targetId, code }) => ({
    subject,
    companyId,
    targetId,
    reason: code,
    state: word,
  })),
  open: left.length,
})

export const buildRetryText = (refusals: readonly Refusal[], { language, findName }: Shown): string => {
  const lines = refusals.map(({ subject, section }) =>
    worklistAnswerTexts[language].retried(toWho(subject, findName), toSectionLabel(section, language)),
  )
  const asked = [...new Set(refusals.map(({ subject }) => `--employee ${subject}`))]
  const next = commonTexts[language].next(`nmbrs-sync sync ${asked.join(' ')}`)
  return `${[...lines, next].join('\n')}\n`
}

/** The document of `worklist retry --json`: ids and codes. */
export const toRetryJson = (connection: string, refusals: readonly Refusal[]): object => ({
  connection,
  retried: refusals.map(({ subject, companyId, section, code }) => ({
    subject,
    companyId,
    section,
    refusal: code,
  })),
})
