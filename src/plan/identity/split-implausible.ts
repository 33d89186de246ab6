import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import { isBirthDateImplausible } from '../../domain/date/plausible-dates.js'
import type { FieldName } from '../../domain/sections.js'
import { pickValues } from '../../domain/values.js'
import { findFieldReason } from '../checks/plausibility/find-reasons.js'
import type { PersonContext, PlanRules, SectionPlan } from '../sections/section-plan.js'

/**
 * Puts names and a birth date that are no one's into a change of their own, so that the rest of personal info
 * need not wait with them.
 */
export const splitImplausible = (
  plan: SectionPlan,
  context: PersonContext,
  rules: Pick<PlanRules, 'today'>,
): SectionPlan => {
  if (plan.changes.length === 0) return plan
  return { ...plan, changes: plan.changes.flatMap((planned) => split(planned, context, rules)) }
}

const split = (
  planned: PlannedChange,
  context: PersonContext,
  rules: Pick<PlanRules, 'today'>,
): PlannedChange[] => {
  if (planned.change.kind === 'create') return [planned]
  const change = withHireDate(planned.change, context, rules)
  const odd = change.fields.filter((field) => findFieldReason(field, change, rules) !== undefined)
  if (odd.length === 0) return [planned]
  // A prefix is part of the name.
  const apart = change.fields.filter(
    (field) => odd.includes(field) || (field === 'Prefix' && odd.includes('LastName')),
  )
  const rest = change.fields.filter((field) => !apart.includes(field))
  // What waits for another reason waits whole.
  if (planned.decision !== 'send' || rest.length === 0) return [{ ...planned, change }]
  return [
    { ...planned, change: pickFields(planned.change, rest) },
    { ...planned, change: pickFields(change, apart) },
  ]
}

const pickFields = (change: UpdateChange, fields: readonly FieldName[]): UpdateChange => ({
  ...change,
  before: pickValues(change.before, fields),
  after: pickValues(change.after, fields),
  fields,
})

/** The start of the employment stands in the change where the birth date is not plausible beside it. */
const withHireDate = (
  change: UpdateChange,
  { person, target }: PersonContext,
  { today }: Pick<PlanRules, 'today'>,
): UpdateChange => {
  const birthDate = change.fields.includes('Birthday') ? change.after.Birthday : undefined
  const hiredOn = person.sections.employment?.InitialStartDate ?? filled(target?.employment?.InitialStartDate)
  if (birthDate === undefined || birthDate === '' || hiredOn === undefined) return change
  return isBirthDateImplausible(birthDate, hiredOn, today) ? { ...change, hiredOn } : change
}

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
