import type { Figure } from '../figure.js'
import type { Sizes } from '../sizes.js'

export interface GoalContext {
  /** The folder of the compiled benchmark. */
  compiled: string
  sizes: Sizes
  /** What the same happens again with. */
  seed: number
  /** Says what is being done, for the person who waits. */
  tell: (message: string) => void
}

/** Measures one goal, or several that come from the same runs. */
export interface GoalGroup {
  goals: readonly number[]
  measure: (context: GoalContext) => Promise<readonly Figure[]>
}
