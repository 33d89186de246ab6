import type { Ground } from '../ground.js'
import type { Outcome } from '../outcome.js'

/** Tries some of the unknowns. What it does not give an outcome for could not be tried. */
export interface Trial {
  /** Rows of the Nmbrs REST contract, section 15. */
  rows: readonly number[]
  run: (ground: Ground) => Promise<Partial<Record<number, Outcome>>>
}

export const notShown = (ms: number): string =>
  `what was written did not show within ${Math.ceil(ms / 1000)} s, so nothing can be said`
