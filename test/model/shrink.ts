import { playHistory, type Outcome, type Step } from './driver.js'

/** Leaves out what is not needed for the same invariant to fail, in a few dozen tries at most. */
export const shrinkHistory = async (
  seed: number,
  steps: readonly Step[],
  failed: Outcome,
  { open = [], tries = 40 }: { open?: readonly string[]; tries?: number } = {},
): Promise<Outcome> => {
  const rule = ruleOf(failed)
  let [best, shortest, left] = [failed, steps, tries]
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < shortest.length && left > 0;) {
      left -= 1
      const fewer = [...shortest.slice(0, from), ...shortest.slice(from + size)]
      const outcome = await playHistory(seed, fewer, open)
      if (ruleOf(outcome) === rule) [best, shortest] = [outcome, fewer]
      else from += size
    }
  }
  return best
}

const ruleOf = ({ faults }: Outcome): string | undefined => faults[0]?.split(':')[0]
