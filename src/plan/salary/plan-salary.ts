import type { SectionBaseline } from '../../domain/baseline.js'
import type { SalaryRow } from '../../domain/employee.js'
import { toFinding } from '../findings.js'
import {
  nothingPlanned,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'
import { checkGaps } from './checks/check-gaps.js'
import { checkRate } from './checks/check-rate.js'
import { addSalaryFindings, planFirstSalaries } from './plan-first-salaries.js'
import { planLine } from './plan-line.js'
import { toFirstDay } from './pay-as-said.js'
import { withPayFacts } from './checks/pay-facts.js'
import { toSaidSalaries, type SaidSalaries } from './said-salaries.js'
import { toKnownRows } from './salary-memory.js'
import { mayBeWithdrawn } from './needs-salary-history.js'
import { findGaps } from './checks/salary-gaps.js'
import { lineFromPeriod, lineOfCurrent, lineSinceSettled, type SalaryLine } from './salary-line.js'
import { findSalaryOn } from './salary-rows.js'
import { sealSalary } from './seal-salary.js'
import { joinUndone, undoSalaries } from './undo-salaries.js'

/**
 * Plans the salaries that are due: those that came since the last settled one, in order, each from its own
 * start. What was sent and is gone from AlexisHR is asked about, and at the end every day from the current
 * payroll period on is compared, so that nothing is taken for agreed that is not.
 */
export const planSalary = (context: PersonContext, rules: PlanRules): SectionPlan =>
  withPayFacts(planSalaries(context, rules), context, rules)

const planSalaries = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const { person } = context
  if (person.heldSections.has('salary') && person.salaryHeldFrom === undefined) return nothingPlanned
  const said = toSaidSalaries(context, rules)
  if (person.sections.salary === undefined && person.salaryHeldFrom === undefined)
    return planWithoutCurrent(context, said, rules)
  if (context.targetId === null) return planFirstSalaries(context, said, rules)
  const rows = context.target?.salaries
  if (rows === undefined) {
    return { ...nothingPlanned, findings: [toFinding('section-unreadable', person.sourceId, 'salary')] }
  }
  if (isSealed(context, rows, rules))
    return addSalaryFindings(nothingPlanned, context, nothingOpen, said, rules)
  const plan = planCompared(context, said, rows, rules)
  const isFirst = context.baselines.salary === undefined && plan.settled !== undefined
  return isFirst && said.due.length > 0 ? planOnward(context, plan.settled, said, rows, rules) : plan
}

/**
 * AlexisHR has no salary for today. What was sent and is paid is asked about; everything else of payroll's is
 * left as it is.
 */
const planWithoutCurrent = (context: PersonContext, said: SaidSalaries, rules: PlanRules): SectionPlan => {
  const rows = context.target?.salaries
  if (!mayBeWithdrawn(context, rules) || rows === undefined) return nothingPlanned
  const plan = joinUndone(undoSalaries(context, said, rows, rules), nothingPlanned)
  return addSalaryFindings(plan, context, nothingOpen, said, rules)
}

const nothingOpen = { findings: [] }

const planCompared = (
  context: PersonContext,
  said: SaidSalaries,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): SectionPlan => {
  const undone = undoSalaries(context, said, rows, rules)
  const line = toLine(context, said, undone.rows, rules)
  const planned = joinUndone(undone, planLine(context, line, undone, rules))
  const told = addSalaryFindings(planned, context, line, said, rules)
  const checked = checkRate(checkGaps(told, context, said, undone.rows, rules), context, said, rules)
  return settleAll(checked, context, said, rows, rules)
}

/** Both agreed on today when they first met; what is due after today builds on that. */
const planOnward = (
  context: PersonContext,
  agreed: SectionBaseline | undefined,
  said: SaidSalaries,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): SectionPlan => {
  const salary = { fields: agreed?.fields ?? {} }
  const plan = planCompared({ ...context, baselines: { ...context.baselines, salary } }, said, rows, rules)
  return { ...plan, settled: plan.settled ?? salary }
}

const isSealed = (context: PersonContext, rows: readonly SalaryRow[], rules: PlanRules): boolean => {
  const seal = context.baselines.salary?.seal
  return seal !== undefined && seal === sealNow(context, rows, rules)
}

/** A salary that cannot be used is looked at in every run. */
const sealNow = (
  { person, target }: PersonContext,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): string | undefined => {
  const desired = person.sections.salary
  const firstDay = rules.pay.beforeEmployment === 'firstDay' ? toFirstDay({ person, target }) : ''
  return (
    desired && sealSalary({ sourceId: person.sourceId, rate: person.rate, firstDay }, desired, rows, rules)
  )
}

const toLine = (
  context: PersonContext,
  said: SaidSalaries,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): SalaryLine => {
  const baseline = context.baselines.salary
  if (baseline !== undefined)
    return lineSinceSettled(context, baseline, findSalaryOn(rows, rules.today), said, rules)
  if (context.person.sections.salary === undefined) return lineOfCurrent(said)
  return context.createdByUs ? lineFromPeriod(said, rules) : lineOfCurrent(said)
}

/**
 * A seal is made of what was read on both sides and agrees, never of what a write is expected to leave
 * behind: the run after a write looks once more. With it goes what is known of every row.
 */
const settleAll = (
  plan: SectionPlan,
  context: PersonContext,
  said: SaidSalaries,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): SectionPlan => {
  const isOpen = plan.changes.length > 0 || plan.findings.some(({ severity }) => severity !== 'info')
  const compared = plan.settled ?? context.baselines.salary
  if (compared === undefined || isOpen) return plan
  const { fields, rows: accepted = [] } = compared
  const gaps = findGaps(said, rows, rules)
  const agreed = { ...context, baselines: { ...context.baselines, salary: { fields, rows: accepted } } }
  const seal = sealNow(context, rows, rules)
  const known = toKnownRows(agreed, said, rows, gaps, rules)
  const before = context.baselines.salary
  const isKnown =
    before?.seal === seal && sameList(before?.rows ?? [], known) && sameFields(before?.fields, fields)
  if (isKnown) return { ...plan, settled: undefined }
  return { ...plan, settled: { fields, rows: known, ...(seal === undefined ? {} : { seal }) } }
}

const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((one, index) => one === right[index])

const sameFields = (left: SectionBaseline['fields'] | undefined, right: SectionBaseline['fields']): boolean =>
  JSON.stringify(left) === JSON.stringify(right)
