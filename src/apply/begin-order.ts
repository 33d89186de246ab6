import type { Plan } from '../plan/build-plan.js'
import { hasOnlyCreation } from '../plan/only-creation.js'
import type { PersonPlan } from '../plan/plan-person.js'

/**
 * The people in the order in which they are begun, of each company in turn: first those whom an earlier run
 * created and did not complete, and only when those are through everyone else who is connected, and last
 * those who are to be created, so that a look at the target lies right before them.
 */
export const toBeginOrder = (plans: readonly Plan[]): { halfMade: PersonPlan[]; others: PersonPlan[] } => {
  const pick = (belongs: (person: PersonPlan) => boolean): PersonPlan[] => [
    ...inTurns(
      plans.map(({ people }) => people.filter((person) => person.changes.length > 0 && belongs(person))),
    ),
  ]
  const isConnected = (person: PersonPlan): boolean => !isHalfMade(person) && !isToBeCreated(person)
  return { halfMade: pick(isHalfMade), others: [...pick(isConnected), ...pick(isToBeCreated)] }
}

/** This program created the employee, and something of them was never filled in. */
const isHalfMade = ({ createdByUs, changes, baselines }: PersonPlan): boolean =>
  createdByUs &&
  changes.some(
    ({ change, decision }) =>
      decision === 'send' && change.kind === 'update' && hasOnlyCreation(baselines[change.section]),
  )

const isToBeCreated = ({ changes }: PersonPlan): boolean =>
  changes.some(({ change }) => change.kind === 'create')

/** One of each list after the other, until all are through: a short list does not wait for a long one. */
export function* inTurns<Item>(lists: readonly (readonly Item[])[]): Generator<Item> {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  for (let turn = 0; turn < longest; turn += 1) {
    for (const list of lists) {
      yield* list.slice(turn, turn + 1)
    }
  }
}
