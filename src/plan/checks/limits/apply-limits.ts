import type { PlannedChange } from '../../../domain/change.js'
import type { FindingCode } from '../../../domain/finding.js'
import type { Allowances, LimitedKind, Thresholds } from '../../../domain/threshold.js'
import type { Plan } from '../../build-plan.js'
import { holdWithCreation } from '../../holds/hold-with-creation.js'
import type { PersonPlan } from '../../plan-person.js'
import { countChanges, isLimited, kindOf, type IsExempt } from './count-changes.js'
import { findExceeded, type Exceeded } from './find-exceeded.js'

export interface LimitInput {
  /** The plans of all companies of the connection: limits are per connection. */
  plans: readonly Plan[]
  /** Connected people, new links included. */
  linked: number
  thresholds: Thresholds
  allow: Allowances
  isExempt: IsExempt
}

/**
 * Holds every kind of change that goes over its limit, whole, and leaves the other kinds as they are. The
 * plans come back in their order, each with the same people.
 */
export const applyLimits = ({
  plans,
  linked,
  thresholds,
  allow,
  isExempt,
}: LimitInput): { plans: readonly Plan[]; exceeded: readonly Exceeded[] } => {
  const counts = countChanges(
    plans.flatMap(({ people }) => people),
    isExempt,
  )
  const exceeded = findExceeded(counts, linked, thresholds, allow)
  if (exceeded.length === 0) return { plans, exceeded }
  const reasons = new Map(exceeded.map((one) => [one.kind, toReason(one)]))
  const held = plans.map((plan) => ({
    ...plan,
    people: plan.people.map((person) => holdKinds(person, reasons, isExempt)),
  }))
  return { plans: held, exceeded }
}

/** What is said of a change that a limit holds. */
const toReason = ({ field }: Exceeded): Extract<FindingCode, 'threshold-exceeded' | 'same-field-changed'> =>
  field === undefined ? 'threshold-exceeded' : 'same-field-changed'

const holdKinds = (
  person: PersonPlan,
  reasons: ReadonlyMap<LimitedKind, FindingCode>,
  isExempt: IsExempt,
): PersonPlan => {
  const hold = (planned: PlannedChange): PlannedChange => {
    const reason = reasons.get(kindOf(person, planned))
    if (reason === undefined || !isLimited(planned, isExempt)) return planned
    return { change: planned.change, decision: 'hold', reason }
  }
  return { ...person, changes: holdWithCreation(person.changes.map(hold)) }
}
