import type { Finding } from '../../domain/finding.js'
import type { Values } from '../../domain/values.js'
import type { SourceEmployee } from '../../source/port.js'
import type { PersonFindings } from '../row/row-findings.js'
import { fitsPeriod } from '../transforms/salary-type.js'

/**
 * What is wrong with a bank account as a whole; none means that it can be sent. A BIC alone names a bank and
 * no account. A number without IBAN is an account (Swedish ones are, AlexisHR contract, section 5.3); neither
 * is ever made out of the other.
 */
export const checkBankAccount = (values: Values, findings: PersonFindings): Finding[] => {
  if (values.IBAN !== undefined || values.Number !== undefined) return []
  return [findings.tell('bank-account-incomplete', 'bankAccount', undefined, {})]
}

const nameWithout = {
  Value: 'amount-invalid/absent',
  Type: 'salary-type-unknown/absent',
  Start: 'value-invalid/absent',
} as const

/**
 * What is wrong with a salary as a whole: an amount without its type or start, in another currency than the
 * euro that the target pays in (AlexisHR contract, section 6), or per another period than its type says.
 */
export const checkSalary = (
  salary: Values,
  values: SourceEmployee['values'],
  findings: PersonFindings,
): Finding[] => {
  const held = { held: findings.salaryHeld }
  const absent = (['Value', 'Type', 'Start'] as const).filter((field) => salary[field] === undefined)
  const found = absent.map((field) => findings.tell(nameWithout[field], 'salary', field, held))
  if (values['compensation.currency']?.trim().toUpperCase() !== 'EUR')
    found.push(findings.tell('currency-not-euro', 'salary', undefined, held))
  const period = values['compensation.payoutPeriod']?.trim() ?? ''
  if (salary.Type !== undefined && !fitsPeriod(salary.Type, period))
    found.push(findings.tell('salary-type-unknown/period', 'salary', 'Type', held))
  return found
}
