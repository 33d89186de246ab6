import { noBankSlice } from '../connection.js'
import type { JobEnd } from '../contender-process.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { toSpread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'
import { alternate, withLinkedPeople } from './linked-people.js'

/** The default of the configuration. */
const usualCallsPerSecond = 100

interface Work {
  /** Without the slice of bank accounts that is looked at in turn. */
  calls: number
  callsWithSlice: number
  ours: JobEnd[]
  naive: JobEnd[]
}

const measureWork = ({ compiled, sizes }: GoalContext): Promise<Work> => {
  const { people, repeats } = sizes.naive
  return withLinkedPeople({ compiled, people }, async ({ laboratory, runNoOp }) => {
    const { calls } = await runNoOp({ bankSlices: noBankSlice })
    const { one, other } = await alternate(
      repeats,
      () => runNoOp(),
      () => runNaive(laboratory, people),
    )
    return { calls, callsWithSlice: one[0]?.calls ?? 0, ours: one, naive: other }
  })
}

const runNaive = async (
  {
    remotes,
    runJob,
  }: Pick<Parameters<Parameters<typeof withLinkedPeople>[1]>[0]['laboratory'], 'remotes' | 'runJob'>,
  people: number,
): Promise<JobEnd> => {
  const end = await runJob({ kind: 'naive', remotes, people })
  if (end.people !== people) throw new Error(`the script compared ${end.people} of ${people} people`)
  if (end.changes !== 0) throw new Error(`the script found ${end.changes} differences`)
  return end
}

interface Waiting {
  /** A whole run of ours. */
  oursMs: number
  /** One call of the script. */
  naiveCallMs: number
}

const measureWaiting = ({ compiled, sizes }: GoalContext): Promise<Waiting> => {
  const { people, latencyMs, sample } = sizes.naive
  return withLinkedPeople({ compiled, people, latencyMs }, async ({ laboratory, runNoOp }) => {
    const ours = await runNoOp({ callsPerSecond: usualCallsPerSecond })
    const naive = await runNaive(laboratory, sample)
    return { oursMs: ours.cost.wallMs, naiveCallMs: naive.cost.wallMs / naive.calls }
  })
}

const measure = async (context: GoalContext): Promise<readonly Figure[]> => {
  const { sizes, tell } = context
  const { people, latencyMs, sample } = sizes.naive
  tell(`measuring against a script that reads ${showNumber(people)} people one by one`)
  const work = await measureWork(context)
  tell(`measuring the waiting at ${latencyMs} ms`)
  const waiting = await measureWaiting(context)
  const naiveCalls = work.naive[0]?.calls ?? 0
  const ours = toSpread(work.ours.map(({ cost }) => cost.cpuMs))
  const naive = toSpread(work.naive.map(({ cost }) => cost.cpuMs))
  const common = { goal: 6, judged: sizes.real, bound: 'at least' } as const
  return [
    {
      ...common,
      what: `calls that the script makes for each of ours, ${showNumber(people)} people`,
      value: naiveCalls / work.calls,
      unit: ' times fewer calls',
      limit: 500,
      details: [
        `the script ${showNumber(naiveCalls)} calls, nmbrs-sync ${showNumber(work.calls)} without the slice of bank accounts`,
        `with the slice, one account in thirty, ${showNumber(work.callsWithSlice)} calls: ${showNumber(naiveCalls / work.callsWithSlice)} times fewer`,
      ],
    },
    {
      ...common,
      what: `waiting of the script for a second of ours at ${latencyMs} ms, ${showNumber(people)} people`,
      value: (naiveCalls * waiting.naiveCallMs) / waiting.oursMs,
      unit: ' times less waiting',
      limit: 50,
      details: [
        `nmbrs-sync ${showNumber(waiting.oursMs / 1000, 1)} s, a whole run with its slice of bank accounts, measured`,
        `the script ${showNumber((naiveCalls * waiting.naiveCallMs) / 1000)} s: its ${showNumber(naiveCalls)} calls at the ${showNumber(waiting.naiveCallMs, 1)} ms each that its first ${sample} people took`,
      ],
    },
    {
      ...common,
      what: `processor time of the script for a second of ours, ${showNumber(people)} people`,
      value: naive.median / ours.median,
      unit: ' times less processor time',
      limit: 10,
      details: [
        `nmbrs-sync ${showSpread(ours, ' ms')}, the script ${showSpread(naive, ' ms')}`,
        'whole runs without latency; ours with its slice of bank accounts',
      ],
    },
  ]
}

export const againstNaiveScript: GoalGroup = { goals: [6], measure }
