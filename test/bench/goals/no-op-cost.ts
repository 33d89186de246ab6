import type { Api } from '../company.js'
import type { JobEnd } from '../contender-process.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { toSpread, type Spread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'
import { alternate, withLinkedPeople } from './linked-people.js'

/** What differs between the transports. */
interface Transport {
  api: Api
  /** Against whom it is measured. */
  plain: string
  goals: { cpu: number; memory: number }
  /** Of the plain client's processor time. */
  cpuLimit: number
}

const overSoap: Transport = {
  api: 'soap',
  plain: 'plain soap client',
  goals: { cpu: 2, memory: 3 },
  cpuLimit: 0.5,
}
const overRest: Transport = {
  api: 'rest',
  plain: 'plain axios client',
  goals: { cpu: 15, memory: 16 },
  cpuLimit: 0.6,
}

const over = ({ api }: Transport): string => (api === 'rest' ? ' over REST' : '')

const spreadOf = (ends: readonly JobEnd[], valueOf: (end: JobEnd) => number): Spread =>
  toSpread(ends.map(valueOf))

const measureCpu = async (
  { compiled, sizes, tell }: GoalContext,
  transport: Transport,
): Promise<readonly Figure[]> => {
  const { api, plain: contender, goals, cpuLimit } = transport
  const { people, repeats } = sizes.cpu
  tell(`measuring the processor time of a no-op sync of ${showNumber(people)} people${over(transport)}`)
  const { remembered, ...ends } = await withLinkedPeople({ compiled, api, people }, async ({ runNoOp }) => ({
    ...(await alternate(
      repeats,
      () => runNoOp(),
      () => runNoOp({ through: 'plain' }),
    )),
    remembered: await runNoOp({ through: 'plain', remembered: true }),
  }))
  const ours = spreadOf(ends.one, ({ cost }) => cost.cpuMs)
  const plain = spreadOf(ends.other, ({ cost }) => cost.cpuMs)
  return [
    {
      goal: goals.cpu,
      judged: sizes.real,
      what: `processor time of a no-op sync of ${showNumber(people)} people${over(transport)}`,
      value: ours.median / plain.median,
      unit: ` of the same reads through the ${contender} and the same diff`,
      bound: 'at most',
      limit: cpuLimit,
      details: [
        `nmbrs-sync ${showSpread(ours, ' ms')}, ${contender} ${showSpread(plain, ' ms')}`,
        `with what nmbrs-sync remembers of people in whom nothing moved, the ${contender} takes ${showNumber(remembered.cost.cpuMs)} ms`,
        `${repeats} runs of each in turn; both read AlexisHR, map, compare and store with the same code`,
      ],
    },
  ]
}

const measureMemory = async (
  { compiled, sizes, tell }: GoalContext,
  transport: Transport,
): Promise<readonly Figure[]> => {
  const { api, plain: contender, goals } = transport
  const { people, repeats } = sizes.memory
  tell(
    `measuring the memory and the stalls of a no-op sync of ${showNumber(people)} people${over(transport)}`,
  )
  const ends = await withLinkedPeople({ compiled, api, people }, ({ runNoOp }) =>
    alternate(
      repeats,
      () => runNoOp({ watchStalls: true }),
      () => runNoOp({ through: 'plain', watchStalls: true }),
    ),
  )
  const ours = spreadOf(ends.one, ({ cost }) => cost.peakMegabytes)
  const plain = spreadOf(ends.other, ({ cost }) => cost.peakMegabytes)
  const stalls = spreadOf(ends.one, ({ cost }) => cost.longestStallMs)
  const plainStalls = spreadOf(ends.other, ({ cost }) => cost.longestStallMs)
  const common = { goal: goals.memory, judged: sizes.real, bound: 'at most' } as const
  const size = `a no-op sync of ${showNumber(people)} people${over(transport)}`
  return [
    {
      ...common,
      what: `peak memory of ${size}`,
      value: ours.median / plain.median,
      unit: ` of the ${contender}`,
      limit: 0.6,
      details: [`nmbrs-sync ${showSpread(ours, ' MB')}, ${contender} ${showSpread(plain, ' MB')}`],
    },
    {
      ...common,
      what: `peak memory of ${size}`,
      value: ours.max,
      unit: ' MB',
      limit: 400,
      details: ['the largest of the runs; the whole process, loaded programs included'],
    },
    {
      ...common,
      what: `longest stall of the event loop in ${size}`,
      value: stalls.median,
      unit: ' ms',
      limit: 150,
      details: [
        `nmbrs-sync ${showSpread(stalls, ' ms')}, ${contender} ${showSpread(plainStalls, ' ms')}`,
        'the longest stall of each run, and the median of those: a busy machine adds stalls of its own',
      ],
    },
  ]
}

const toGroups = (transport: Transport): { cpu: GoalGroup; memory: GoalGroup } => ({
  cpu: { goals: [transport.goals.cpu], measure: (context) => measureCpu(context, transport) },
  memory: { goals: [transport.goals.memory], measure: (context) => measureMemory(context, transport) },
})

export const { cpu: noOpCpu, memory: noOpMemory } = toGroups(overSoap)
export const { cpu: noOpCpuOverRest, memory: noOpMemoryOverRest } = toGroups(overRest)
