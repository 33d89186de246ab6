import PQueue from 'p-queue'

import { toError } from '../domain/errors.js'
import type { Plan } from '../plan/build-plan.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { applyPerson, type ApplyContext } from './apply-person.js'
import { inTurns } from './in-turns.js'

/**
 * How many people are written at the same time. The pace of the calls is set by the target; this only has to be enough to keep that
 * pace busy at slow answers, since one person's calls go one after the other.
 */
const peopleAtOnce = 96

/**
 * Carries out the plans: several people at a time, of each company in turn, each person's changes in order. Reports every change once, the
 * held ones included. Throws only for what is nobody's fault in particular, such as a state file that can no longer be written; then nothing
 * new is started.
 */
export const applyPlans = async (plans: readonly Plan[], context: ApplyContext): Promise<void> => {
  const queue = new PQueue({ concurrency: peopleAtOnce })
  let failure: Error | undefined
  const guarded = async (person: PersonPlan): Promise<void> => {
    if (failure !== undefined) return
    try {
      await applyPerson(person, context)
    } catch (error) {
      failure ??= toError(error)
      context.stop(failure)
    }
  }
  const withChanges = plans.map(({ people }) => people.filter(({ changes }) => changes.length > 0))
  for (const person of inTurns(withChanges)) void queue.add(() => guarded(person))
  await queue.onIdle()
  if (failure !== undefined) throw failure
}
