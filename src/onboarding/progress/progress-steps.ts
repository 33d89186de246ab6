import { fillText } from '../../domain/language/fill.js'
import { toDateWords } from '../../domain/language/format.js'
import { joinSentences } from '../../domain/language/join-sentences.js'
import type { Language } from '../../domain/language/language.js'
import { toWording, type Wording } from '../../domain/language/catalogue.js'
import type { ConsumerStanding } from './standing.js'
import { progressTexts } from './progress-texts.js'
import type { StepEnd } from '../profile/profile.js'

/**
 * Where the application is recorded; `undefined`: nowhere, because the account comes from the environment.
 */
export interface RecordPlace {
  connection: string
  companyId: string
}

/** Whether a step that is done by handing in, or by the consumer's message, is done. */
export const isReached = (standing: ConsumerStanding | undefined, end: StepEnd): boolean =>
  standing !== undefined && (end === 'sent' ? standing.stage !== 'not-sent' : standing.exchangeOn !== null)

/** The command that records a milestone. */
export const toRecordCommand = (
  word: 'sent' | 'confirmed' | 'exchange',
  profile: string,
  { connection, companyId }: RecordPlace,
): string => {
  const day = word === 'exchange' ? ' --on DATE' : word === 'confirmed' ? ' --first-exchange DATE' : ''
  return `nmbrs-sync onboarding ${word} ${profile} --connection ${connection} --company ${companyId}${day}`
}

/**
 * A step of a consumer with how to record that it is done, and whom to ask when nothing is heard for long.
 */
export const withRecord = (
  text: Wording,
  end: StepEnd,
  { standing, place }: { standing: ConsumerStanding | undefined; place: RecordPlace | undefined },
): Wording => {
  if (standing === undefined || place === undefined) return text
  const say = (language: Language): string => {
    const texts = progressTexts[language]
    const { consumer, waiting } = standing
    const overdue =
      standing.isOverdue && waiting !== null && end === 'exchange'
        ? fillText(texts.overdue, { consumer, day: toDateWords(waiting.since, language) })
        : ''
    return joinSentences(text[language], overdue, toThen(end, standing, place, language))
  }
  return toWording(say)
}

const toThen = (end: StepEnd, standing: ConsumerStanding, place: RecordPlace, language: Language): string => {
  const texts = progressTexts[language]
  const command = (word: 'sent' | 'confirmed' | 'exchange'): string =>
    toRecordCommand(word, standing.profile, place)
  if (end === 'sent') return fillText(texts.thenSent, { command: command('sent') })
  if (standing.stage === 'not-sent') return ''
  return standing.confirmedOn === null
    ? fillText(texts.thenConfirmed, { command: command('confirmed') })
    : fillText(texts.thenExchange, { command: command('exchange') })
}
