import type { SalaryRow } from '../domain/employee.js'
import type { SourceEmployeeId } from '../domain/ids.js'
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

/** The row that the source's salary is compared with: the one in force today, or on the day from which the source's own holds. */
const findComparedSalary = (
  rows: readonly SalaryRow[],
  desired: Values,
  { today }: Pick<PlanRules, 'today'>,
): SalaryRow | undefined => {
  const start = desired.Start ?? ''
  return findSalaryOn(rows, start > today ? start : today)
}

const toActual = (row: SalaryRow | undefined): Values =>
  row === undefined ? emptyValues('salary') : { ...row }

/** Seals what the source says of the salary together with the row it is compared with. */
export const sealSalary = (
  subject: SourceEmployeeId,
  desired: Values,
  rows: readonly SalaryRow[],
  rules: Pick<PlanRules, 'today' | 'digest'>,
): string =>
  sealSection(subject, 'salary', desired, toActual(findComparedSalary(rows, desired, rules)), rules.digest)

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
  const row = findComparedSalary(rows, desired, rules)
  const seal = sealSalary(person.sourceId, desired, rows, rules)
  if (context.baselines.salary?.seal === seal) return nothingPlanned
  return planWholeSection({
    context,
    section: 'salary',
    desired,
    actual: toActual(row),
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
