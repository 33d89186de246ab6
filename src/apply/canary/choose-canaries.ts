import { toCanaryKind, type CanaryKind } from '../../domain/run/canary.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { PersonPlan } from '../../plan/plan-person.js'

/** The kinds of write that are planned for a person and may go. */
export const kindsOf = ({ changes }: PersonPlan): readonly CanaryKind[] => {
  const isNew = changes.some(({ change }) => change.kind === 'create')
  return changes
    .filter(({ decision }) => decision === 'send')
    .map(({ change }) => toCanaryKind(change, isNew))
}

/**
 * The fewest people, in their order, who have `wanted` people of each kind among them, as far as there are so
 * many. One person may stand for several kinds. Those of `passedOver` are not chosen: what is wrong with them
 * is known, and says nothing of the others.
 */
export const chooseCanaries = (
  people: readonly PersonPlan[],
  wanted: ReadonlyMap<CanaryKind, number>,
  passedOver: ReadonlySet<SourceEmployeeId>,
): readonly PersonPlan[] => {
  const missing = new Map(wanted)
  return people.filter((person) => {
    if (passedOver.has(person.subject)) return false
    const kinds = [...new Set(kindsOf(person))]
    if (!kinds.some((kind) => (missing.get(kind) ?? 0) > 0)) return false
    for (const kind of kinds) missing.set(kind, (missing.get(kind) ?? 0) - 1)
    return true
  })
}
