import { join } from 'node:path'

import type { AccessEnd } from '../access-process.js'
import { startChild } from '../child.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { toSpread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'

interface Ends {
  first: AccessEnd
  later: AccessEnd
}

const planOnce = async (compiled: string, people: number): Promise<Ends> => {
  const child = startChild(join(compiled, 'test/bench/access-process.js'))
  try {
    return (await child.ask({ people })) as Ends
  } finally {
    await child.end()
  }
}

const measure = async ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const { people, repeats } = sizes.access
  tell(`planning the logins of ${showNumber(people)} people`)
  const ends: Ends[] = []
  for (let turn = 0; turn < repeats; turn += 1) ends.push(await planOnce(compiled, people))
  return [
    toFigure(
      'when nobody has a login',
      people,
      ends.map(({ first }) => first),
      sizes.real,
    ),
    toFigure(
      'when nearly everybody has one',
      people,
      ends.map(({ later }) => later),
      sizes.real,
    ),
  ]
}

const toFigure = (when: string, people: number, ends: readonly AccessEnd[], judged: boolean): Figure => {
  const [end] = ends
  if (end?.actions !== people || end.work === 0)
    throw new Error('the plan of logins is not what it should be')
  const spread = toSpread(ends.map(({ cpuMs }) => cpuMs / 1000))
  return {
    goal: 10,
    judged,
    what: `processor time to plan the logins of ${showNumber(people)} people ${when}`,
    value: spread.median,
    unit: ' s',
    bound: 'at most',
    limit: 1,
    details: [
      `${showSpread(spread, ' s', 2)}; ${showNumber(end.work)} pieces of work in ${showNumber(end.batches)} batches, in a process that has just begun`,
    ],
  }
}

export const accessPlan: GoalGroup = { goals: [10], measure }
