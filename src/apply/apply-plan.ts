import { toError } from '../domain/errors.js'
import type { Traffic } from '../http/traffic.js'
import type { Plan } from '../plan/build-plan.js'
import { sendsSomething, type PersonPlan } from '../plan/plan-person.js'
import { applyPerson, type ApplyContext } from './apply-person.js'
import { toBeginOrder } from './begin-order.js'
import type { Canary } from './canary/canary.js'

/**
 * How many of the people who are begun may have no call under way, beside one for every two who have: they
 * wait for the disk, for a look at the target, or to repeat a call. More of them, and something else than the
 * pace holds the run up; no one new is begun into that.
 */
const mostWithoutCall = 3

/**
 * Carries out the plans: people of each company in turn, each person's changes in order. Anyone who is begun
 * is completed, also after the run was asked to stop, and someone new is begun only when the pace would lie
 * idle otherwise. So few people are open at once: about as many as calls are under way at the set rate.
 * Reports every change once, the held ones included. Throws only for what is no one's fault in particular,
 * such as a state file that can no longer be written; then nothing new is started. With a canary a few people
 * go ahead of all others.
 */
export const applyPlans = async (
  plans: readonly Plan[],
  given: Omit<ApplyContext, 'canary'>,
  canary?: Canary,
): Promise<void> => {
  const context: ApplyContext = canary === undefined ? given : { ...given, canary }
  let failure: Error | undefined
  const begin = (people: readonly PersonPlan[], around: ApplyContext): Promise<void> =>
    beginAll(
      people,
      async (person) => {
        if (failure !== undefined) return
        try {
          await applyPerson(person, around)
        } catch (error) {
          failure ??= toError(error)
          context.stop(failure)
        }
      },
      around,
    )
  const { halfMade, others } = toBeginOrder(plans)
  const ahead = await canary?.goAhead([...halfMade, ...others], context, begin)
  const isLeft = (person: PersonPlan): boolean => ahead?.has(person) !== true
  await begin(halfMade.filter(isLeft), context)
  await begin(others.filter(isLeft), context)
  if (failure !== undefined) throw failure
}

/**
 * Begins the people in their order, each as soon as there is room, and resolves when all of them are through.
 */
const beginAll = async (
  people: readonly PersonPlan[],
  begin: (person: PersonPlan) => Promise<void>,
  context: ApplyContext,
): Promise<void> => {
  const open = new Set<Promise<void>>()
  for (const person of people) {
    if (sendsSomething(person)) await findRoom(open, context)
    const one: Promise<void> = begin(person).finally(() => open.delete(one))
    open.add(one)
  }
  await Promise.all(open)
}

/**
 * Resolves when someone new may be begun, and at once when the run is to stop: then people are only reported.
 */
const findRoom = async (
  open: ReadonlySet<Promise<void>>,
  { target: { traffic }, stopReason }: ApplyContext,
): Promise<void> => {
  while (stopReason() === undefined && !hasRoom(open.size, traffic))
    await Promise.race([...open, traffic.nextChange()])
}

const hasRoom = (open: number, traffic: Traffic): boolean =>
  open === 0 ||
  (traffic.waiting() === 0 && open - traffic.underWay() < mostWithoutCall + traffic.underWay() / 2)
