import type { Answer, AnswerEnd } from '../../access/access-book.js'
import { workWords } from './words.js'
import { countOf } from '../kit/count-words.js'

const answerWords: Readonly<Record<Answer, string>> = {
  confirmed: 'Confirmed',
  'deletion-confirmed': 'Noted that the old login is gone',
  refused: 'Refused',
}

const nextWords: Readonly<Record<Answer, string>> = {
  confirmed: 'What is known of the logins: nmbrs-sync access status',
  'deletion-confirmed': 'When the new login is there: nmbrs-sync access confirm',
  refused: 'It is not handed over again by itself. To ask for it again: nmbrs-sync access request ID',
}

/** What became of an answer: for how many, and for whom. */
export const buildAnswerText = ({ answered, passed }: AnswerEnd, answer: Answer): string => {
  const kinds = [...new Set(answered.map(({ kind }) => kind))].map((kind) => workWords[kind])
  const lines = [
    `${answerWords[answer]}: ${countOf(answered.length, 'person', 'people')} (${kinds.join(', ')}):`,
    ...answered.map(({ subject }) => `  ${subject}`),
    ...passed.map(
      ({ subject, state }) => `Waits for no answer: ${subject} (${state ?? 'nothing was ever handed over'}).`,
    ),
    nextWords[answer],
  ]
  return `${lines.join('\n')}\n`
}

export const toAnswerJson = ({ answered, passed }: AnswerEnd) => ({ answered, passed })
