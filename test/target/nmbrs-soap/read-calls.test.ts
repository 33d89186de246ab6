import { describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { operationNames, shapeOf } from '../../../src/target/nmbrs-soap/wire/operations.js'
import {
  findReadCall,
  getReadCall,
  isWriteName,
  readCalls,
} from '../../../src/target/nmbrs-soap/read-calls/find-read-call.js'
import { describeWsdl, findReferenceWsdl } from './wsdl.js'

const services = ['EmployeeService', 'CompanyService', 'DebtorService'] as const

/** These take an employee type in version 3 (Nmbrs contract, section 2.1). */
const changedSince = new Set(['EmployeeService:List_GetByCompany', 'EmployeeService:List_GetByDebtor'])

const kinds: Readonly<Record<string, string>> = { int: 'int', dateTime: 'date' }

describe('the reading calls that can be tried', () => {
  it('are named once in each service', () => {
    const keys = readCalls.map(({ service, call }) => `${service}:${call}`)

    expect(new Set(keys).size).toBe(keys.length)
  })

  it('include every reading call of the sync, with the same arguments', () => {
    for (const operation of operationNames) {
      const { service, effect, args } = shapeOf(operation)
      const parameters = findReadCall(service, operation)?.parameters.map(({ name }) => name)

      expect([operation, parameters]).toEqual([operation, effect === 'read' ? Object.keys(args) : undefined])
    }
  })

  it.each([
    'Employee_Insert',
    'Address_InsertCurrent',
    'Children_InsertBatch',
    'DaysVar_Set',
    'Absence_RecoveryInsert',
    'employee_insert',
    'WageComponentVar_Clear',
    'Employee_Transition',
    'BankAccount_DeleteCurrent',
  ])('are never named like %s', (call) => {
    expect(isWriteName(call)).toBe(true)
    for (const service of services) expect(findReadCall(service, call)).toBeUndefined()
  })

  it.each(['Address_GetListCurrent', 'WebhookSettings_Get', 'Reports_BackgroundTask_Result'])(
    'may be named like %s',
    (call) => {
      expect(isWriteName(call)).toBe(false)
    },
  )

  it('are not made up when they are not known', () => {
    expect(() => getReadCall('EmployeeService', 'Employee_Insert')).toThrow('not a known reading call')
    expect(findReadCall('EmployeeService', 'constructor')).toBeUndefined()
    expect(findReadCall('constructor', 'List_GetAll')).toBeUndefined()
  })
})

describe.each(services)('the published description of %s', (service) => {
  const reference = findReferenceWsdl(service)
  const published = reference === undefined ? undefined : describeWsdl(reference)
  const withReference = published === undefined ? it.skip : it

  withReference('has the arguments of its reading calls in this order and of this kind', () => {
    const own = readCalls.filter(
      ({ call }) => published?.operations.includes(call) === true && !changedSince.has(`${service}:${call}`),
    )
    const ofService = own.filter((each) => each.service === service)

    expect(ofService.length).toBeGreaterThan(10)
    for (const { call, parameters } of ofService) {
      // A scale that need not be given is not given.
      const fields = published?.fieldsOfElement(call).filter(({ type }) => type !== 'SalaryTableScale')
      expect([call, parameters.map(({ name, kind }) => [name, kind])]).toEqual([
        call,
        fields?.map(({ name, type }) => [name, kinds[type] ?? 'text']),
      ])
    }
  })

  withReference('has no writing call that could be tried', () => {
    const writes = published?.operations.filter(isWriteName) ?? []

    expect(writes.length).toBeGreaterThan(5)
    expect(writes.filter((call) => findReadCall(service, call) !== undefined)).toEqual([])
  })
})

describe('the published lists of calls', () => {
  const path = new URL('../../../../shared/reference/nmbrs_profiles.json', import.meta.url)
  const withLists = existsSync(path) ? it : it.skip

  withLists('ask for no reading call that cannot be tried', () => {
    const listed = new Set(
      [...readFileSync(path, 'utf8').matchAll(/"(\w+Service):(\w+)"/g)].map(
        ([, service, call]) => `${service ?? ''}:${call ?? ''}`,
      ),
    )
    const reading = [...listed].filter((key) => !isWriteName(key.split(':')[1] ?? ''))

    const missing = reading.filter((key) => {
      const [service = '', call = ''] = key.split(':')
      return findReadCall(service, call) === undefined
    })

    expect(reading.length).toBeGreaterThan(50)
    expect(missing).toEqual([])
  })
})
