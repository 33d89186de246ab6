import { playHandOvers } from '../../access/hand-over/history/play.js'
import type { Figure } from '../figure.js'
import type { GoalContext, GoalGroup } from './goal.js'

const measure = async ({ sizes, seed, tell }: GoalContext): Promise<readonly Figure[]> => {
  const { seeds } = sizes.handOvers
  const details: string[] = []
  let broken = 0
  for (let each = seed; each < seed + seeds; each += 1) {
    if ((each - seed) % 50 === 0) tell(`hand-overs: ${each - seed + 1} of ${seeds}, seed ${each}`)
    const faults = await playHandOvers(each)
    if (faults.length === 0) continue
    broken += 1
    if (broken <= 3)
      details.push(...faults.slice(0, 4), `again: npm run bench -- --goal 13 --seeds 1 --seed ${each}`)
  }
  return [
    {
      goal: 13,
      what: `random histories of hand-overs in which something was that must never be, of ${seeds} from seed ${seed}`,
      value: broken,
      unit: '',
      bound: 'at most',
      limit: 0,
      judged: true,
      details,
    },
  ]
}

export const handOvers: GoalGroup = { goals: [13], measure }
