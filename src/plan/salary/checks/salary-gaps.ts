import type { SalaryRow } from '../../../domain/employee.js'
import type { PlanRules } from '../../sections/section-plan.js'
import type { SaidSalaries } from '../said-salaries.js'
import { findSaidOn, findSalaryOn, paysTheSame } from '../salary-rows.js'

/** Days on which payroll pays something else than the source says. */
export interface SalaryGap {
  /** The day from which the two rows stand against each other. */
  day: string
  says: SalaryRow
  /** `undefined`: payroll pays nothing. */
  pays: SalaryRow | undefined
}

/**
 * Every difference between what is said and what is paid from the current payroll period on, up to what is
 * due. Of days for which the source says nothing, or nothing that can be used, nothing is known here.
 */
export const findGaps = (
  said: SaidSalaries,
  rows: readonly SalaryRow[],
  rules: Pick<PlanRules, 'periodStart' | 'today' | 'salaryHorizon' | 'policyOf'>,
): SalaryGap[] => {
  const from = rules.periodStart ?? rules.today
  const until = [rules.salaryHorizon, ...said.current.map(({ start }) => start)].reduce((a, b) =>
    a > b ? a : b,
  )
  const starts = [...said.untilNow.map(({ start }) => start), ...rows.map(({ Start }) => Start)]
  const days = new Set([from, ...starts.filter((day) => day > from && day <= until)])
  return [...days].sort().flatMap((day): SalaryGap[] => {
    const says = findSaidOn(said.untilNow, day)?.row
    const pays = findSalaryOn(rows, day)
    if (says === undefined || (pays !== undefined && paysTheSame(says, pays, rules))) return []
    return [{ day: pays !== undefined && pays.Start > says.Start ? pays.Start : says.Start, says, pays }]
  })
}
