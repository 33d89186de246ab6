import { describe, expect, it } from '@jest/globals'

import { createAddressBook } from '../../../src/domain/addresses/address-book.js'
import { InternalError } from '../../../src/domain/errors.js'
import {
  toTargetCompanyId,
  toTargetEmployeeId,
  toTargetRecordId,
  type TargetEmployeeId,
} from '../../../src/domain/ids.js'
import { toPackedTarget } from '../../../src/domain/packed/packed-people.js'
import { packValues } from '../../../src/domain/packed/packed-values.js'
import type { Target } from '../../../src/target/port.js'
import { withKeys } from '../../../src/target/common/keyed-target.js'

const companyGuid = '8f043a6b-4a99-462e-a41d-1c4c91eeb96a'
const guid = '0b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1aa'
const free = '2b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1cc'
const [company, employee] = [toTargetCompanyId('1234'), toTargetEmployeeId('501')]
const book = createAddressBook([
  { kind: 'company', key: '1234', soapId: '1234', restId: companyGuid },
  { kind: 'employee', key: '501', soapId: '501', restId: guid },
])

/** Notes each call with its arguments, and answers as REST would. */
const aTarget = (): { target: Target; asked: unknown[][] } => {
  const asked: unknown[][] = []
  const employeeOf = (id: string) =>
    toPackedTarget({
      id: toTargetEmployeeId(id),
      displayName: 'somebody',
      personalInfo: packValues('personalInfo', { FirstName: 'Noor' }),
      address: undefined,
      employment: undefined,
      salaries: [],
    })
  const answers: Record<string, unknown> = {
    readCompanies: [{ id: companyGuid, name: 'Tulp B.V.' }],
    readSections: new Map([guid, free].map((id) => [id, employeeOf(id)])),
    readEmployeeList: [guid, free].map((id) => ({ id, displayName: 'somebody' })),
    readEmployee: employeeOf(guid),
    readAllBankAccounts: new Map([[guid, []]]),
    createEmployee: free,
  }
  const target = new Proxy({} as Target, {
    ownKeys: () => names,
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get:
      (_target, name: string) =>
      (...args: unknown[]) => {
        asked.push([name, ...args])
        return Promise.resolve(answers[name])
      },
  })
  return { target, asked }
}

const names = [
  'readCompanies',
  'readCurrentPeriod',
  'settlePeriod',
  'readSections',
  'readEmployeeList',
  'readEmployee',
  'readSalaries',
  'readHomeAddresses',
  'readBankAccounts',
  'createEmployee',
  'updatePersonalInfo',
  'writeAddress',
  'readAllBankAccounts',
  'insertBankAccount',
  'endBankAccount',
  'updateBankAccount',
  'updateSalary',
  'changeStartDate',
  'checkRights',
  'readDomain',
  'callCounts',
  'close',
]

describe('a target that goes by keys', () => {
  it('asks with the ids of the transport, whatever is asked', async () => {
    const { target, asked } = aTarget()
    const keyed = withKeys(target, book, 'rest')
    const write = { before: {}, after: {} }
    const record = toTargetRecordId('7')
    const salary = { value: '1', type: 't', start: '2026-11-01' }

    await keyed.readCurrentPeriod(company)
    await keyed.readSalaries(company, employee, '2026-11-22')
    await keyed.readHomeAddresses(employee)
    await keyed.readBankAccounts(employee)
    await keyed.updatePersonalInfo(employee, write)
    await keyed.writeAddress(employee, write)
    await keyed.insertBankAccount(employee, {})
    await keyed.endBankAccount(employee, record)
    await keyed.updateBankAccount?.(employee, record, {})
    await keyed.updateSalary(employee, salary)
    await keyed.changeStartDate(employee, '2026-11-01')
    await keyed.checkRights(company)

    expect(asked).toEqual([
      ['readCurrentPeriod', companyGuid],
      ['readSalaries', companyGuid, guid, '2026-11-22'],
      ['readHomeAddresses', guid],
      ['readBankAccounts', guid],
      ['updatePersonalInfo', guid, write],
      ['writeAddress', guid, write],
      ['insertBankAccount', guid, {}],
      ['endBankAccount', guid, '7'],
      ['updateBankAccount', guid, '7', {}],
      ['updateSalary', guid, salary],
      ['changeStartDate', guid, '2026-11-01'],
      ['checkRights', companyGuid],
    ])
  })

  it('gives keys for ids, and leaves an id that is nobody else’s key as it is', async () => {
    const keyed = withKeys(aTarget().target, book, 'rest')
    const query = { sections: new Set<never>(), today: '2026-11-22' }

    const read = await keyed.readSections(company, query)

    expect((await keyed.readCompanies()).map(({ id }) => id)).toEqual(['1234'])
    expect([...read].map(([key, one]) => [key, one.id, one.personalInfo?.FirstName])).toEqual([
      ['501', '501', 'Noor'],
      [free, free, 'Noor'],
    ])
    expect((await keyed.readEmployeeList(company)).map(({ id }) => id)).toEqual(['501', free])
    expect((await keyed.readEmployee({ id: employee, displayName: '' }, query)).id).toBe('501')
    expect([...((await keyed.readAllBankAccounts?.(company)) ?? new Map()).keys()]).toEqual(['501'])
    const made = { companyId: company, firstName: '', lastName: '', startDate: '', allowPastPeriod: false }
    expect(await keyed.createEmployee(made)).toBe(free)
  })

  it('refuses to ask about somebody who has no id over the transport', () => {
    const keyed = withKeys(aTarget().target, book, 'rest')

    expect(() => keyed.readBankAccounts('777' as TargetEmployeeId)).toThrow(InternalError)
  })

  it('is the target itself while nothing has two ids', () => {
    const { target } = aTarget()

    expect(withKeys(target, createAddressBook([]), 'soap')).toBe(target)
  })
})
