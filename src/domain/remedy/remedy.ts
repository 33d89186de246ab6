import type { Action } from './action.js'
import { readActions } from './read-actions.js'

/** What to do about something: in words, and as the commands that these words name. */
export interface Remedy {
  text: string
  /** In the order of the text; none where the next step is not one of this program. */
  actions: readonly Action[]
}

/**
 * A remedy as it was said, now or in an earlier run: state and documents have the English text. `text` is the
 * same in the language of the reader.
 */
export const toRemedy = (english: string, text = english): Remedy => ({ text, actions: readActions(english) })
