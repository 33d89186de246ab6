import type { JobEnd } from '../contender-process.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { toSpread, type Spread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'
import { alternate, withLinkedPeople } from './linked-people.js'

const spreadOf = (ends: readonly JobEnd[], valueOf: (end: JobEnd) => number): Spread =>
  toSpread(ends.map(valueOf))

const measureCpu = async ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const { people, repeats } = sizes.cpu
  tell(`measuring the processor time of a no-op sync of ${showNumber(people)} people`)
  const ends = await withLinkedPeople({ compiled, people }, ({ runNoOp }) =>
    alternate(
      repeats,
      () => runNoOp(),
      () => runNoOp({ through: 'plain' }),
    ),
  )
  const ours = spreadOf(ends.one, ({ cost }) => cost.cpuMs)
  const plain = spreadOf(ends.other, ({ cost }) => cost.cpuMs)
  return [
    {
      goal: 2,
      judged: sizes.real,
      what: `processor time of a no-op sync of ${showNumber(people)} people`,
      value: ours.median / plain.median,
      unit: ' of the same reads through the plain soap client and the same diff',
      bound: 'at most',
      limit: 0.5,
      details: [
        `nmbrs-sync ${showSpread(ours, ' ms')}, plain soap client ${showSpread(plain, ' ms')}`,
        `${repeats} runs of each in turn; both read AlexisHR, map, compare and store with the same code`,
      ],
    },
  ]
}

const measureMemory = async ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const { people, repeats } = sizes.memory
  tell(`measuring the memory and the stalls of a no-op sync of ${showNumber(people)} people`)
  const ends = await withLinkedPeople({ compiled, people }, ({ runNoOp }) =>
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
  const common = { goal: 3, judged: sizes.real, bound: 'at most' } as const
  const size = `a no-op sync of ${showNumber(people)} people`
  return [
    {
      ...common,
      what: `peak memory of ${size}`,
      value: ours.median / plain.median,
      unit: ' of the plain soap client',
      limit: 0.6,
      details: [`nmbrs-sync ${showSpread(ours, ' MB')}, plain soap client ${showSpread(plain, ' MB')}`],
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
        `nmbrs-sync ${showSpread(stalls, ' ms')}, plain soap client ${showSpread(plainStalls, ' ms')}`,
        'the longest stall of each run, and the median of those: a busy machine adds stalls of its own',
      ],
    },
  ]
}

export const noOpCpu: GoalGroup = { goals: [2], measure: measureCpu }
export const noOpMemory: GoalGroup = { goals: [3], measure: measureMemory }
