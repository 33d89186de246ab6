import type { Finding, FindingCode } from '../../domain/finding.js'
import type { FieldName } from '../../domain/sections.js'
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
  return [
    findings.error(
      'bank-account-incomplete',
      'bankAccount',
      undefined,
      'The bank account has neither an IBAN nor a number; the bank account is not sent',
      'Enter the IBAN in AlexisHR, or empty the rest of the bank account. The next sync will pick this up.',
    ),
  ]
}

const codeWithout: Readonly<Record<'Value' | 'Type' | 'Start', FindingCode>> = {
  Value: 'amount-invalid',
  Type: 'salary-type-unknown',
  Start: 'value-invalid',
}

/**
 * What is wrong with a salary as a whole: an amount without its type or start, in another currency than the
 * euro that the target pays in (AlexisHR contract, section 6), or per another period than its type says.
 */
export const checkSalary = (
  salary: Values,
  values: SourceEmployee['values'],
  findings: PersonFindings,
): Finding[] => {
  const note = (code: FindingCode, field: FieldName | undefined, message: string, remedy: string): Finding =>
    findings.error(code, 'salary', field, `${message}; ${findings.salaryHeld}`, remedy)
  const absent = (['Value', 'Type', 'Start'] as const).filter((field) => salary[field] === undefined)
  const found = absent.map((field) =>
    note(
      codeWithout[field],
      field,
      `The compensation has no ${field}`,
      'Complete the compensation in AlexisHR.',
    ),
  )
  if (values['compensation.currency']?.trim().toUpperCase() !== 'EUR') {
    const message = 'compensation.currency is not EUR, and Nmbrs pays in euro'
    found.push(note('currency-not-euro', undefined, message, 'Enter the compensation in euro in AlexisHR.'))
  }
  if (
    salary.Type !== undefined &&
    !fitsPeriod(salary.Type, values['compensation.payoutPeriod']?.trim() ?? '')
  ) {
    const message = 'compensation.payoutPeriod does not fit the salary type'
    const remedy = 'Enter the compensation per month or per hour in AlexisHR, or correct the mapping of Type.'
    found.push(note('salary-type-unknown', 'Type', message, remedy))
  }
  return found
}
