import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'

import { withCompiled } from './compile.js'
import { isMet, type Figure } from './figure.js'
import { accessPlan } from './goals/access-plan.js'
import { firstExport } from './goals/first-export.js'
import type { GoalGroup } from './goals/goal.js'
import { handOvers } from './goals/hand-overs.js'
import { model } from './goals/model.js'
import { againstNaiveScript } from './goals/naive-script.js'
import { noOpCpu, noOpCpuOverRest, noOpMemory, noOpMemoryOverRest } from './goals/no-op-cost.js'
import { numberOfCalls } from './goals/number-of-calls.js'
import { firstExportOverRest } from './goals/rest/first-export.js'
import { numberOfCallsOverRest } from './goals/rest/number-of-calls.js'
import { safetyCost } from './goals/safety-cost.js'
import { soak } from './goals/soak.js'
import { start } from './goals/start.js'
import { stateSize } from './goals/state-size.js'
import { allMet, showFigures } from './show-figures.js'
import { quickSizes, realSizes, type Sizes } from './sizes.js'

const groups: readonly GoalGroup[] = [
  numberOfCalls,
  noOpCpu,
  noOpMemory,
  firstExport,
  againstNaiveScript,
  stateSize,
  safetyCost,
  soak,
  accessPlan,
  model,
  handOvers,
  start,
  numberOfCallsOverRest,
  noOpCpuOverRest,
  noOpMemoryOverRest,
  firstExportOverRest,
]

const usage = `npm run bench -- [--quick] [--json] [--goal N]... [--soak] [--model] [--access] [--seeds N] [--seed N]

Measures the performance goals against fakes of AlexisHR and Nmbrs on this machine. Ten to fifteen minutes; test/bench/README.md explains it.
  --quick    small sizes, a minute: shows that everything runs, judges only what does not depend on size
  --json     one JSON document instead of text
  --goal N   only this goal (and what is measured in the same runs); may be given several times
  --soak     only the soak: many runs with faults and kills, and a look at what they leave (goal 9)
  --model    only the random histories against a model of who is who (goal 11)
  --access   only the random histories of hand-overs of logins (goal 13)
  --seeds N  how many of either
  --seed N   what happens in the soak and in the first history of each kind; it is printed, and the same one makes the same happen again
`

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      goal: { type: 'string', multiple: true, default: [] },
      soak: { type: 'boolean', default: false },
      model: { type: 'boolean', default: false },
      access: { type: 'boolean', default: false },
      seeds: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const wanted = [
    ...values.goal.map(Number),
    ...(values.soak ? soak.goals : []),
    ...(values.model ? model.goals : []),
    ...(values.access ? handOvers.goals : []),
  ]
  const seed = toWholeNumber('--seed', values.seed)
  const usual = values.quick ? quickSizes : realSizes
  const sizes = values.seeds === undefined ? usual : withSeeds(usual, toWholeNumber('--seeds', values.seeds))
  const chosen = groups.filter(
    ({ goals }) => wanted.length === 0 || goals.some((goal) => wanted.includes(goal)),
  )
  if (chosen.length === 0) throw new Error(`there is no such goal\n\n${usage}`)
  const figures = await measureAll(chosen, sizes, seed)
  process.stdout.write(values.json ? `${toJson(figures, values.quick)}\n` : `${toText(figures)}\n`)
  return allMet(figures) ? 0 : 1
}

const withSeeds = (sizes: Sizes, seeds: number): Sizes => ({
  ...sizes,
  model: { seeds },
  handOvers: { seeds },
})

const toWholeNumber = (flag: string, text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${flag} takes a whole number\n\n${usage}`)
  return value
}

const measureAll = (chosen: readonly GoalGroup[], sizes: Sizes, seed: number): Promise<readonly Figure[]> =>
  withCompiled(async (compiled) => {
    const tell = (message: string): void => {
      process.stderr.write(`${message}\n`)
    }
    const figures: Figure[] = []
    for (const { measure } of chosen) {
      figures.push(...(await measure({ compiled, sizes, seed, tell })))
    }
    return figures
  })

const toText = (figures: readonly Figure[]): string => {
  const { cores, processor, node } = describeMachine()
  return `\n${showFigures(figures)}\n\n${processor}, ${cores} cores, Node ${node}. Ratios count; the other figures are of this machine.`
}

const toJson = (figures: readonly Figure[], quick: boolean): string =>
  JSON.stringify(
    {
      machine: describeMachine(),
      quick,
      met: allMet(figures),
      figures: figures.map((figure) => ({ ...figure, met: figure.judged ? isMet(figure) : null })),
    },
    undefined,
    2,
  )

const describeMachine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown processor',
  node: process.versions.node,
})

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 2
})
