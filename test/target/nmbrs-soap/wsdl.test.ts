import { describe, expect, it } from '@jest/globals'
import {
  namespaceOf,
  operationNames,
  shapeOf,
  type ArgumentKind,
  type Service,
} from '../../../src/target/nmbrs-soap/wire/operations.js'
import { recordOrders } from '../../../src/target/nmbrs-soap/wire/schema.js'
import { describeWsdl, findReferenceWsdl, readOwnWsdl } from './wsdl.js'

const services: readonly Service[] = ['EmployeeService', 'CompanyService', 'DebtorService']

const kindOf = (type: string): ArgumentKind => {
  const kinds: Readonly<Record<string, ArgumentKind>> = {
    int: 'int',
    string: 'text',
    dateTime: 'date',
    boolean: 'boolean',
  }
  return kinds[type] ?? 'record'
}

describe('the table of operations', () => {
  it.each(operationNames)('spells the arguments of %s as the WSDL does, in its order', (operation) => {
    const { service, args } = shapeOf(operation)
    const wsdl = describeWsdl(readOwnWsdl(service))

    expect(wsdl.operations).toContain(operation)
    expect(Object.entries(args)).toEqual(
      wsdl.fieldsOfElement(operation).map(({ name, type }) => [name, kindOf(type)]),
    )
  })
})

describe('the order of the records that are written', () => {
  const wsdl = describeWsdl(readOwnWsdl('EmployeeService'))

  it.each(['PersonalInfo', 'EmployeeAddress', 'BankAccount'] as const)(
    'is the one of the WSDL for %s',
    (type) => {
      expect(recordOrders[type]).toEqual(wsdl.fieldsOfType(type).map(({ name }) => name))
    },
  )

  it('is the one of the WSDL for a salary, whose table is left out', () => {
    expect([...recordOrders.SalaryInput, 'SalaryTable']).toEqual(
      wsdl.fieldsOfType('SalaryInput').map(({ name }) => name),
    )
  })
})

describe.each(services)('the WSDL of %s', (service) => {
  const reference = findReferenceWsdl(service)
  const own = describeWsdl(readOwnWsdl(service))

  it('has the namespace of version 3 and speaks SOAP 1.1 only', () => {
    const text = readOwnWsdl(service)

    expect(text).toContain(`targetNamespace="${namespaceOf(service)}"`)
    expect(text).not.toContain('soap12')
  })

  const withReference = reference === undefined ? it.skip : it

  withReference('agrees with the published one on every type and call both have', () => {
    const published = describeWsdl(reference ?? '')
    // `List_GetByCompany` takes an employee type in version 3 (Nmbrs contract, section 2.1).
    const calls = own.operations.filter(
      (name) => published.operations.includes(name) && name !== 'List_GetByCompany',
    )
    const types = own.typeNames.filter((name) => published.typeNames.includes(name))

    expect(types.length).toBeGreaterThan(0)
    for (const name of types)
      expect({ [name]: own.fieldsOfType(name) }).toEqual({ [name]: published.fieldsOfType(name) })
    for (const name of calls.flatMap((call) => [call, `${call}Response`]))
      expect({ [name]: own.fieldsOfElement(name) }).toEqual({ [name]: published.fieldsOfElement(name) })
  })
})
