import type { DesiredSalary, SalaryRow } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { PlanRules } from '../sections/section-plan.js'
import type { SaidSalaries, SalarySides } from './said-salaries.js'
import { isNewSince, isSaidDay, isSaidLast } from './salary-memory.js'
import { findSalaryOn } from './salary-rows.js'

/** What of a person's salaries there is to look at in this run. */
export interface SalaryLine {
  /** What was settled last, where it is still among the source's salaries. */
  settled: SalaryRow | undefined
  /**
   * What is to be looked at, oldest start first. What was entered for a day before the settled one brings
   * that one along.
   */
  pending: readonly SalaryRow[]
  /** Why a salary that came after these cannot be sent. */
  findings: readonly Finding[]
}

/** What came since the last settlement. */
export const lineSinceSettled = ({ context, said, rows, rules }: SalarySides): SalaryLine => {
  const { untilNow: all, current } = said
  const known = all.findIndex(({ start }) => isSaidDay(context, start, rules))
  const row = all[known]?.row
  const settled = row !== undefined && isSaidLast(context, row, rules) ? row : undefined
  // Corrected in place; or gone, and then the target still says where it stood.
  const from = known === -1 ? firstAfter(all, current, findSalaryOn(rows, rules.today)) : known
  const inserted = all
    .slice(0, from)
    .filter((one, index) => isNewSince(context, one, all.slice(0, index), rules))
    .flatMap(({ row: entered }) => entered ?? [])
  const { pending, findings } = cut(all.slice(from))
  if (settled === undefined) return { settled, pending: [...inserted, ...pending], findings }
  return { settled, pending: inserted.length > 0 ? [...inserted, ...pending] : pending.slice(1), findings }
}

/** What starts after the target's own salary, and the current one in any case. */
const firstAfter = (
  all: readonly DesiredSalary[],
  [current]: readonly DesiredSalary[],
  actual: SalaryRow | undefined,
): number => {
  const index = all.findIndex(
    ({ start }) => start === current?.start || (actual !== undefined && start > actual.Start),
  )
  return index === -1 ? all.length : index
}

/**
 * Everything for someone whose salary was never settled and of whom nothing else was in the target: what is
 * in force when the current payroll period begins, and what came after it. What was paid before is not this
 * program's to say.
 */
export const lineFromPeriod = ({ untilNow }: SaidSalaries, { periodStart = '' }: PlanRules): SalaryLine => {
  const from = untilNow.findLastIndex(({ start }) => start <= periodStart)
  return { settled: undefined, ...cut(untilNow.slice(Math.max(0, from))) }
}

/** Only what the source says now, for a target that had a salary of its own: they are to agree first. */
export const lineOfCurrent = ({ current }: SaidSalaries): SalaryLine => ({
  settled: undefined,
  ...cut(current),
})

/** A salary that cannot be used holds itself and everything after it. */
const cut = (salaries: readonly DesiredSalary[]): Pick<SalaryLine, 'pending' | 'findings'> => {
  const pending: SalaryRow[] = []
  for (const { row } of salaries) {
    if (row === undefined) break
    pending.push(row)
  }
  const held = salaries.slice(pending.length)
  return { pending, findings: held.flatMap((one) => (one.row === undefined ? one.findings : [])) }
}
