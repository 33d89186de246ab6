import { noBankSlice } from '../connection.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { withLaboratory } from '../laboratory.js'
import { toSpread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'

/**
 * Processor time of a first export from the finished plan on; `unjournaled` writes without putting anything
 * on record.
 */
const exportAll = ({ compiled, sizes }: GoalContext, unjournaled: boolean): Promise<number> => {
  const { people, callsPerSecond } = sizes.safetyCost
  return withLaboratory(compiled, { people, mix: 'all-new', latencyMs: 0 }, async (laboratory) => {
    const { changes, applied, applyCpuMs } = await laboratory.runJob({
      kind: 'sync',
      api: 'soap',
      through: 'product',
      remotes: laboratory.remotes,
      folder: laboratory.makeFolder(),
      callsPerSecond,
      bankSlices: noBankSlice,
      watchStalls: false,
      unjournaled,
    })
    if (changes === 0 || applied !== changes) throw new Error(`${applied} of ${changes} changes were applied`)
    return applyCpuMs
  })
}

const measure = async (context: GoalContext): Promise<readonly Figure[]> => {
  const { sizes, tell } = context
  const { people, repeats } = sizes.safetyCost
  const [safe, bare]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < repeats; turn += 1) {
    tell(`exporting ${showNumber(people)} new people with and without a record of it`)
    safe.push(await exportAll(context, false))
    bare.push(await exportAll(context, true))
  }
  const [own, other] = [toSpread(safe), toSpread(bare)]
  return [
    {
      goal: 8,
      judged: sizes.real,
      what: 'processor time of the safety layer, as a part of a first export',
      value: Math.max(0, 1 - other.median / own.median),
      unit: ' of the writing',
      bound: 'at most',
      limit: 0.3,
      details: [
        `with intents, outcomes, links, baselines and audit on disk ${showSpread(own, ' ms')}, without any ${showSpread(other, ' ms')}`,
      ],
    },
  ]
}

export const safetyCost: GoalGroup = { goals: [8], measure }
