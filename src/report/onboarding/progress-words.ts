import { fillCount } from '../../domain/language/count.js'
import { fillText } from '../../domain/language/fill.js'
import { joinSentences } from '../../domain/language/join-sentences.js'
import { toDateWords } from '../../domain/language/format.js'
import type { Language } from '../../domain/language/language.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import type { ConsumerStanding } from '../../onboarding/progress/standing.js'

/**
 * How far an application is, in the order in which it happened: `sent in on 3 November 2026; no message yet
 * ... for 5 days`.
 */
export const toProgressWords = (standing: ConsumerStanding, language: Language): string => {
  const lines = toProgressLines(standing, language)
  // That a consumer is to be asked is a sentence of its own.
  return standing.isOverdue
    ? joinSentences(lines.slice(0, -1).join('; '), lines.at(-1) ?? '')
    : lines.join('; ')
}

/** The same, one piece a line. */
export const toProgressLines = (standing: ConsumerStanding, language: Language): readonly string[] => {
  const texts = progressTexts[language]
  const { sentOn, confirmedOn } = standing
  const on = (text: string, day: string | null): string[] =>
    day === null ? [] : [fillText(text, { day: toDateWords(day, language) })]
  const parts = [
    ...on(texts.sentOn, sentOn),
    ...on(texts.confirmedOn, confirmedOn),
    ...toExchangeWords(standing, language),
    ...toWaitingWords(standing, language),
  ]
  return parts.length === 0 ? [texts.notSent] : parts
}

const toExchangeWords = (
  { stage, exchangeOn, checkedOn }: ConsumerStanding,
  language: Language,
): string[] => {
  if (exchangeOn === null) return []
  const texts = progressTexts[language]
  const day = toDateWords(exchangeOn, language)
  const checked =
    checkedOn === null ? [] : [fillText(texts.checkedOn, { day: toDateWords(checkedOn, language) })]
  if (stage === 'exchange-today') return [texts.exchangeToday, ...checked]
  return [fillText(stage === 'exchanged' ? texts.exchangedOn : texts.exchangeOn, { day }), ...checked]
}

const toWaitingWords = ({ waiting, isOverdue, consumer }: ConsumerStanding, language: Language): string[] => {
  if (waiting === null) return []
  const texts = progressTexts[language]
  const awaited = texts.waiting[waiting.for]
  return [
    waiting.days === 0 ? awaited : `${awaited} ${fillCount(waiting.days, texts.since)}`,
    isOverdue
      ? fillText(texts.overdue, { consumer, day: toDateWords(waiting.since, language) })
      : fillText(texts.reminderOn, { day: toDateWords(waiting.remindOn, language) }),
  ]
}
