import type { Figure } from '../figure.js'
import { runSoak, type SoakCounts } from '../soak/run-soak.js'
import type { SoakFlaws } from '../soak/check-end.js'
import { overRest, overSoap, type SoakTransport } from '../soak/transports.js'
import type { GoalContext, GoalGroup } from './goal.js'

const names: Readonly<Record<keyof SoakFlaws, string>> = {
  differences: 'fields in which Nmbrs is not what the mapped source says',
  employees: 'wrong numbers of employees',
  changes: 'changes that no run has made though nothing holds them',
  openIntents: 'writes of which nobody knows what became',
  audit: 'flaws of the audit chain',
  violations: 'requests that are not as the contract has them',
}

const measure = async (context: GoalContext): Promise<readonly Figure[]> => [
  ...(await measureOver(overSoap, context)),
  ...(await measureOver(overRest, context)),
]

const measureOver = async (
  transport: SoakTransport,
  { compiled, sizes, seed, tell }: GoalContext,
): Promise<readonly Figure[]> => {
  const { runs, people } = sizes.soak
  const { counts, flaws, held } = await runSoak({ compiled, transport, seed, runs, people, tell })
  // The keys of an object literal whose type is given.
  const kinds = Object.keys(names) as (keyof SoakFlaws)[]
  return kinds.map((kind) => ({
    goal: 9,
    what: `${names[kind]}, after ${runs} disturbed runs over ${transport.name}`,
    value: flaws[kind].length,
    unit: '',
    bound: 'at most',
    limit: 0,
    judged: true,
    details: [...(kind === 'differences' ? describe(counts, held, seed) : []), ...flaws[kind].slice(0, 10)],
  }))
}

const describe = (
  { kills, logins, faultsMet, edits, hires, writes, results }: SoakCounts,
  held: readonly string[],
  seed: number,
): string[] => [
  `seed ${seed}: ${edits} edits, ${hires} hires, ${faultsMet} faults met, ${kills} processes killed, ${logins} new logins, ${writes} writes`,
  `results: ${Object.entries(results)
    .map(([result, count]) => `${result} ${count}`)
    .join(', ')}`,
  ...held.map((text) => `held: ${text}`),
]

export const soak: GoalGroup = { goals: [9], measure }
