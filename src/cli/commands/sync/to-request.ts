import { toPlanRequest, type PlanFile, type PlanWish } from '../../../app/run/plan-file.js'
import type { LookUpDeps } from '../../../run/people/read-people.js'
import type { Io } from '../../io.js'
import { lookUp } from '../../people/look-up.js'

/**
 * What a plan is made for, with the ids of the people who were named. A saved plan keeps these. Throws as
 * `lookUp`.
 */
export const toRequest = async (io: Io, wish: PlanWish, deps: LookUpDeps): Promise<PlanFile['options']> =>
  toPlanRequest(
    wish.employee === undefined ? wish : { ...wish, employee: [...(await lookUp(io, deps, wish.employee))] },
  )
