import type { Language } from '../../domain/language/language.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { HandOver } from '../../access/work/delivery-payload.js'
import { rebuildHandOver } from './delivery/hand-over.js'
import type { PlannedPortal } from './plan-logins.js'

/** Handed-over work of one portal that waits for an answer. */
export interface OpenWork {
  /**
   * Built again of what is known of the people now, under the names it was handed over with; the oldest
   * first.
   */
  handOvers: readonly HandOver[]
  /** Whose work cannot be shown again as it was, because the person or the policy changed since. */
  changed: readonly AccessSubject[]
}

/** Builds the work of one portal that waits for an answer once more. */
export const readOpenWork = async (
  connection: string,
  planned: PlannedPortal,
  readers: { language?: Language; timeZone?: string } = {},
): Promise<OpenWork> => {
  const { book, config, input } = planned
  const handOvers: HandOver[] = []
  const changed: AccessSubject[] = []
  for (const unanswered of await book.readUnanswered()) {
    const deps = { connection, others: config.othersOnScreen, ...readers }
    const built = rebuildHandOver(deps, input, unanswered)
    if (built !== undefined) handOvers.push(built)
    const subjects = unanswered.places.map(({ subject }) => subject)
    changed.push(...subjects.filter((subject) => built?.people.has(subject) !== true))
  }
  return { handOvers, changed }
}
