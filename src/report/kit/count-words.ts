import { countOutcomes, outcomes, type ChangeReport } from '../../domain/change.js'
import type { CallCounts, PeopleCounts } from '../../domain/run.js'
import { outcomeWords } from './words.js'

/** `1 person`, `2 people` */
export const countOf = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

/** Where everybody stands, in one sentence. */
export const toPeopleSentence = (people: PeopleCounts): string => {
  const parts = [
    `${people.linked} connected`,
    `${people.notConnected} not connected`,
    ...(people.ignored === 0 ? [] : [`${people.ignored} left out`]),
  ]
  const blocked = people.blocked === 0 ? '' : `; ${people.blocked} blocked by a missing required field`
  return `${countOf(people.read, 'person', 'people')} read, ${people.inScope} in scope: ${parts.join(', ')}${blocked}.`
}

/** How many changes had which outcome; the empty text when there were none. */
export const toChangesSentence = (changes: readonly ChangeReport[]): string => {
  if (changes.length === 0) return ''
  const counts = countOutcomes(changes)
  const parts = outcomes.flatMap((outcome) =>
    counts[outcome] === 0 ? [] : [`${counts[outcome]} ${outcomeWords[outcome]}`],
  )
  return `${countOf(changes.length, 'change', 'changes')}: ${parts.join(', ')}.`
}

/** How many calls went out. */
export const toCallsSentence = ({ alexis, nmbrs }: CallCounts): string =>
  `${countOf(alexis, 'call', 'calls')} to AlexisHR, ${nmbrs.total} to Nmbrs.`
