import { afterEach, describe, expect, it } from '@jest/globals'
import { AuthError } from '../../../src/domain/errors.js'
import { toTargetCompanyId } from '../../../src/domain/ids.js'
import type { Target } from '../../../src/target/port.js'
import { operationNames, shapeOf } from '../../../src/target/nmbrs-soap/wire/operations.js'
import { createStubTarget, numberedFault, startStub, type Answers, type StubNmbrs } from './stub-nmbrs.js'

const company = toTargetCompanyId('1234')
const everything: Answers = {
  ...Object.fromEntries(operationNames.map((operation) => [operation, ''])),
  Company_GetCurrentPeriod: '2026-11-M',
  EmployeeType_GetList: '<EmployeeType><Id>2</Id></EmployeeType>',
  List_GetByCompany: '<Employee><Id>11</Id></Employee>',
}

let stub: StubNmbrs
let target: Target

const check = async (answers: Answers): Promise<Record<string, string>> => {
  stub = await startStub({ ...everything, ...answers })
  target = await createStubTarget(stub)
  const rights = await target.checkRights(company)
  return Object.fromEntries(rights.map(({ operation, status }) => [operation, status]))
}

afterEach(async () => {
  await target.close()
  await stub.close()
})

describe('checking rights', () => {
  it('tries every reading call and names every writing one', async () => {
    const rights = await check({})

    expect(rights).toEqual(
      Object.fromEntries(
        operationNames.map((name) => [name, shapeOf(name).effect === 'read' ? 'active' : 'not-tested']),
      ),
    )
    expect(stub.requests.filter(({ operation }) => rights[operation] === 'not-tested')).toEqual([])
  })

  it('tells calls switched off from data out of reach and from other trouble', async () => {
    const rights = await check({
      Address_GetListCurrent: numberedFault(1002),
      BankAccount_GetListCurrent: numberedFault(1003),
      PersonalInfo_GetCurrent: numberedFault(2003),
      Salary_GetAll_AllEmployeesByCompany: { status: 404, body: '' },
    })

    expect(rights).toMatchObject({
      Address_GetListCurrent: 'inactive',
      BankAccount_GetListCurrent: 'no-access',
      PersonalInfo_GetCurrent: 'no-access',
      Salary_GetAll_AllEmployeesByCompany: 'error',
      List_GetAll: 'active',
    })
  })

  it('does not test what needs an employee when there is none', async () => {
    const rights = await check({ List_GetByCompany: '' })

    expect(rights).toMatchObject({ PersonalInfo_GetCurrent: 'not-tested', List_GetByCompany: 'active' })
  })

  it('goes on when the list itself is switched off', async () => {
    const rights = await check({ List_GetByCompany: numberedFault(1002) })

    expect(rights).toMatchObject({
      List_GetByCompany: 'inactive',
      PersonalInfo_GetCurrent: 'not-tested',
      EmployeeType_GetList: 'active',
    })
  })

  it('stops when the login is refused', async () => {
    await expect(check({ EmployeeType_GetList: numberedFault(1001) })).rejects.toBeInstanceOf(AuthError)
  })
})
