import type { Actor } from './actor.js'
import type { RunId } from '../ids.js'

/** Who does something, and in which run: what each entry of the audit record says besides what was done. */
export interface Act {
  actor: Actor
  /** `null` for what someone does outside a run, such as an order by hand. */
  runId: RunId | null
}

/** What someone does outside a run. */
export const byHand = (actor: Actor): Act => ({ actor, runId: null })
