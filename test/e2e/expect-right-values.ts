import { expect } from '@jest/globals'

import type { AlexisSandbox } from '../../src/sandbox/alexis/start-alexis-sandbox.js'
import type { NmbrsSandbox } from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'

/**
 * Every person of the source is in Nmbrs exactly once, with what the source's own records say, and nobody
 * else is.
 */
export const expectRightValues = ({
  alexis,
  nmbrs,
}: {
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
}): void => {
  const employees = nmbrs.store.allEmployees().map(({ id }) => nmbrs.store.employee(id))
  const byNumber = new Map(employees.map((employee) => [employee.personalInfo.EmployeeNumber, employee]))
  expect(employees).toHaveLength(alexis.data.employees.length)
  for (const person of alexis.data.employees) {
    const held = byNumber.get(person.employeeNumber)
    const pay = alexis.data.compensations.filter(({ employeeId }) => employeeId === person.id)
    expect(held?.personalInfo).toMatchObject({
      FirstName: person.firstName?.trim(),
      LastName: person.lastName?.trim(),
      Birthday: person.birthDate?.slice(0, 10),
    })
    expect(held?.addresses.map(({ type, fields }) => [type, fields.Street])).toEqual([
      ['HomeAddress', person.homeAddress?.street],
    ])
    expect(held?.bankAccounts.map(({ type, fields }) => [type, fields.IBAN])).toEqual([
      ['Standaard', person.bankAccount?.iban?.replaceAll(' ', '').toUpperCase()],
    ])
    expect(held?.salaries.map(({ value }) => Number(value))).toEqual(pay.map(({ amount }) => amount))
  }
}
