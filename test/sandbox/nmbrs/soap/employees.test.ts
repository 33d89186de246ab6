import { describe, expect, it } from '@jest/globals'
import { aCompany, anEmployee, aWorld, companyId } from '../small-world.js'
import { call } from './soap-call.js'
import type { Reply } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'

const insert = (sandbox: NmbrsSandbox, startDate: string, unprotected = false): Promise<Reply> =>
  call(
    sandbox,
    'Employee_Insert',
    `<FirstName>Bo</FirstName><LastName>Nieuw</LastName><StartDate>${startDate}T00:00:00</StartDate>` +
      `<CompanyId>${companyId}</CompanyId><UnprotectedMode>${unprotected}</UnprotectedMode>`,
  )

const listOf = async (sandbox: NmbrsSandbox, typeId: number): Promise<string[]> => {
  const content = `<CompanyId>${companyId}</CompanyId><EmployeeType>${typeId}</EmployeeType>`
  const { text } = await call(sandbox, 'List_GetByCompany', content)
  return [...text.matchAll(/<Id>(\d+)<\/Id>/g)].map(([, id]) => id ?? '')
}

describe('creating an employee', () => {
  it('gives an id of its own, and a number nobody was asked for', async () => {
    await withSandbox({}, async (sandbox) => {
      const reply = await insert(sandbox, '2026-11-01')

      expect(reply.response.Employee_InsertResult).toBe('502')
      expect(sandbox.store.employee(502)).toEqual({
        id: 502,
        companyId,
        typeId: 2,
        personalInfo: { EmployeeNumber: '1002', FirstName: 'Bo', LastName: 'Nieuw' },
        addresses: [],
        bankAccounts: [],
        salaries: [],
        employment: {
          id: 9007,
          creationDate: '2026-11-01T09:00:01',
          startDate: '2026-11-01',
          initialStartDate: '2026-11-01',
        },
      })
    })
  })

  it('makes two of a call that is sent twice', async () => {
    await withSandbox({}, async (sandbox) => {
      await insert(sandbox, '2026-11-01')
      await insert(sandbox, '2026-11-01')

      expect(sandbox.store.allEmployees().map(({ id }) => id)).toEqual([501, 502, 503])
    })
  })

  it('refuses a start before the current period, unless protection is off', async () => {
    await withSandbox({}, async (sandbox) => {
      const refused = await insert(sandbox, '2026-10-31')
      const allowed = await insert(sandbox, '2026-10-31', true)

      expect(refused.fault).toMatch(/---> 2011: /)
      expect(allowed.status).toBe(200)
      expect(sandbox.store.allEmployees()).toHaveLength(2)
    })
  })

  it('refuses it while the run is locked, where the switch says so', async () => {
    const data = aWorld({ companies: [aCompany({ lockedRun: true })] })
    await withSandbox({ data }, async (sandbox) => {
      const allowed = await insert(sandbox, '2026-11-01')
      sandbox.switches.currentWriteInLockedRun = 'refuse'
      const refused = await insert(sandbox, '2026-11-01')

      expect(allowed.status).toBe(200)
      expect(refused.fault).toMatch(/---> 2012: /)
    })
  })
})

describe('listing employees', () => {
  const employees = [1, 2, 3, 4, 5, 6].map((id) => anEmployee({ id, typeId: (id % 3) + 1 }))

  it('names the types, and everybody under his own only', async () => {
    await withSandbox({ data: aWorld({ employees }) }, async (sandbox) => {
      const types = await call(sandbox, 'EmployeeType_GetList')

      expect(types.response.EmployeeType_GetListResult).toEqual({
        EmployeeType: [
          { Id: '1', Description: 'Applicant' },
          { Id: '2', Description: 'Employee' },
          { Id: '3', Description: 'Former employee' },
        ],
      })
      expect((await listOf(sandbox, 1)).sort()).toEqual(['3', '6'])
      expect((await listOf(sandbox, 2)).sort()).toEqual(['1', '4'])
      expect((await listOf(sandbox, 3)).sort()).toEqual(['2', '5'])
      expect(await listOf(sandbox, 9)).toEqual([])
    })
  })

  it('gives number and name, in an order that is not that of the ids', async () => {
    const many = Array.from({ length: 12 }, (_nothing, index) => anEmployee({ id: index + 1 }))
    await withSandbox({ data: aWorld({ employees: many }) }, async (sandbox) => {
      const ids = await listOf(sandbox, 2)
      const content = `<CompanyId>${companyId}</CompanyId><EmployeeType>2</EmployeeType>`
      const { text } = await call(sandbox, 'List_GetByCompany', content)

      expect(ids).not.toEqual([...ids].sort((left, right) => Number(left) - Number(right)))
      expect(ids).toHaveLength(12)
      expect(text).toContain('<Number>1001</Number><DisplayName>Roos van Vooren</DisplayName>')
    })
  })
})

describe('the start of an employment', () => {
  it('can be changed, and nothing else with it', async () => {
    await withSandbox({}, async (sandbox) => {
      await call(
        sandbox,
        'Employment_UpdateEmploymentInitialStartDate',
        '<EmployeeId>501</EmployeeId><InitialStartDate>2019-02-03T00:00:00</InitialStartDate>',
      )

      expect(sandbox.store.employee(501).employment).toMatchObject({
        startDate: '2026-01-01',
        initialStartDate: '2019-02-03',
      })
    })
  })

  it.each([
    ['nil', '<EndDate xsi:nil="true" />'],
    ['0001', '<EndDate>0001-01-01T00:00:00</EndDate>'],
    ['9999', '<EndDate>9999-12-31T00:00:00</EndDate>'],
  ] as const)('has an open end written as %s', async (openEnd, expected) => {
    await withSandbox({ switches: { openEnd } }, async (sandbox) => {
      const reply = await call(
        sandbox,
        'Employment_GetAll_AllEmployeesByCompany',
        `<CompanyID>${companyId}</CompanyID>`,
      )

      expect(reply.text).toContain(expected)
    })
  })
})

describe('the current period', () => {
  it.each([
    ['2026-11-M', '4W', '2026-11-M'],
    ['2026-1-M', '4W', '2026-1-M'],
    ['2026-12-4W', '4W', '2026-12-4W'],
    ['2026-12-4W', 'W4', '2026-12-W4'],
    ['2026-53-W', '4W', '2026-53-W1'],
  ] as const)('of %s with code %s is spelled %s', async (period, periodCode, expected) => {
    const data = aWorld({ companies: [aCompany({ period })] })
    await withSandbox({ data, switches: { periodCode } }, async (sandbox) => {
      const reply = await call(sandbox, 'Company_GetCurrentPeriod', `<CompanyId>${companyId}</CompanyId>`, {
        service: 'CompanyService',
      })

      expect(reply.response.Company_GetCurrentPeriodResult).toBe(expected)
    })
  })

  it('of a company that does not exist in the calendar is refused when it is set', async () => {
    await withSandbox({}, async (sandbox) => {
      expect(() => {
        sandbox.store.changeCompany(companyId, { period: '2026-13-M' })
      }).toThrow('2026-13-M is not a payroll period')
      expect(sandbox.store.findCompany(companyId)?.period).toBe('2026-11-M')
      await Promise.resolve()
    })
  })
})
