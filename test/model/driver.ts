import { createRandom } from '../../src/sandbox/people/invent/random.js'
import { accountInvariants } from './invariants/account.js'
import { finalInvariants } from './invariants/convergence.js'
import { identityInvariants, noteCreated } from './invariants/identity.js'
import type { Invariant } from './invariants/invariant.js'
import { moneyInvariants } from './invariants/money.js'
import { payrollInvariants } from './invariants/payroll.js'
import { plausibleInvariants } from './invariants/plausible.js'
import { scopeInvariants } from './invariants/scope.js'
import { serviceInvariants } from './invariants/service.js'
import { worklistInvariants } from './invariants/worklist.js'
import { hrDeedsBetweenRuns } from './operations/hr.js'
import type { Deed } from './operations/operation.js'
import { operatorCommands } from './operations/operator.js'
import { payrollDeeds } from './operations/payroll.js'
import { drawByWeight, runCalmly, runDisturbed } from './operations/runs.js'
import { openPlay, type Play } from './play.js'

/** One step of a history: who acts, and the seed of everything that is drawn in it. */
export interface Step {
  who: 'HR' | 'payroll' | 'operator' | 'run'
  seed: number
}

/** What a history came to: what was done, and where an invariant did not hold. */
export interface Outcome {
  story: readonly string[]
  faults: readonly string[]
}

/** What is true after every run. */
export const invariants: readonly Invariant[] = [
  ...identityInvariants,
  ...moneyInvariants,
  ...payrollInvariants,
  ...accountInvariants,
  ...scopeInvariants,
  ...worklistInvariants,
  ...serviceInvariants,
  ...plausibleInvariants,
]

/** Every history begins with a run in peace and ends with four. */
export const drawHistory = (seed: number, length = 30): readonly Step[] => {
  const random = createRandom(seed)
  return Array.from({ length }, () => ({
    who: random.pick(['HR', 'HR', 'payroll', 'operator', 'run', 'run'] as const),
    seed: random.int(0x7fffffff),
  }))
}

/**
 * Plays a history up to the first run after which an invariant does not hold. `open` names invariants that
 * are not asked for.
 */
export const playHistory = async (
  seed: number,
  steps: readonly Step[],
  open: readonly string[] = [],
): Promise<Outcome> => {
  const play = await openPlay(seed)
  const story: string[] = []
  const check = (all: readonly Invariant[]): Promise<string[]> =>
    checkRun(
      play,
      all.filter(({ name }) => !open.includes(name)),
    )
  try {
    story.push(await runCalmly(play))
    for (const step of steps) {
      const said = await act(play, step)
      if (said === undefined) continue
      story.push(said)
      const faults = step.who === 'run' ? await check(invariants) : []
      if (faults.length > 0) return { story, faults }
    }
    for (let run = 0; run < 4; run += 1) {
      story.push(await runCalmly(play))
      const faults = await check(invariants)
      if (faults.length > 0) return { story, faults }
    }
    return { story, faults: await check(finalInvariants) }
  } finally {
    await play.world.close()
  }
}

/** Where the given invariants do not hold after the last run. */
export const checkRun = async (play: Play, which: readonly Invariant[]): Promise<string[]> => {
  const { lastRun } = play
  if (lastRun === undefined) return []
  noteCreated(play, lastRun)
  const found = await Promise.all(
    which.map(async ({ name, check }) => (await check(play, lastRun)).map((text) => `${name}: ${text}`)),
  )
  return found.flat()
}

const act = (play: Play, { who, seed }: Step): Promise<string | undefined> => {
  const random = createRandom(seed)
  switch (who) {
    case 'HR':
      return Promise.resolve(drawByWeight<Deed>(hrDeedsBetweenRuns, random).run(play, random))
    case 'payroll':
      return Promise.resolve(drawByWeight<Deed>(payrollDeeds, random).run(play, random))
    case 'operator':
      return drawByWeight(operatorCommands, random).run(play, random)
    case 'run':
      return runDisturbed(play, random)
  }
}
