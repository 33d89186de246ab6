import { countOutcomes, outcomes, type ChangeReport, type Outcome } from '../../domain/change.js'
import type { CallCounts, PeopleCounts } from '../../domain/run/run.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from './texts/common-texts.js'

/** `1 person`, `2 people` */
export const countOf = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** Where everyone stands, in one sentence. */
export const toPeopleSentence = (people: PeopleCounts, language: Language): string => {
  const texts = commonTexts[language]
  const parts = [
    texts.connected(people.linked),
    texts.notConnected(people.notConnected),
    ...(people.ignored === 0 ? [] : [texts.leftOut(people.ignored)]),
  ]
  const blocked = people.blocked === 0 ? '' : `; ${texts.blocked(people.blocked)}`
  const read = texts.inScope(fillCount(people.read, texts.people), people.inScope)
  return `${read}: ${parts.join(', ')}${blocked}.`
}

/** How many changes had which outcome; the empty text when there were none. */
export const toChangesSentence = (changes: readonly ChangeReport[], language: Language): string =>
  toOutcomesSentence(countOutcomes(changes), language)

/** The same of changes that were counted. */
export const toOutcomesSentence = (counts: Readonly<Record<Outcome, number>>, language: Language): string => {
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  if (all === 0) return ''
  const texts = commonTexts[language]
  const parts = outcomes.flatMap((outcome) =>
    counts[outcome] === 0 ? [] : [`${counts[outcome]} ${texts.outcome[outcome]}`],
  )
  return `${fillCount(all, texts.changes)}: ${parts.join(', ')}.`
}

/** How many calls went out. */
export const toCallsSentence = ({ alexis, nmbrs }: CallCounts, language: Language): string => {
  const { calls, callsTo } = commonTexts[language]
  return callsTo(fillCount(alexis, calls), nmbrs.total)
}
