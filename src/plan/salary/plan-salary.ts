import type { SectionBaseline } from '../../domain/baseline.js'
import type { PlannedChange } from '../../domain/change.js'
import type { SalaryRow } from '../../domain/employee.js'
import { toFinding } from '../findings.js'
import { planEarlier, type EarlierSalaries } from './plan-earlier-salaries.js'
import { addSalaryFindings, planFirstSalaries } from './plan-first-salaries.js'
import { planWholeSection } from '../plan-whole-section.js'
import { isTooEarly, salaryFields, toValues } from './salary-change.js'
import {
  dayOf,
  findSalaryOn,
  isSameSalary,
  lineFromPeriod,
  lineOfCurrent,
  lineSinceSettled,
  paysTheSame,
  splitLater,
  withRow,
  type SalaryLine,
} from './salary-line.js'
import { sealSalary } from './seal-salary.js'
import { nothingPlanned, type PersonContext, type PlanRules, type SectionPlan } from '../section-plan.js'

/**
 * Plans the salaries that are due: those that came since the last settled one, in order, each from its own start. What payroll has by then is
 * compared with the last of them; its other rows are left as they are.
 */
export const planSalary = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const { person } = context
  if (person.heldSections.has('salary') && person.salaryHeldFrom === undefined) return nothingPlanned
  if (person.sections.salary === undefined && person.salaryHeldFrom === undefined) return nothingPlanned
  if (context.targetId === null) return planFirstSalaries(context, rules)
  const rows = context.target?.salaries
  if (rows === undefined) {
    return { ...nothingPlanned, findings: [toFinding('section-unreadable', person.sourceId, 'salary')] }
  }
  if (isSealed(context, rows, rules)) return nothingPlanned
  const line = toLine(context, rows, rules)
  const plan = addSalaryFindings(planLine(context, line, rows, rules), context, line, rules)
  const isFirst = context.baselines.salary === undefined && plan.settled !== undefined
  return isFirst && splitLater(person.sourceId, rules).due.length > 0
    ? planOnward(context, plan.settled, rules)
    : plan
}

/** Both agreed on today when they first met; what is due after today builds on that. */
const planOnward = (
  context: PersonContext,
  agreed: SectionBaseline | undefined,
  rules: PlanRules,
): SectionPlan => {
  const salary = { fields: agreed?.fields ?? {} }
  const plan = planSalary({ ...context, baselines: { ...context.baselines, salary } }, rules)
  return { ...plan, settled: plan.settled ?? salary }
}

const isSealed = (context: PersonContext, rows: readonly SalaryRow[], rules: PlanRules): boolean => {
  const seal = context.baselines.salary?.seal
  return seal !== undefined && seal === sealNow(context, rows, rules)
}

/** A salary that cannot be used is looked at in every run. */
const sealNow = (
  { person }: PersonContext,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): string | undefined => {
  const desired = person.sections.salary
  return desired && sealSalary(person.sourceId, desired, rows, rules)
}

const toLine = (context: PersonContext, rows: readonly SalaryRow[], rules: PlanRules): SalaryLine => {
  const baseline = context.baselines.salary
  if (baseline !== undefined) {
    return lineSinceSettled(context, baseline, findSalaryOn(rows, rules.today), rules)
  }
  if (context.person.sections.salary === undefined) return lineOfCurrent(context)
  return context.createdByUs ? lineFromPeriod(context, rules) : lineOfCurrent(context)
}

/** The last salary of the line decides by the three-way table; those before it go with it. */
const planLine = (
  context: PersonContext,
  line: SalaryLine,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): SectionPlan => {
  const last = line.pending.at(-1) ?? line.settled
  if (last === undefined) return nothingPlanned
  const earlier = planEarlier(context, line.pending, rows, rules)
  const plan = planLast(context, line.pending, last, { held: rows, expected: earlier.expected }, rules)
  const reason = plan.changes.find((planned) => planned.decision === 'hold')?.reason
  if (reason === undefined || reason === 'before-current-period') return join(earlier, plan)
  if (earlier.changes.length === 0) return plan
  // What is held for another reason than its day holds what would have gone before it, and says so for all.
  const alone = planLast(context, line.pending, last, { held: rows, expected: rows }, rules)
  return { ...alone, changes: alone.changes.map(withoutSettling) }
}

