import type { Figure } from '../../figure.js'
import { showNumber } from '../../figure.js'
import { exportAll, toPaceFigures } from '../first-export.js'
import type { GoalContext, GoalGroup } from '../goal.js'

const measure = async ({ compiled, sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const figures: Figure[] = []
  for (const setting of sizes.restExports) {
    const { people, callsPerSecond, maxConcurrent, latencyMs } = setting
    const how = `over REST at ${latencyMs} ms, ${maxConcurrent} at once`
    tell(`exporting ${showNumber(people)} new people ${how}`)
    const { pace } = await exportAll(compiled, { api: 'rest', ...setting })
    figures.push(...toPaceFigures([pace], { goal: 17, how, callsPerSecond, judged: sizes.real }))
  }
  return figures
}

export const firstExportOverRest: GoalGroup = { goals: [17], measure }
