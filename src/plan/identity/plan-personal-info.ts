import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import type { FieldName } from '../../domain/sections.js'
import { fieldsIn, pickValues, type Values } from '../../domain/values.js'
import { tellFinding, toFinding } from '../../domain/findings/to-finding.js'
import { planFields } from '../sections/plan-fields.js'
import {
  mergeBaseline,
  toUpdate,
  type FieldDecision,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'
import { identityFields, isIdentityField } from './compare-identity.js'
import { findIdentityReasons, type IdentityReason } from './find-identity-reasons.js'
import { splitImplausible } from './split-implausible.js'

/**
 * Plans personal info: field by field, except that names and birth date are judged together. What of them
 * waits, or stays payroll's, is all that would be written, so that no record is half of one person and half
 * of another.
 */
export const planPersonalInfo = (context: PersonContext, rules: PlanRules): SectionPlan =>
  context.targetId === null
    ? planFields(context, 'personalInfo', rules)
    : splitImplausible(judgeIdentity(context, rules), context, rules)

const judgeIdentity = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const plan = planFields(context, 'personalInfo', rules)
  const fields = findOpen(plan)
  if (fields.length === 0) return plan
  const [reason] = findReasons(context, fields, rules)
  if (reason === undefined) return plan
  if (reason === 'identity-first-contact' && rules.identityFirstContact === 'keep')
    return keepIdentity(plan, context, fields, rules)
  return holdIdentity(plan, context, fields, reason)
}

/**
 * The identity fields that would be written. A last name that cannot be for its prefix still says who someone
 * is.
 */
const findOpen = ({ changes }: SectionPlan): FieldName[] =>
  changes
    .flatMap((planned) => (isOpen(planned) || isApart(planned) ? fieldsOf(planned) : []))
    .filter(isIdentityField)

const fieldsOf = ({ change }: PlannedChange): readonly FieldName[] =>
  change.kind === 'create' ? [] : change.fields

const isOpen = (planned: PlannedChange): boolean =>
  planned.decision === 'send' || (planned.decision === 'hold' && planned.reason === 'conflict')

const isApart = (planned: PlannedChange): boolean =>
  planned.decision === 'hold' && planned.reason === 'name-prefix-separate'

const findReasons = (
  context: PersonContext,
  fields: readonly FieldName[],
  rules: PlanRules,
): IdentityReason[] => {
  const { person, baselines, linkedByRule, seenIdentity } = context
  const desired = person.sections.personalInfo ?? {}
  // A last name in one line takes the place of a prefix that payroll keeps apart from it.
  const line = fields.includes('LastName') && desired.Prefix === undefined ? { Prefix: '' } : {}
  return findIdentityReasons(
    {
      subject: person.sourceId,
      before: actualOf(context),
      after: { ...pickValues(desired, fields), ...line },
      baseline: baselines.personalInfo,
      linkedByRule,
      seenIdentity,
    },
    rules,
  )
}

const actualOf = ({ target }: PersonContext): Values => target?.personalInfo ?? {}

/** One change with all of it, bound to everything that says who payroll's employee is. */
const holdIdentity = (
  plan: SectionPlan,
  context: PersonContext,
  open: readonly FieldName[],
  reason: IdentityReason,
): SectionPlan => {
  const waiting = plan.changes.filter(isOpen).flatMap(fieldsOf).filter(isIdentityField).sort()
  if (waiting.length === 0) return plan
  const rest = withoutFields(plan, waiting, open)
  const change = toUpdate(context, 'personalInfo', {
    before: pickValues(actualOf(context), identityFields),
    after: pickValues(context.person.sections.personalInfo ?? {}, waiting),
    fields: waiting,
  })
  return {
    ...rest,
    changes: [...rest.changes, { decision: 'hold', reason, change }],
    findings: [...rest.findings, toFinding(reason, context.person.sourceId, 'personalInfo')],
    decisions: decideOn(plan, waiting, (one) => ({ ...one, verdict: 'held', reason })),
  }
}

/** Payroll's values are taken as agreed on, so that no one is asked until the source says something else. */
const keepIdentity = (
  plan: SectionPlan,
  context: PersonContext,
  open: readonly FieldName[],
  { policyOf, digest }: PlanRules,
): SectionPlan => {
  const { person, baselines } = context
  const rest = withoutFields(plan, open, open)
  const agreed = open.map((field) => {
    const { normalise } = policyOf('personalInfo', field)
    const digestOf = (values: Values): string =>
      digest(person.sourceId, field, normalise(values[field] ?? ''))
    return {
      field,
      agreed: { sent: digestOf(person.sections.personalInfo ?? {}), seen: digestOf(actualOf(context)) },
    }
  })
  return {
    changes: rest.changes.filter((planned) => !isApart(planned)),
    findings: [
      ...rest.findings.filter(({ code }) => code !== 'name-prefix-separate'),
      // Said once: payroll's names and birth date stay, because the configuration says so.
      tellFinding('identity-first-contact/kept', { subject: person.sourceId, section: 'personalInfo' }, {}),
    ],
    // Without a seal the next run looks once more, and finds all of it settled.
    settled: mergeBaseline(plan.settled ?? baselines.personalInfo, agreed, undefined),
    decisions: decideOn(plan, open, ({ section, field }) => ({ section, field, verdict: 'settled' })),
  }
}

/**
 * The plan with these fields taken out of what would be written, and with nothing said of their conflicts.
 */
const withoutFields = (
  plan: SectionPlan,
  fields: readonly FieldName[],
  quiet: readonly FieldName[],
): SectionPlan => ({
  ...plan,
  changes: plan.changes.flatMap((planned) => {
    if (!isOpen(planned) || planned.change.kind === 'create') return [planned]
    const left = planned.change.fields.filter((field) => !fields.includes(field))
    return left.length === 0 ? [] : [withNote({ ...planned, change: withFields(planned.change, left) }, plan)]
  }),
  findings: plan.findings.filter(
    ({ code, field }) => code !== 'conflict' || field === undefined || !quiet.includes(field),
  ),
})

const withFields = (change: UpdateChange, fields: readonly FieldName[]): UpdateChange => ({
  ...change,
  before: pickValues(change.before, fields),
  after: pickValues(change.after, fields),
  fields,
})

/** What is left may be no first contact any more. */
const withNote = (planned: PlannedChange, { decisions }: SectionPlan): PlannedChange => {
  if (planned.decision !== 'send' || planned.note === undefined || planned.change.kind === 'create')
    return planned
  const { note, ...rest } = planned
  const { after } = planned.change
  const isFirst = fieldsIn(after).some((field) =>
    decisions.some((one) => one.field === field && one.verdict === 'first-contact'),
  )
  return isFirst ? { ...rest, note } : rest
}

const decideOn = (
  { decisions }: SectionPlan,
  fields: readonly FieldName[],
  toDecision: (one: FieldDecision) => FieldDecision,
): FieldDecision[] => decisions.map((one) => (fields.includes(one.field) ? toDecision(one) : one))
