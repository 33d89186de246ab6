import type { DesiredSalary, SalaryRow } from '../../domain/employee.js'
import { sameValue } from '../sections/diff-fields.js'
import type { PlanRules } from '../sections/section-plan.js'

/** The row in force on a day: the latest that started by then. `rows` are in the order of their starts. */
export const findSalaryOn = (rows: readonly SalaryRow[], day: string): SalaryRow | undefined =>
  rows.findLast(({ Start }) => Start <= day)

/** What the source says for a day; `undefined` when it says nothing that early. */
export const findSaidOn = (said: readonly DesiredSalary[], day: string): DesiredSalary | undefined =>
  said.findLast(({ start }) => start <= day)

/** A salary is compared with what is in force on the day it starts, or today when it started before. */
export const dayOf = (start: string, { today }: Pick<PlanRules, 'today'>): string =>
  start > today ? start : today

/** Whether two salaries are the same amount and type, no matter what day they start. */
export const paysTheSame = (
  left: SalaryRow,
  right: SalaryRow,
  { policyOf }: Pick<PlanRules, 'policyOf'>,
): boolean =>
  (['Value', 'Type'] as const).every((field) =>
    sameValue(policyOf('salary', field), left[field], right[field]),
  )

export const isSameSalary = (
  left: SalaryRow,
  right: SalaryRow,
  rules: Pick<PlanRules, 'policyOf'>,
): boolean => left.Start === right.Start && paysTheSame(left, right, rules)

/** The salaries with one more, in place of one of the same day. */
export const withRow = (rows: readonly SalaryRow[], added: SalaryRow): readonly SalaryRow[] =>
  [...rows.filter(({ Start }) => Start !== added.Start), added].sort((a, b) => (a.Start < b.Start ? -1 : 1))
