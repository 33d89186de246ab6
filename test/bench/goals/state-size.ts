import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { usualBankSlices } from '../connection.js'
import { showNumber, type Figure } from '../figure.js'
import { withLaboratory } from '../laboratory.js'
import type { GoalContext, GoalGroup } from './goal.js'

/**
 * Everybody is exported, then so many runs find nothing to do: how much the state file holds for each person
 * after either.
 */
const measure = ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const { people, noOpRuns, callsPerSecond } = sizes.stateSize
  return withLaboratory(
    compiled,
    { people, mix: 'all-new', latencyMs: 0 },
    async ({ remotes, makeFolder, runJob }) => {
      const folder = makeFolder()
      const sync = () =>
        runJob({
          kind: 'sync',
          api: 'soap',
          through: 'product',
          remotes,
          folder,
          callsPerSecond,
          bankSlices: usualBankSlices,
          watchStalls: false,
        })
      tell(`exporting ${showNumber(people)} new people to see what the state holds of them`)
      const { changes, applied } = await sync()
      if (changes === 0 || applied !== changes)
        throw new Error(`${applied} of ${changes} changes were applied`)
      const exported = sizeOf(folder)
      for (let run = 1; run <= noOpRuns; run += 1) {
        if (run % 10 === 1) tell(`no-op run ${run} of ${noOpRuns}`)
        const { changes: more } = await sync()
        if (more > 0) throw new Error(`${more} changes in a run that should have had none`)
      }
      const later = sizeOf(folder)
      return [
        toFigure(`after a first export of ${showNumber(people)}`, exported / people, 5120, sizes.real, [
          `${showNumber(exported / 1024 / 1024, 1)} MB in all: links, baselines, outcomes and audit of ${showNumber(changes)} writes`,
        ]),
        toFigure(`added by ${noOpRuns} no-op runs`, (later - exported) / people, 512, sizes.real, [
          `${showNumber(later / 1024 / 1024, 1)} MB in all`,
        ]),
      ]
    },
  )
}

/** The closed state file, with whatever SQLite keeps beside it. */
const sizeOf = (folder: string): number =>
  readdirSync(folder)
    .filter((name) => name.startsWith('state.db'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

const toFigure = (
  when: string,
  value: number,
  limit: number,
  judged: boolean,
  details: readonly string[],
): Figure => ({
  goal: 7,
  judged,
  what: `state file per person, ${when}`,
  value: Math.round(value),
  unit: ' bytes',
  bound: 'at most',
  limit,
  details,
})

export const stateSize: GoalGroup = { goals: [7], measure }
