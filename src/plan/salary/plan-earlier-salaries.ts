import type { PlannedChange } from '../../domain/change.js'
import type { SalaryRow } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import { toFinding, type PlanFindingCode } from '../findings.js'
import { isTooEarly, reasonAgainst, salaryFields, toSalaryChange, toValues } from './salary-change.js'
import { findSalaryOn, isSameSalary, paysTheSame, withRow } from './salary-line.js'
import type { PersonContext, PlanRules } from '../section-plan.js'

/** The salaries before the last one: what becomes of them, and what the target holds once they are written. */
export interface EarlierSalaries {
  changes: readonly PlannedChange[]
  findings: readonly Finding[]
  expected: readonly SalaryRow[]
}

/** `pending` is the whole line; all of it but the last is planned here. What the target already has is left out. */
export const planEarlier = (
  context: PersonContext,
  pending: readonly SalaryRow[],
  rows: readonly SalaryRow[],
  rules: PlanRules,
): EarlierSalaries => {
  const changes: PlannedChange[] = []
  const reasons = new Set<PlanFindingCode>()
  let expected = rows
  for (const row of pending.slice(0, -1)) {
    const replaced = findSalaryOn(expected, row.Start)
    if (isThere(row, replaced, rules)) continue
    const change = toSalaryChange(context, row, toValues(replaced))
    const reason = reasonToHold(context, row, replaced, pending, rules)
    if (reason === undefined) {
      changes.push(
        reasons.size === 0 ? { decision: 'send', change } : { decision: 'send', change, settles: false },
      )
      expected = withRow(expected, row)
    } else {
      changes.push({ decision: 'hold', reason, change })
      reasons.add(reason)
    }
  }
  const findings = [...reasons].map((reason) => toFinding(reason, context.person.sourceId, 'salary'))
  return { changes, findings, expected }
}

/** Nothing is to be done for a salary that is there, nor for one that is too early and is paid from an earlier day on. */
const isThere = (row: SalaryRow, held: SalaryRow | undefined, rules: PlanRules): boolean =>
  held !== undefined &&
  (isSameSalary(row, held, rules) || (isTooEarly(row, rules) && paysTheSame(row, held, rules)))

const reasonToHold = (
  context: PersonContext,
  row: SalaryRow,
  replaced: SalaryRow | undefined,
  pending: readonly SalaryRow[],
  rules: PlanRules,
): PlanFindingCode | undefined => {
  if (isOurs(context, replaced, pending, rules)) return reasonAgainst(row, rules)
  return context.baselines.salary === undefined ? 'first-contact' : 'conflict'
}

/** Whether what stands there is what was settled or one of the line; anything else was put there by payroll. */
const isOurs = (
  { baselines, person }: PersonContext,
  held: SalaryRow | undefined,
  pending: readonly SalaryRow[],
  rules: PlanRules,
): boolean => {
  if (held === undefined) return baselines.salary === undefined
  if (pending.some((row) => isSameSalary(row, held, rules))) return true
  const { digest, policyOf } = rules
  return salaryFields.every((field) => {
    const value = digest(person.sourceId, field, policyOf('salary', field).normalise(held[field]))
    return baselines.salary?.fields[field]?.seen === value
  })
}
