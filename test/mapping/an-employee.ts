import { toSourceCompanyId, toSourceEmployeeId } from '../../src/domain/ids.js'
import type { SourceEmployee } from '../../src/source/port.js'

/** An invented person whose every exported field is usable. */
export const completeValues: Readonly<Record<string, string>> = {
  'employee.firstName': 'Fleur',
  'employee.lastName': "van 't Voorbeeld",
  'employee.birthDate': '1991-04-30T00:00:00.000Z',
  'employee.ssnCountry': 'NL',
  'employee.privateEmail': 'fleur@privemail.example',
  'employee.privatePhone': '06 - 12 34 56 78',
  'employee.workPhone': '+31 20 555 01 42',
  'employee.workEmail': 'fleur@tulpwerk.example',
  'employee.employeeNumber': '1042',
  'employee.homeAddress.street': 'Lange Nieuwstraat 12-bis',
  'employee.homeAddress.postalCode': '3512 PH',
  'employee.homeAddress.city': 'Utrecht',
  'employee.homeAddress.country': 'Nederland',
  'employee.bankAccount.iban': 'nl91 ABNA 0417 1643 00',
  'employee.bankAccount.bic': 'ABNANL2A',
  'employee.hireDate': '2023-09-01T00:00:00.000Z',
  'compensation.amount': '4175.5',
  'compensation.currency': 'EUR',
  'compensation.payoutPeriod': 'MONTHLY',
  'compensation.effectiveDate': '2026-01-01T00:00:00.000Z',
}

/** The complete person with what a test changes; a value that is `undefined` is absent. */
export const anEmployee = (
  changes: Readonly<Record<string, string | undefined>> = {},
  rest: Partial<Omit<SourceEmployee, 'values'>> = {},
): SourceEmployee => ({
  id: toSourceEmployeeId('64f1a0c2e4b0a1000a1b2c01'),
  companyId: toSourceCompanyId('64f19f00e4b0a1000a1b2b00'),
  active: true,
  issues: [],
  ...rest,
  values: Object.fromEntries(
    Object.entries({ ...completeValues, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ),
})
