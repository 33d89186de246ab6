import type { RunSettings } from '../../src/run/settings.js'
import { toCalendar } from '../../src/sandbox/people/invent/calendar.js'
import { createRandom } from '../../src/sandbox/people/invent/random.js'
import { checkRun, invariants, type Outcome } from './driver.js'
import { finalInvariants } from './invariants/convergence.js'
import { hrDeedsBetweenRuns } from './operations/hr.js'
import type { Deed } from './operations/operation.js'
import { operatorCommands } from './operations/operator.js'
import { payrollDeeds } from './operations/payroll.js'
import { drawByWeight, runCalmly, runDisturbed } from './operations/runs.js'
import { employmentDeeds, leavings, returns } from './operations/service.js'
import { openPlay, type Play } from './play.js'

/**
 * The twentieth of each month from November 2026: through a year of 53 weeks, both changes of the clocks and
 * a new year.
 */
const daysOfYear: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, 10 + month, 20)).toISOString().slice(0, 10),
)

/**
 * A year of one employer: each month people come, marry, move and leave, and the connector runs, once in
 * peace and once not.
 */
export const playYear = async (seed: number, ours: Partial<RunSettings> = {}): Promise<Outcome> => {
  const random = createRandom(seed)
  const play = await openPlay(seed, ours)
  const story: string[] = []
  const tell = (said: string | undefined): void => {
    if (said !== undefined) story.push(`${play.day} ${said}`)
  }
  try {
    tell(await runCalmly(play))
    for (const [month, day] of daysOfYear.entries()) {
      moveTo(play, day)
      tell(drawByWeight(month % 2 === 0 ? leavings : returns, random).run(play, random))
      tell(drawByWeight(employmentDeeds, random).run(play, random))
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