/** `expected` is what the target holds once everything before the last salary is written. */
const planLast = (
  context: PersonContext,
  pending: readonly SalaryRow[],
  last: SalaryRow,
  { held, expected }: { held: readonly SalaryRow[]; expected: readonly SalaryRow[] },
  rules: PlanRules,
): SectionPlan => {
  const actual = findSalaryOn(held, dayOf(last.Start, rules))
  const progress = withProgress(context, pending, actual, rules)
  const plan = planWholeSection({
    context: progress,
    section: 'salary',
    desired: { ...last },
    actual: toValues(actual),
    replaced: toValues(findSalaryOn(expected, last.Start)),
    isAbsent: actual === undefined,
    accepted: [held, expected].every((salaries) => isPaidAlready(context, last, salaries, rules))
      ? ['Start']
      : [],
    seal: sealNow(context, held, rules),
    sealAfter: sealNow(context, withRow(expected, last), rules),
    rules,
  })
  // What an earlier run got as far as is settled now, whatever becomes of the rest.
  const settled = plan.settled ?? (progress === context ? undefined : progress.baselines.salary)
  return { ...plan, settled }
}

/** Until all that came before it stands in the target, the last salary settles nothing: the next run looks again. */
const join = ({ changes, findings }: EarlierSalaries, plan: SectionPlan): SectionPlan => {
  const isOpen = changes.some(({ decision }) => decision === 'hold')
  const known = new Set(plan.findings.map(({ code }) => code))
  return {
    ...plan,
    changes: [
      ...changes.map((planned) => (plan.changes.length === 0 ? withoutSettling(planned) : planned)),
      ...plan.changes.map((planned) => (isOpen ? withoutSettling(planned) : planned)),
    ],
    findings: [...findings.filter(({ code }) => !known.has(code)), ...plan.findings],
    settled: changes.length === 0 ? plan.settled : undefined,
  }
}

const withoutSettling = (planned: PlannedChange): PlannedChange =>
  planned.decision === 'skip' ? planned : { ...planned, settles: false }

/**
 * Where an earlier run got stuck, the target holds one of the source's own salaries: that is what both agreed on last, whatever the
 * answers were that got lost.
 */
const withProgress = (
  context: PersonContext,
  pending: readonly SalaryRow[],
  actual: SalaryRow | undefined,
  rules: PlanRules,
): PersonContext => {
  const isOurs = pending.slice(0, -1).some((row) => actual !== undefined && isSameSalary(row, actual, rules))
  if (actual === undefined || !isOurs) return context
  const { digest, policyOf } = rules
  const fields: SectionBaseline['fields'] = Object.fromEntries(
    salaryFields.map((field) => {
      const value = digest(context.person.sourceId, field, policyOf('salary', field).normalise(actual[field]))
      return [field, { sent: value, seen: value }]
    }),
  )
  return { ...context, baselines: { ...context.baselines, salary: { fields } } }
}

/**
 * Whether among these rows the same is paid from another day on, which is then accepted: on first contact, because the history is payroll's; and from a day
 * that cannot be sent any more, because there is nothing to pay differently.
 */
const isPaidAlready = (
  context: PersonContext,
  last: SalaryRow,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): boolean => {
  const paysOn = (day: string): boolean => {
    const row = findSalaryOn(rows, day)
    return row !== undefined && paysTheSame(last, row, rules)
  }
  if (!paysOn(dayOf(last.Start, rules))) return false
  return context.baselines.salary === undefined || (isTooEarly(last, rules) && paysOn(last.Start))
}
