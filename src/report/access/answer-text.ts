import type { AccessRequest, Answer, AnswerEnd } from '../../access/access-book.js'
import { reasonCatalogue } from '../../access/reason-texts.js'
import type { AccessWork } from '../../access/work/action.js'
import type { WorkKind } from '../../access/work/order.js'
import type { AccessSubject } from '../../domain/ids.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import type { FindName } from '../people/find-name.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { withId } from './plan-text.js'
import { answerTexts } from './texts/answer-texts.js'
import { wordTexts } from './texts/word-texts.js'

const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** What became of an answer: for how many, and for whom. */
export const buildAnswerText = (
  { answered, passed }: AnswerEnd,
  answer: Answer,
  language: Language,
  findName: FindName,
): string => {
  const texts = answerTexts[language]
  const kinds = [...new Set(answered.map(({ kind }) => kind))].map((kind) => wordTexts[language].work[kind])
  const people = fillCount(answered.length, commonTexts[language].people)
  return toText([
    `${texts.answered[answer]}: ${people} (${kinds.join(', ')}):`,
    ...answered.map(({ subject }) => `  ${[findName(subject), subject].filter(Boolean).join('  ')}`),
    ...passed.map(({ subject, state }) =>
      texts.waitsForNone(subject, state === null ? texts.neverHandedOver : texts.state[state]),
    ),
    texts.next[answer],
  ])
}

export const toAnswerJson = ({ answered, passed }: AnswerEnd) => ({ answered, passed })

/** Which work may be done by someone's word, and when it is handed over. */
export const buildAcceptanceText = (
  works: readonly { subject: AccessSubject; kind: WorkKind }[],
  language: Language,
): string => {
  const texts = answerTexts[language]
  return toText([
    ...works.map(({ subject, kind }) => texts.mayBeDone(subject, wordTexts[language].work[kind])),
    texts.exactlyThis,
    texts.takeWordBack,
  ])
}

/** Something that was asked, and the work that the next hand-over makes of it. */
export interface AskedWork {
  request: Exclude<AccessRequest, { ask: 'acceptance' }>
  work: AccessWork
}

/** What was asked, what it waits for, and when it is handed over. */
export const buildAskedText = (asked: readonly AskedWork[], portal: string, language: Language): string => {
  const texts = answerTexts[language]
  const isHeld = asked.some(({ work }) => work.holds.length > 0)
  return toText([
    ...asked.flatMap((one) => toAskedLines(one, language)),
    isHeld ? texts.restIsHandedOver(portal) : texts.isHandedOver(portal),
    texts.takeBack(asked.map(({ request }) => request.subject).join(' ')),
  ])
}

const toAskedLines = ({ request, work }: AskedWork, language: Language): string[] => {
  const texts = answerTexts[language]
  const [hold] = work.holds
  const asked = `${texts.asked[request.ask]}: ${request.subject}.`
  if (hold === undefined) return [asked]
  const { message, remedy } = reasonCatalogue[language][hold]
  return [
    asked,
    `  ${texts.waits(message)}`,
    `  ${commonTexts[language].next(withId(remedy, request.subject))}`,
  ]
}

/** What was taken back. A list that may have arrived, named by its batch, is not taken back by a word. */
export const buildTakenBackText = (
  subject: AccessSubject,
  batch: string | null,
  language: Language,
): string => {
  const texts = answerTexts[language]
  return toText([texts.takenBack(subject), ...(batch === null ? [] : [texts.mayHaveArrived(batch, subject)])])
}
