import { drawHistory, playHistory, type Outcome } from '../../model/driver.js'
import { shrinkHistory } from '../../model/shrink.js'
import type { Figure } from '../figure.js'
import type { GoalContext, GoalGroup } from './goal.js'

/** A history in which an invariant did not hold, shrunk, and how to play it again. */
const describe = (seed: number, { story, faults }: Outcome): string[] => [
  ...faults.slice(0, 3),
  `again: npm run bench -- --model --seeds 1 --seed ${seed}`,
  ...story.map((line) => `  ${line}`),
]

const measure = async ({ sizes, seed, tell }: GoalContext): Promise<readonly Figure[]> => {
  const details: string[] = []
  let broken = 0
  for (let each = seed; each < seed + sizes.model.seeds; each += 1) {
    if ((each - seed) % 10 === 0) tell(`histories: ${each - seed + 1} of ${sizes.model.seeds}, seed ${each}`)
    const steps = drawHistory(each)
    const outcome = await playHistory(each, steps)
    if (outcome.faults.length === 0) continue
    broken += 1
    tell(`seed ${each} failed: ${outcome.faults[0] ?? ''}`)
    // A few histories say enough; shrinking takes longer than playing.
    if (broken <= 3) details.push(...describe(each, await shrinkHistory(each, steps, outcome)))
  }
  return [
    {
      goal: 11,
      what: `random histories in which an invariant did not hold, of ${sizes.model.seeds} from seed ${seed}`,
      value: broken,
      unit: '',
      bound: 'at most',
      limit: 0,
      judged: true,
      details,
    },
  ]
}

export const model: GoalGroup = { goals: [11], measure }
