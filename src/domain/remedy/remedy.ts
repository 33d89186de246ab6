import type { Action } from './action.js'
import { readActions } from './read-actions.js'

/** What to do about something: in words, and as the commands that these words name. */
export interface Remedy {
  text: string
  /** In the order of the text; none where the next step is not one of this program. */
  actions: readonly Action[]
}

/** A remedy as it was said, now or in an earlier run: state and documents have the English text. */
export const toRemedy = (english: string): Remedy => ({ text: english, actions: readActions(english) })

/** What to do, as documents have it. Both keys are there also when nothing is known to do. */
export const toRemedyKeys = (
  english: string | null | undefined,
): { remedy: string | null; actions: readonly Action[] } => ({
  remedy: english ?? null,
  actions: readActions(english ?? ''),
})
