import type { SectionBaseline } from '../../domain/baseline.js'
import type { UpdateChange } from '../../domain/change.js'
import type { HoldReason } from '../../domain/hold/hold.js'
import type { Values } from '../../domain/values.js'
import type { ReasonRules } from '../checks/hold-question.js'
import type { PersonPlan } from '../plan-person.js'
import { mergeBaseline } from '../sections/section-plan.js'

/**
 * Whether turning a change down settles it: payroll's values stand then, and no one is asked until the source
 * says something else.
 */
export const isSettledByRejection = (reasons: readonly HoldReason[]): boolean =>
  reasons.includes('identity-first-contact')

/**
 * What is settled without a write, with a change in it that someone turned down: what the source says, and
 * that payroll's value stands.
 */
export const settleRejected = (
  person: PersonPlan,
  { section, subject, fields, before, after }: UpdateChange,
  { policyOf, digest }: Pick<ReasonRules, 'policyOf' | 'digest'>,
): PersonPlan['settled'] => {
  const known = person.settled.find((one) => one.section === section)?.baseline ?? person.baselines[section]
  const agreed = fields.map((field) => {
    const digestOf = (values: Values): string =>
      digest(subject, field, policyOf(section, field).normalise(values[field] ?? ''))
    return { field, agreed: { sent: digestOf(after), seen: digestOf(before) } }
  })
  const baseline: SectionBaseline = mergeBaseline(known, agreed, undefined)
  return [...person.settled.filter((one) => one.section !== section), { section, baseline }]
}
