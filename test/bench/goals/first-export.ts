import { noBankSlice } from '../connection.js'
import type { Api } from '../company.js'
import type { JobEnd } from '../contender-process.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { withLaboratory } from '../laboratory.js'
import type { Arrival } from '../remotes.js'
import { mostWithin, toSpread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'

/** How evenly and how fast the calls of one export came in. */
export interface Pace {
  /** Calls a second from the first write to the last, as part of the set rate. */
  part: number
  /** The most calls in any second, all calls of the run counted. */
  busiestSecond: number
  /** From the first creation to the last call. */
  seconds: number
  calls: number
}

interface Export {
  end: JobEnd
  pace: Pace
  cpuPerCallMs: number
}

/** How an export goes. */
export interface ExportSetting {
  api: Api
  people: number
  callsPerSecond: number
  /** Calls under way at once, over REST. */
  maxConcurrent?: number
  latencyMs: number
}

/** With which a creation begins. */
const creations = { soap: 'Employee_Insert', rest: 'createEmployee' } as const

const toPace = (arrivals: readonly Arrival[], { api, callsPerSecond }: ExportSetting): Pace => {
  const moments = arrivals.map(({ at }) => at)
  const written = fromFirstCreation(arrivals, api)
  const [first, last] = [written.at(0), written.at(-1)]
  if (first === undefined || last === undefined) throw new Error('nothing was exported')
  const perSecond = ((written.length - 1) / (last.at - first.at)) * 1000
  return {
    part: perSecond / callsPerSecond,
    busiestSecond: mostWithin(moments, 1000),
    seconds: (last.at - first.at) / 1000,
    calls: written.length,
  }
}

/** Everybody is new: the product exports them all, at the set rate. */
export const exportAll = (compiled: string, setting: ExportSetting): Promise<Export> => {
  const { api, people, callsPerSecond, maxConcurrent, latencyMs } = setting
  return withLaboratory(compiled, { people, mix: 'all-new', latencyMs }, async (laboratory) => {
    const end = await laboratory.runJob({
      kind: 'sync',
      api,
      through: 'product',
      remotes: laboratory.remotes,
      folder: laboratory.makeFolder(),
      callsPerSecond,
      ...(maxConcurrent === undefined ? {} : { maxConcurrent }),
      bankSlices: noBankSlice,
      watchStalls: false,
    })
    if (end.changes === 0 || end.applied !== end.changes) {
      throw new Error(
        `${end.applied} of ${end.changes} changes were applied, others ${end.otherEnds.join(', ')}`,
      )
    }
    const { arrivals, violations } = await laboratory.readSeen()
    if (violations > 0) throw new Error(`${violations} requests were not as the remote describes them`)
    const calls = fromFirstCreation(arrivals, api).length
    return { end, pace: toPace(arrivals, setting), cpuPerCallMs: end.applyCpuMs / calls }
  })
}

const fromFirstCreation = (arrivals: readonly Arrival[], api: Api): readonly Arrival[] =>
  arrivals.slice(arrivals.findIndex(({ operation }) => operation === creations[api]))

/** The same calls through the plain client, at the same pace. */
const exportBare = ({ compiled, sizes }: GoalContext, latencyMs: number): Promise<number> => {
  const { people, callsPerSecond } = sizes.firstExport
  return withLaboratory(compiled, { people: 1, mix: 'all-new', latencyMs }, async ({ remotes, runJob }) => {
    const end = await runJob({ kind: 'bare-export', remotes, people, callsPerSecond })
    return end.cost.cpuMs / end.calls
  })
}

const measure = async (context: GoalContext): Promise<readonly Figure[]> => {
  const { compiled, sizes, tell } = context
  const { people, repeats, callsPerSecond, latenciesMs } = sizes.firstExport
  const figures: Figure[] = []
  const [ours, bare]: [number[], number[]] = [[], []]
  for (const latencyMs of latenciesMs) {
    const paces: Pace[] = []
    for (let turn = 0; turn < repeats; turn += 1) {
      tell(`exporting ${showNumber(people)} new people at ${latencyMs} ms`)
      const { pace, cpuPerCallMs } = await exportAll(compiled, {
        api: 'soap',
        people,
        callsPerSecond,
        latencyMs,
      })
      paces.push(pace)
      if (latencyMs !== latenciesMs[0]) continue
      ours.push(cpuPerCallMs)
      tell('making the same calls through the plain soap client')
      bare.push(await exportBare(context, latencyMs))
    }
    figures.push(
      ...toPaceFigures(paces, {
        goal: 4,
        how: `at ${latencyMs} ms`,
        callsPerSecond,
        judged: sizes.real,
      }),
    )
  }
  return [...figures, toCpuFigure(ours, bare, sizes.real)]
}

interface PaceGoal {
  goal: number
  /** `at 50 ms`. */
  how: string
  callsPerSecond: number
  judged: boolean
}

export const toPaceFigures = (
  paces: readonly Pace[],
  { goal, how, callsPerSecond, judged }: PaceGoal,
): Figure[] => {
  const parts = toSpread(paces.map(({ part }) => part))
  return [
    {
      goal,
      judged,
      what: `pace of a first export ${how}`,
      value: parts.median,
      unit: ` of the ${callsPerSecond} calls a second that are set`,
      bound: 'at least',
      limit: 0.9,
      details: [
        `from the first creation to the last call, ${showSpread(parts, '', 3)}`,
        `${showSpread(toSpread(paces.map(({ seconds }) => seconds)), ' s', 1)}, ${showSpread(toSpread(paces.map(({ calls }) => calls)), ' calls', 0)}`,
      ],
    },
    {
      goal,
      judged: true,
      what: `busiest second of a first export ${how}`,
      value: Math.max(...paces.map(({ busiestSecond }) => busiestSecond)),
      unit: ' calls',
      bound: 'at most',
      limit: callsPerSecond,
      details: ['any second, wherever it begins, counted where the calls arrive'],
    },
  ]
}

const toCpuFigure = (ours: readonly number[], bare: readonly number[], judged: boolean): Figure => {
  const [own, other] = [toSpread(ours), toSpread(bare)]
  return {
    goal: 5,
    judged,
    what: 'processor time per call of a first export, with all that goes with a write',
    value: own.median / other.median,
    unit: ' of a bare soap call',
    bound: 'at most',
    limit: 1.5,
    details: [
      `nmbrs-sync ${showSpread(own, ' ms', 2)}, bare soap ${showSpread(other, ' ms', 2)}`,
      'the same calls at the same even pace; ours with the queue, the journal, the guard and the comparing',
    ],
  }
}

export const firstExport: GoalGroup = { goals: [4, 5], measure }
