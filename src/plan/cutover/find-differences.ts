import type { SalaryRow, TargetEmployee } from '../../domain/employee.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import type { TargetBankAccount } from '../../target/port.js'
import { sameValue } from '../sections/diff-fields.js'
import type { PolicyOf } from '../sections/field-policy.js'

/** One employee of payroll as one transport shows them, with the accounts that are kept in step. */
export interface PayrollView {
  employee: TargetEmployee
  accounts: readonly Pick<TargetBankAccount, 'values'>[]
}

export interface FieldPlace {
  section: MappedSection
  field: FieldName
}

export interface DifferenceRules {
  /** The mapped fields that both transports carry. */
  rows: readonly FieldPlace[]
  policyOf: PolicyOf
  today: string
}

/**
 * The mapped fields in which two views of one employee differ. What a transport does not show is no
 * difference. Pure.
 */
export const findDifferences = (
  left: PayrollView,
  right: PayrollView,
  { rows, policyOf, today }: DifferenceRules,
): FieldPlace[] =>
  rows
    .filter(({ section, field }) => {
      if (isUnseen(left, field) || isUnseen(right, field)) return false
      const [one, other] = [valuesOf(left, section, today), valuesOf(right, section, today)]
      if (one === undefined || other === undefined) return one !== other
      const isSame = one.some((some) =>
        other.some((each) => sameValue(policyOf(section, field), some[field] ?? '', each[field] ?? '')),
      )
      return !isSame
    })
    .map(({ section, field }) => ({ section, field }))

const isUnseen = ({ employee }: PayrollView, field: FieldName): boolean =>
  employee.unseen?.includes(field) === true

/** What a section holds; several records where any of them may be meant. `undefined`: not read. */
const valuesOf = (
  { employee, accounts }: PayrollView,
  section: MappedSection,
  today: string,
): readonly Values[] | undefined => {
  switch (section) {
    case 'personalInfo':
    case 'address':
      return wrap(employee[section])
    case 'employment': {
      const { employment, alsoStarted } = employee
      if (employment === undefined) return undefined
      return alsoStarted === undefined
        ? [employment]
        : [employment, { ...employment, InitialStartDate: alsoStarted }]
    }
    case 'bankAccount':
      return accounts.length === 0 ? [{}] : accounts.map(({ values }) => values)
    case 'salary':
      return employee.salaries && [inForce(employee.salaries, today)]
  }
}

const wrap = (values: Values | undefined): readonly Values[] | undefined => values && [values]

const inForce = (rows: readonly SalaryRow[], today: string): Values => {
  const row = rows.findLast(({ Start }) => Start <= today)
  return row === undefined ? {} : { Value: row.Value, Type: row.Type, Start: row.Start }
}
