import type { SalaryRow } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Values } from '../../domain/values.js'
import { sealSection } from '../diff-fields.js'
import { dayOf, findSalaryOn, splitLater } from './salary-line.js'
import type { PlanRules } from '../section-plan.js'

/** What a seal is made with. */
export type SealRules = Pick<PlanRules, 'today' | 'digest' | 'salaryHistory' | 'salaryHorizon'>

/**
 * Seals what both sides say of the salary now, and what the source says for later: whether that is due, and what the target holds for it. A salary
 * that cannot be used is never sealed. `rows` are the target's.
 */
export const sealSalary = (
  subject: SourceEmployeeId,
  desired: Values,
  rows: readonly SalaryRow[],
  rules: SealRules,
): string | undefined => {
  const actual = { ...findSalaryOn(rows, dayOf(desired.Start ?? '', rules)) }
  const seal = sealSection(subject, 'salary', desired, actual, rules.digest)
  const { due, waiting } = splitLater(subject, rules)
  if (due.length + waiting.length === 0) return seal
  if (due.some(({ row }) => row === undefined)) return undefined
  const text = JSON.stringify([
    due.map(({ start, row }) => [row, findSalaryOn(rows, dayOf(start, rules))]),
    waiting.map(({ start, row }) => [start, row]),
  ])
  return rules.digest(subject, 'salary', `${seal}\u0000${text}`)
}
