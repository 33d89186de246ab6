import type { DesiredEmployee, DesiredSalary, SalaryRow } from '../../domain/employee.js'
import type { Values } from '../../domain/values.js'
import { sealSection } from '../sections/diff-fields.js'
import type { PlanRules } from '../sections/section-plan.js'
import { sayPayRules } from './pay-as-said.js'
import { splitLater } from './said-salaries.js'

/** What a seal is made with. */
export type SealRules = Pick<
  PlanRules,
  'today' | 'digest' | 'periodStart' | 'salaryHistory' | 'salaryHorizon' | 'pay'
>

/**
 * Seals everything that a plan of the salary looks at: every row of both sides, and where each lies: before
 * the period, up to today, due, or later. `undefined` where that cannot be said: a salary that cannot be
 * used, and earlier ones that are not known while they may matter.
 */
export const sealSalary = (
  { sourceId: subject, rate, firstDay }: Pick<DesiredEmployee, 'sourceId' | 'rate'> & { firstDay: string },
  desired: Values,
  rows: readonly SalaryRow[],
  rules: SealRules,
): string | undefined => {
  const { due, waiting } = splitLater(subject, rules)
  if (due.some(({ row }) => row === undefined)) return undefined
  const earlier = rules.salaryHistory.earlier(subject)
  if (earlier === undefined && (desired.Start ?? '') > (rules.periodStart ?? rules.today)) return undefined
  const text = JSON.stringify([
    placeOf(desired.Start ?? '', rules),
    // Without the earlier ones nothing before the period is looked at, so they may come and go.
    [...(earlier ?? []), ...due, ...waiting].map((one) => sayOne(one, rules)),
    rows.map((row) => sayRow(row, rules)),
    // Only where they do something, so that all others keep the seal that they have.
    ...sayPayRules(rules.pay, firstDay),
    ...(rate === undefined ? [] : [`at ${rate}`]),
  ])
  return rules.digest(
    subject,
    'salary rows',
    `${sealSection(subject, 'salary', desired, undefined, rules.digest)} ${text}`,
  )
}

const sayRow = ({ Value, Type, Start, byTable }: SalaryRow, rules: SealRules): unknown => [
  Value,
  Type,
  Start,
  placeOf(Start, rules),
  ...(byTable === true ? ['by table'] : []),
]

const sayOne = ({ start, row }: DesiredSalary, rules: SealRules): unknown => [
  start,
  placeOf(start, rules),
  row?.Value,
  row?.Type,
]

const placeOf = (start: string, { periodStart, today, salaryHorizon }: SealRules): string => {
  if (start <= (periodStart ?? '')) return 'before'
  if (start <= today) return 'begun'
  return start <= salaryHorizon ? 'due' : 'later'
}
