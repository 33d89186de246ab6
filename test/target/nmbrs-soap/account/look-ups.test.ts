import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { AccountReader } from '../../../../src/onboarding/check/account-reader.js'
import { startNmbrsSandbox, type NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { aCompany, anEmployee, companyId, personalFields } from '../../../sandbox/nmbrs/small-world.js'
import { aRun, twoDebtors } from '../../../sandbox/nmbrs/two-debtors.js'
import { withAccount } from './with-account.js'

const company = String(companyId)
const switchedOff = { answer: 'refused', code: '1002' }

const numbered = (id: number, number: string, typeId: number) => {
  const [row] = anEmployee().personalInfos
  const fields = { ...personalFields, EmployeeNumber: number }
  return anEmployee({ id, typeId, personalInfos: [{ ...row!, id: id + 9000, fields }] })
}

let sandbox: NmbrsSandbox

beforeAll(async () => {
  const employees = [numbered(501, '1001', 2), numbered(502, '77', 3), numbered(503, '77', 2)]
  sandbox = await startNmbrsSandbox({ data: twoDebtors({ employees }) })
})

afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.reset()
  sandbox.accounts[0] = { ...sandbox.account }
})

const ask = <Result>(question: (reader: AccountReader) => Promise<Result>): Promise<Result> =>
  withAccount(sandbox, [], question)

const sent = (): string[] => sandbox.calls.records.map(({ service, operation }) => `${service}:${operation}`)

describe('the companies', () => {
  it('have their names to the letter, blanks that nobody sees included', async () => {
    const name = ' Tulpwerk\u00a0 B.V. & Zn\u0301\u200b '
    sandbox.store.changeCompany(companyId, { name })

    const companies = await ask((reader) => reader.readCompanies())

    expect(companies).toEqual({
      status: 'read',
      value: [
        { id: company, name },
        { id: '1235', name: 'Rooswerk B.V.' },
      ],
    })
  })
})

describe('the payroll period', () => {
  it.each([
    ['2026-11-M', { year: 2026, period: 11, type: 'month' }],
    ['2026-12-4W', { year: 2026, period: 12, type: 'four-weeks' }],
  ])('is read from %s', async (period, value) => {
    sandbox.store.changeCompany(companyId, { period })

    expect(await ask((reader) => reader.readCurrentPeriod(company))).toEqual({ status: 'read', value })
  })

  it('is not read when its call is switched off', async () => {
    sandbox.accounts[0]!.template = { CompanyService: { except: ['Company_GetCurrentPeriod'] } }

    expect(await ask((reader) => reader.readCurrentPeriod(company))).toEqual({
      status: 'unread',
      call: { service: 'CompanyService', call: 'Company_GetCurrentPeriod' },
      answer: switchedOff,
    })
  })
})

describe('the domain', () => {
  it('is what stands before .nmbrs', async () => {
    expect(await ask((reader) => reader.readDomain())).toEqual({ status: 'read', value: 'tulpwerk' })
  })

  it('is not read, and not empty, when its call is switched off', async () => {
    sandbox.accounts[0]!.template = { DebtorService: 'none' }

    expect(await ask((reader) => reader.readDomain())).toMatchObject({
      status: 'unread',
      answer: switchedOff,
    })
  })
})

describe('the tags', () => {
  const readTags = (id: string) => ask((reader) => reader.readDebtorTags(id))

  it('are those of the debtor that lists the company, looked for where the names are alike', async () => {
    expect(await readTags(company)).toEqual({ status: 'read', value: { debtorId: '7', tags: ['a.s.r.'] } })
    expect(await readTags('1235')).toEqual({ status: 'read', value: { debtorId: '8', tags: [] } })
    expect(sent().filter((key) => key === 'CompanyService:List_GetByDebtor')).toHaveLength(2)
  })

  it('are those of the only debtor an account sees', async () => {
    sandbox.accounts[0]!.tags = ['a.s.r.']

    expect(await readTags(company)).toMatchObject({ value: { debtorId: '7' } })
    expect(sent()).toEqual(['DebtorService:List_GetAll', 'DebtorService:Tags_Get'])
  })

  it.each([
    ['DebtorService', 'List_GetAll'],
    ['CompanyService', 'List_GetByDebtor'],
    ['DebtorService', 'Tags_Get'],
  ] as const)('are not read when %s %s is switched off', async (service, call) => {
    sandbox.accounts[0]!.template = { [service]: { except: [call] } }

    expect(await readTags(company)).toEqual({
      status: 'unread',
      call: { service, call },
      answer: switchedOff,
    })
  })

  it('are not read when no debtor lists the company', async () => {
    expect(await readTags('999')).toMatchObject({
      status: 'unread',
      answer: { answer: 'not-asked', reason: 'no-debtor' },
    })
  })

  it('are not searched for through more debtors than a check may look into', async () => {
    const many = Array.from({ length: 30 }, (_nothing, index) => ({
      id: 100 + index,
      number: String(index),
      name: `Vreemd ${index}`,
    }))
    const crowded = await startNmbrsSandbox({
      data: twoDebtors({ debtors: many, companies: [aCompany({ debtorId: 129, runs: [aRun()] })] }),
    })
    try {
      const tags = await withAccount(crowded, [], (reader) => reader.readDebtorTags(company))

      expect(tags).toMatchObject({ status: 'unread', answer: { answer: 'not-asked' } })
      expect(crowded.calls.records).toHaveLength(8)
    } finally {
      await crowded.close()
    }
  })
})

describe('an employee number', () => {
  const find = (number: string) => ask((reader) => reader.findEmployees(company, number))

  it('is looked for among employees of every kind', async () => {
    expect(await find('77')).toMatchObject({ status: 'read', value: [{}, {}] })
    expect(await find('0077')).toMatchObject({ status: 'read', value: [{}, {}] })
    expect(await find('1001')).toEqual({ status: 'read', value: [{ displayName: expect.any(String) }] })
    expect(await find('4711')).toEqual({ status: 'read', value: [] })
  })

  it('is not called absent when only people in service could be listed', async () => {
    sandbox.accounts[0]!.template = { EmployeeService: { except: ['EmployeeType_GetList'] } }

    expect(await find('1001')).toMatchObject({ status: 'read', value: [{}] })
    expect(await find('4711')).toEqual({
      status: 'unread',
      call: { service: 'EmployeeService', call: 'EmployeeType_GetList' },
      answer: switchedOff,
    })
  })

  it('is not called absent when the list is switched off', async () => {
    sandbox.accounts[0]!.template = { EmployeeService: { except: ['List_GetByCompany'] } }

    expect(await find('1001')).toMatchObject({ status: 'unread', call: { call: 'List_GetByCompany' } })
  })
})
