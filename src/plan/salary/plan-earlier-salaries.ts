import type { PlannedChange } from '../../domain/change.js'
import type { SalaryRow } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import { isTooEarly, reasonAgainst, toSalaryChange, toValues } from './salary-change.js'
import type { SalaryLine } from './salary-line.js'
import { isSeenLast, wasAgreed } from './salary-memory.js'
import { findSalaryOn, isSameSalary, paysTheSame, withRow } from './salary-rows.js'
import type { PersonContext, PlanRules } from '../sections/section-plan.js'

/**
 * The salaries before the last one: what becomes of them, and what the target holds once they are written.
 */
export interface EarlierSalaries {
  changes: readonly PlannedChange[]
  findings: readonly Finding[]
  expected: readonly SalaryRow[]
}

/**
 * All of the line but the last is planned here. What the target already has is left out, and so is what was
 * settled.
 */
export const planEarlier = (
  context: PersonContext,
  { pending, settled }: SalaryLine,
  { rows, ours }: { rows: readonly SalaryRow[]; ours: readonly SalaryRow[] },
  rules: PlanRules,
): EarlierSalaries => {
  const changes: PlannedChange[] = []
  const reasons = new Set<PlainFindingCode>()
  let expected = rows
  for (const row of pending.slice(0, -1)) {
    const replaced = findSalaryOn(expected, row.Start)
    if (row === settled || isThere(row, replaced, rules)) continue
    const change = toSalaryChange(context, row, toValues(replaced))
    const reason = reasonToHold(context, { row, replaced, ours }, rules)
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

/**
 * Nothing is to be done for a salary that is there, nor for one that is too early and is paid from an earlier
 * day on.
 */
export const isThere = (row: SalaryRow, held: SalaryRow | undefined, rules: PlanRules): boolean =>
  held !== undefined &&
  (isSameSalary(row, held, rules) || (isTooEarly(row, rules) && paysTheSame(row, held, rules)))

const reasonToHold = (
  context: PersonContext,
  { row, replaced, ours }: { row: SalaryRow; replaced: SalaryRow | undefined; ours: readonly SalaryRow[] },
  rules: PlanRules,
): PlainFindingCode | undefined => {
  // What no release takes away comes first.
  const reason = reasonAgainst(row, rules)
  if (reason !== undefined || isOurs(context, replaced, ours, rules)) return reason
  return context.baselines.salary === undefined ? 'first-contact' : 'conflict'
}

/**
 * Whether what stands there was sent, agreed on, or is one of the line; anything else was put there by
 * payroll.
 */
const isOurs = (
  context: PersonContext,
  held: SalaryRow | undefined,
  ours: readonly SalaryRow[],
  rules: PlanRules,
): boolean => {
  if (held === undefined) return context.baselines.salary === undefined
  if (ours.some((row) => isSameSalary(row, held, rules))) return true
  return isSeenLast(context, held, rules) || wasAgreed(context, held, rules)
}
