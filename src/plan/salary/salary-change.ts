import type { UpdateChange } from '../../domain/change.js'
import type { SalaryRow } from '../../domain/employee.js'
import type { FieldName } from '../../domain/sections.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import { reasonAgainstStart } from '../sections/plan-whole-section.js'
import { emptyValues, toUpdate, type PersonContext, type PlanRules } from '../sections/section-plan.js'

export const salaryFields = ['Value', 'Type', 'Start'] as const satisfies readonly FieldName[]

/** A salary as the values of its section; all empty when there is none. */
export const toValues = (row: SalaryRow | undefined): Values =>
  row === undefined ? emptyValues('salary') : { Value: row.Value, Type: row.Type, Start: row.Start }

/** Why a salary may not be sent; `undefined` when it may. */
export const reasonAgainst = (row: SalaryRow, rules: PlanRules): PlainFindingCode | undefined =>
  rules.capabilities.has('salary.update') || rules.capabilities.has('salary.add')
    ? reasonAgainstStart(row.Start, rules)
    : 'not-supported'

/** `before` is what is in force on the day the salary starts. */
export const toSalaryChange = (context: PersonContext, row: SalaryRow, before: Values): UpdateChange => {
  const after: Values = { ...row }
  const fields = fieldsIn(after).filter((field) => after[field] !== before[field])
  return toUpdate(context, 'salary', { before, after, fields })
}

/** Whether it starts before the current payroll period, and no one allowed that for this run. */
export const isTooEarly = ({ Start }: SalaryRow, rules: PlanRules): boolean =>
  reasonAgainstStart(Start, rules) === 'before-current-period'
