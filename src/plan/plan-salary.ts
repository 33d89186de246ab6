import type { SalaryRow } from '../domain/employee.js'
import type { Values } from '../domain/values.js'
import { sameValue, sealSection } from './diff-fields.js'
import { toFinding } from './findings.js'
import { planFirstSection, planWholeSection } from './plan-whole-section.js'
import {
  emptyValues,
  nothingPlanned,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from './section-plan.js'

/** The row in force on a day: the latest that started by then. */
export const findSalaryOn = (rows: readonly SalaryRow[], day: string): SalaryRow | undefined =>
  rows.filter(({ Start }) => Start <= day).at(-1)

/** Plans the current salary. History and future rows are left as they are. */
export const planSalary = (context: PersonContext, rules: PlanRules): SectionPlan => {
  const { person } = context
  const desired = person.sections.salary
  if (desired === undefined || person.heldSections.has('salary')) return nothingPlanned
  if (context.targetId === null) return planFirstSection(context, 'salary', desired, rules)
  const rows = context.target?.salaries
  if (rows === undefined) {
    return { ...nothingPlanned, findings: [toFinding('section-unreadable', person.sourceId, 'salary')] }
  }
  const start = desired.Start ?? ''
  const row = findSalaryOn(rows, start > rules.today ? start : rules.today)
  const actual: Values = row === undefined ? emptyValues('salary') : { ...row }
  const seal = sealSection(person.sourceId, 'salary', desired, actual, rules.digest)
  if (context.baselines.salary?.seal === seal) return nothingPlanned
  return planWholeSection({
    context,
    section: 'salary',
    desired,
    actual,
    isAbsent: row === undefined,
    accepted: agreesOnFirstContact(context, desired, row, rules) ? ['Start'] : [],
    seal,
    rules,
  })
}

/**
 * On first contact the same amount and type from another day on is agreement: what is paid is the same, and only the history differs,
 * which is payroll's. The difference in days is accepted.
 */
const agreesOnFirstContact = (
  context: PersonContext,
  desired: Values,
  row: SalaryRow | undefined,
  { policyOf }: PlanRules,
): boolean =>
  row !== undefined &&
  context.baselines.salary === undefined &&
  sameValue(policyOf('salary', 'Value'), desired.Value ?? '', row.Value) &&
  sameValue(policyOf('salary', 'Type'), desired.Type ?? '', row.Type)
