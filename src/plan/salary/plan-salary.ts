import type { SectionBaseline } from '../../domain/baseline.js'
import { toFinding } from '../../domain/findings/to-finding.js'
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
import { toSaidSalaries, type SaidSide, type SalarySides } from './said-salaries.js'
import { toKnownRows } from './salary-memory.js'
import { mayBeWithdrawn } from './needs-salary-history.js'
import { salaryFields } from './salary-change.js'
import { findGaps } from './checks/salary-gaps.js'
import { lineFromPeriod, lineOfCurrent, lineSinceSettled, type SalaryLine } from './salary-line.js'
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
  const side = { context, said: toSaidSalaries(context, rules), rules }
  if (person.sections.salary === undefined && person.salaryHeldFrom === undefined)
    return planWithoutCurrent(side)
  return planWithCurrent(side)
}

const planWithCurrent = (side: SaidSide): SectionPlan => {
  const { context } = side
  // AlexisHR has later salaries only and says nothing of today, so that nothing is compared.
  if (side.said.untilNow.length === 0) return addSalaryFindings(nothingPlanned, side, [])
  if (context.targetId === null) return planFirstSalaries(side)
  const rows = context.target?.salaries
  if (rows === undefined) {
    return {
      ...nothingPlanned,
      findings: [toFinding('section-unreadable', context.person.sourceId, 'salary')],
    }
  }
  const sides = { ...side, rows }
  if (isSealed(sides)) return addSalaryFindings(nothingPlanned, side, [])
  const plan = planCompared(sides)
  const isFirst = context.baselines.salary === undefined && plan.settled !== undefined
  return isFirst && side.said.due.length > 0 ? planOnward(sides, plan.settled) : plan
}

/**
 * AlexisHR has no salary for today. What was sent and is paid is asked about; everything else of payroll's is
 * left as it is. Where nothing was ever agreed, the first one that is due is planned as the current one.
 */
const planWithoutCurrent = (side: SaidSide): SectionPlan => {
  const { said, context } = side
  if (context.baselines.salary === undefined) {
    const [current, due] = [said.due.slice(0, 1), said.due.slice(1)]
    return planWithCurrent({ ...side, said: { ...said, current, due } })
  }
  const rows = context.target?.salaries
  if (!mayBeWithdrawn(side.context, side.rules) || rows === undefined) return nothingPlanned
  const plan = joinUndone(undoSalaries({ ...side, rows }), nothingPlanned)
  return addSalaryFindings(plan, side, [])
}

const planCompared = (sides: SalarySides): SectionPlan => {
  const undone = undoSalaries(sides)
  const afterUndoing = { ...sides, rows: undone.rows }
  const line = toLine(afterUndoing)
  const planned = joinUndone(undone, planLine(afterUndoing, line, undone.written))
  const told = addSalaryFindings(planned, sides, line.findings)
  return settleAll(checkRate(checkGaps(told, afterUndoing), sides), sides)
}

/** Both agreed on today when they first met; what is due after today builds on that. */
const planOnward = (sides: SalarySides, agreed: SectionBaseline | undefined): SectionPlan => {
  const { context } = sides
  const salary = { fields: agreed?.fields ?? {} }
  const settled = { ...context, baselines: { ...context.baselines, salary } }
  const plan = planCompared({ ...sides, context: settled })
  return { ...plan, settled: plan.settled ?? salary }
}

const isSealed = (sides: SalarySides): boolean => {
  const seal = sides.context.baselines.salary?.seal
  return seal !== undefined && seal === sealNow(sides)
}

/** A salary that cannot be used is looked at in every run. */
const sealNow = ({ context: { person, target }, rows, rules }: SalarySides): string | undefined => {
  const desired = person.sections.salary
  const firstDay = rules.pay.beforeEmployment === 'firstDay' ? toFirstDay({ person, target }) : ''
  return (
    desired && sealSalary({ sourceId: person.sourceId, rate: person.rate, firstDay }, desired, rows, rules)
  )
}

const toLine = (sides: SalarySides): SalaryLine => {
  const { context, said, rules } = sides
  if (context.baselines.salary !== undefined) return lineSinceSettled(sides)
  if (context.person.sections.salary === undefined) return lineOfCurrent(said)
  return context.createdByUs ? lineFromPeriod(said, rules) : lineOfCurrent(said)
}

/**
 * A seal is made of what was read on both sides and agrees, never of what a write is expected to leave
 * behind: the run after a write looks once more. With it goes what is known of every row.
 */
const settleAll = (plan: SectionPlan, sides: SalarySides): SectionPlan => {
  const { context, said, rows, rules } = sides
  const isOpen = plan.changes.length > 0 || plan.findings.some(({ severity }) => severity !== 'info')
  const before = context.baselines.salary
  const compared = plan.settled ?? before
  if (compared === undefined || isOpen) return plan
  const { fields, rows: accepted = [] } = compared
  const agreed = { ...context, baselines: { ...context.baselines, salary: { fields, rows: accepted } } }
  const seal = sealNow(sides)
  const known = toKnownRows({ ...sides, context: agreed }, findGaps(said, rows, rules))
  const isKnown =
    before?.seal === seal && sameList(before?.rows ?? [], known) && sameFields(before?.fields, fields)
  if (isKnown) return { ...plan, settled: undefined }
  return { ...plan, settled: { fields, rows: known, ...(seal === undefined ? {} : { seal }) } }
}

const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((one, index) => one === right[index])

const sameFields = (left: SectionBaseline['fields'] | undefined, right: SectionBaseline['fields']): boolean =>
  left !== undefined &&
  salaryFields.every(
    (field) => left[field]?.sent === right[field]?.sent && left[field]?.seen === right[field]?.seen,
  )
