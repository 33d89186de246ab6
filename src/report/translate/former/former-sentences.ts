import type { Wording } from '../../../domain/language/catalogue.js'
import { formerPeopleSentences } from './people-sentences.js'
import { formerRunSentences } from './run-sentences.js'

/**
 * English sentences of earlier versions, each with what is said instead. Reports of runs in the state file
 * still have them: they are shown in the words of today, so that an old run is not half in English. A
 * sentence that changes its wording is added here when a run can have kept it.
 */
const formerSentences = [...formerPeopleSentences, ...formerRunSentences]

/** Earlier sentences in the languages of what is said now. `known`: everything that is said now. */
export const toFormerWordings = (known: readonly Wording[]): readonly Wording[] => {
  const byEnglish = new Map(known.map((wording) => [wording.en, wording]))
  return formerSentences.flatMap(([former, now]) => {
    const wording = byEnglish.get(now)
    return wording === undefined ? [] : [{ ...wording, en: former }]
  })
}

/** For the test that each of them still has its sentence of today. */
export const formerCount = formerSentences.length
