import { buildBatches } from '../../src/access/work/build-batches.js'
import { buildScreens } from '../../src/access/work/build-screens.js'
import type { AccessPlan } from '../../src/access/work/action.js'
import type { AccessPlanInput } from '../../src/access/input.js'
import { planAccess } from '../../src/access/plan-access.js'
import { toFirstInput, toLaterInput } from './access-world.js'
import { answerParent } from './child.js'
import { measure } from './measure.js'

/** What planning the logins of one company cost. */
export interface AccessEnd {
  cpuMs: number
  actions: number
  work: number
  batches: number
}

const plan = async (input: AccessPlanInput): Promise<{ plan: AccessPlan; end: AccessEnd }> => {
  const { result, cost } = await measure(
    () => {
      const made = planAccess(input)
      const batches = buildBatches(made, input.portal, input.policy, buildScreens(input, 'none'))
      return Promise.resolve({ made, batches })
    },
    { watchStalls: false },
  )
  const { made, batches } = result
  const work = made.actions.filter(({ kind }) => kind !== 'none').length
  return {
    plan: made,
    end: { cpuMs: cost.cpuMs, actions: made.actions.length, work, batches: batches.length },
  }
}

/** Plans for so many people: once when nobody has a login, and once when all of that is done. */
answerParent(async (question) => {
  const { people } = question as { people: number }
  const input = toFirstInput(people)
  const first = await plan(input)
  const later = await plan(toLaterInput(input, first.plan))
  return { first: first.end, later: later.end }
})
