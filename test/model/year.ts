import { addDays, toCalendar } from '../../src/sandbox/people/calendar.js'
import { createRandom } from '../../src/sandbox/people/random.js'
import { checkRun, invariants, type Outcome } from './driver.js'
import { finalInvariants } from './invariants/convergence.js'
import { hrDeedsBetweenRuns } from './operations/hr.js'
import type { Deed } from './operations/operation.js'
import { operatorCommands } from './operations/operator.js'
import { payrollDeeds } from './operations/payroll.js'
import { drawByWeight, runCalmly, runDisturbed } from './operations/runs.js'
import { openPlay, type Play } from './play.js'

/** The twentieth of each month from November 2026: through a year of 53 weeks, both changes of the clocks and a new year. */
const daysOfYear: readonly string[] = Array.from({ length: 12 }, (_, month) => {
  const start = addDays('2026-11-01', Math.round(month * 30.44))
  return `${start.slice(0, 7)}-20`
})

/** A year of one employer: each month people come, marry, move and leave, and the connector runs, once in peace and once not. */
export const playYear = async (seed: number): Promise<Outcome> => {
  const random = createRandom(seed)
  const play = await openPlay(seed)
  const story: string[] = []
  const tell = (said: string | undefined): void => {
    if (said !== undefined) story.push(`${play.day} ${said}`)
  }
  try {
    tell(await runCalmly(play))
    for (const day of daysOfYear) {
      moveTo(play, day)
      for (let deed = 0; deed < 5; deed += 1)
        tell(drawByWeight<Deed>(hrDeedsBetweenRuns, random).run(play, random))
      tell(drawByWeight<Deed>(payrollDeeds, random).run(play, random))
      tell(await runDisturbed(play, random))
      const faults = await checkRun(play, invariants)
      if (faults.length > 0) return { story, faults }
      tell(await drawByWeight(operatorCommands, random).run(play, random))
    }
    for (let run = 0; run < 3; run += 1) tell(await runCalmly(play))
    return { story, faults: await checkRun(play, [...invariants, ...finalInvariants]) }
  } finally {
    await play.world.close()
  }
}

const moveTo = (play: Play, day: string): void => {
  if (day < play.day) return
  play.day = day
  play.registry.moveTo(day)
  play.world.moveTo(toCalendar(day).today)
}
