import { noBankSlice } from '../connection.js'
import type { JobEnd } from '../contender-process.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import type { Laboratory } from '../laboratory.js'
import { toSpread, type Spread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'
import { alternate, withLinkedPeople } from './linked-people.js'

/** The default of the configuration. */
const usualCallsPerSecond = 100

/** What the script would cost for everybody. */
interface ScriptCost {
  calls: number
  wallMs: number
  cpuMs: number
}

interface Measured {
  /** Calls of ours without the slice of bank accounts that is looked at in turn. */
  callsWithoutSlice: number
  ours: JobEnd[]
  script: ScriptCost[]
}

const measureBoth = ({ compiled, sizes }: GoalContext): Promise<Measured> => {
  const { people, latencyMs, repeats, samples } = sizes.naive
  return withLinkedPeople({ compiled, people, latencyMs }, async ({ laboratory, runNoOp }) => {
    const { calls } = await runNoOp({ callsPerSecond: usualCallsPerSecond, bankSlices: noBankSlice })
    const { one, other } = await alternate(
      repeats,
      () => runNoOp({ callsPerSecond: usualCallsPerSecond }),
      async () => {
        const small = await runScript(laboratory, samples.small)
        return extend(small, await runScript(laboratory, samples.large), people)
      },
    )
    return { callsWithoutSlice: calls, ours: one, script: other }
  })
}

const runScript = async ({ remotes, runJob }: Laboratory, people: number): Promise<JobEnd> => {
  const end = await runJob({ kind: 'naive', remotes, people })
  if (end.people !== people) throw new Error(`the script compared ${end.people} of ${people} people`)
  if (end.changes !== 0) throw new Error(`the script found ${end.changes} differences`)
  return end
}

/**
 * From the script's cost for some people to its cost for all: it treats them one after the other and all
 * alike, so what the larger sample took more than the smaller one is the price of the people in between.
 */
const extend = (small: JobEnd, large: JobEnd, people: number): ScriptCost => {
  const steps = (people - large.people) / (large.people - small.people)
  const at = (valueOf: (end: JobEnd) => number): number =>
    valueOf(large) + steps * (valueOf(large) - valueOf(small))
  return {
    calls: at(({ calls }) => calls),
    wallMs: at(({ cost }) => cost.wallMs),
    cpuMs: at(({ cost }) => cost.cpuMs),
  }
}

const measure = async (context: GoalContext): Promise<readonly Figure[]> => {
  const { people, latencyMs } = context.sizes.naive
  context.tell(
    `measuring against a script that reads ${showNumber(people)} people one by one at ${latencyMs} ms`,
  )
  const { callsWithoutSlice, ours, script } = await measureBoth(context)
  return [
    toCallsFigure(context, callsWithoutSlice, ours[0]?.calls ?? 0, script[0]?.calls ?? 0),
    toTimesFigure(context, {
      what: 'waiting',
      limit: 50,
      ours: toSpread(ours.map(({ cost }) => cost.wallMs / 1000)),
      script: toSpread(script.map(({ wallMs }) => wallMs / 1000)),
    }),
    toTimesFigure(context, {
      what: 'processor time',
      limit: 10,
      ours: toSpread(ours.map(({ cost }) => cost.cpuMs / 1000)),
      script: toSpread(script.map(({ cpuMs }) => cpuMs / 1000)),
    }),
  ]
}

const toCallsFigure = (
  { sizes }: GoalContext,
  withoutSlice: number,
  withSlice: number,
  script: number,
): Figure => ({
  goal: 6,
  judged: sizes.real,
  what: `calls of the script for each of ours, ${showNumber(sizes.naive.people)} people`,
  value: script / withoutSlice,
  unit: ' times fewer calls',
  bound: 'at least',
  limit: 500,
  details: [
    `the script ${showNumber(script)} calls, nmbrs-sync ${showNumber(withoutSlice)} without the slice of bank accounts`,
    `with the slice, one account in thirty, ${showNumber(withSlice)} calls: ${showNumber(script / withSlice)} times fewer`,
  ],
})

interface Times {
  what: string
  limit: number
  /** Seconds. */
  ours: Spread
  script: Spread
}

const toTimesFigure = ({ sizes }: GoalContext, { what, limit, ours, script }: Times): Figure => {
  const { people, latencyMs, samples } = sizes.naive
  return {
    goal: 6,
    judged: sizes.real,
    what: `${what} of the script for each second of ours, ${showNumber(people)} people at ${latencyMs} ms`,
    value: script.median / ours.median,
    unit: ` times less ${what}`,
    bound: 'at least',
    limit,
    details: [
      `nmbrs-sync ${showSpread(ours, ' s', 1)}, a whole run with its slice of bank accounts`,
      `the script ${showSpread(script, ' s', 1)}, from what people ${samples.small + 1} to ${samples.large} took`,
    ],
  }
}

export const againstNaiveScript: GoalGroup = { goals: [6], measure }
