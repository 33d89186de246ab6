/**
 * The answers with which the target refuses a write for good, each with what it says: the same write gets the
 * same answer until a value of either side or the payroll period moves (Nmbrs contract, section 4). Every
 * transport translates its own numbers and statuses to these codes. Missing rights are not among them: they
 * are opened in the target, where no value shows it.
 */
export const lastingRefusals = {
  'period-protected': 'the change lies outside the current payroll period',
  'tax-declaration-sent': 'the wage tax declaration of the period was already sent',
  'trial-refused': 'not possible on a free trial',
  'hour-component-refused': 'invalid hour component',
  'wage-component-refused': 'invalid wage component',
  'period-refused': 'the period does not fit the period type of the company',
  'iban-refused': 'Nmbrs refuses the IBAN',
  'iban-required': 'Nmbrs wants an IBAN for this bank account',
  'bank-number-refused': 'Nmbrs refuses the bank account number',
  'bank-type-refused': 'Nmbrs refuses the bank account type',
  'dates-refused': 'the dates do not go together',
  'values-refused': 'the values do not go together',
  'second-address': 'there is a home address from this payroll period on, and Nmbrs takes no second one',
  refused: 'Nmbrs refuses it with a number that this call should not get',
} as const

export type LastingRefusal = keyof typeof lastingRefusals

export const isLastingRefusal = (code: string): code is LastingRefusal => Object.hasOwn(lastingRefusals, code)
