import { describe, expect, it } from '@jest/globals'

import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { aWorld, anEmployee, personalFields } from '../small-world.js'
import { call } from '../soap/soap-call.js'
import { withSandbox } from '../with-sandbox.js'
import { api, companyGuid, consentTo, employeeGuid, ofCompany, rowsOf } from './rest-call.js'

const manyPeople = (count: number): ReturnType<typeof aWorld> =>
  aWorld({
    employees: Array.from({ length: count }, (_nothing, index) => {
      const id = 501 + index
      const [info] = anEmployee().personalInfos
      const fields = { ...personalFields, EmployeeNumber: String(1001 + index) }
      const row = { ...info!, id: id * 10, fields }
      return anEmployee({ id, personalInfos: [row, { ...row, id: row.id + 1, startPeriod: 6 }] })
    }),
  })

const complete = { restPersonalInfoOmits: 0 }

describe('the lists of the REST API', () => {
  it('show the person of SOAP under the id that SOAP converts to', async () => {
    await withSandbox({ switches: complete }, async (sandbox) => {
      const converted = await call(
        sandbox,
        'Converter_GetByCompany_IntToGuid',
        '<Entity>Employee</Entity><CompanyId>1234</CompanyId>',
        { service: 'CompanyService' },
      )
      const tokens = await consentTo(sandbox)
      const [row] = rowsOf(await api(sandbox, tokens, ofCompany('employees/personalinfo')))

      expect(converted.response).toEqual(
        expect.objectContaining({
          Converter_GetByCompany_IntToGuidResult: {
            Entity: 'Employee',
            Mappings: { Mapping: { IdInt: '501', IdGuid: employeeGuid } },
          },
        }),
      )
      expect(row).toMatchObject({
        employeeId: employeeGuid,
        info: [
          {
            basicInfo: { employeeNumber: 1001, firstName: 'Roos', prefix: 'van', employeeType: 'payroll' },
            birthInfo: { birthDate: '1990-04-30T00:00:00', nationality: { codeISO: 'NL' }, gender: 'female' },
            contactInfo: { privatePhone: '+31612340001', businessEmail: 'roos@tulpwerk.example' },
            partnerInfo: { ascriptionCode: 1 },
            period: { year: 2026, period: 1 },
          },
        ],
      })
      expect(JSON.stringify(row)).not.toContain(personalFields.BSN)
    })
  })

  it.each([
    ['Company', companyGuid, '1234'],
    ['Debtor', toGuid('debtor', 7), '7'],
  ])('have the id that SOAP converts a %s to', async (entity, guid, id) => {
    await withSandbox({}, async (sandbox) => {
      const content = `<Entity>${entity}</Entity><CompanyId>1234</CompanyId>`
      const { response } = await call(sandbox, 'Converter_GetByCompany_IntToGuid', content, {
        service: 'CompanyService',
      })

      expect(JSON.stringify(response)).toContain(`{"IdInt":"${id}","IdGuid":"${guid}"}`)
    })
  })

  it('show the address, account, salary and employment of the same person, and no BIC', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const read = async (resource: string): Promise<unknown> =>
        rowsOf(await api(sandbox, tokens, ofCompany(`employees/${resource}`)))[0]

      expect(await read('addresses')).toMatchObject({
        addresses: [{ type: 'homeAddress', isDefault: true, street: 'Dorpsweg', houseNumber: '12' }],
      })
      expect(await read('bankaccounts')).toEqual({
        employeeId: employeeGuid,
        bankAccounts: [
          {
            bankAccountId: toGuid('bankAccount', 9003),
            number: null,
            description: null,
            IBAN: 'NL91ABNA0417164300',
            city: null,
            name: 'R. van Vooren',
            bankAccountType: 'standard',
          },
        ],
      })
      expect(await read('salaries')).toMatchObject({
        salaries: [{ startDate: '2026-01-01T00:00:00', type: 'grossParttimeSalary', value: 3250.5 }],
      })
      expect(await read('employments')).toMatchObject({
        employments: [
          { startDate: '2026-01-01T00:00:00', endDate: null, seniorityDate: '2020-03-01T00:00:00' },
        ],
      })
    })
  })

  it('come in pages that hold everybody once, whatever the size', async () => {
    await withSandbox({ data: manyPeople(45), switches: { restHistory: 'tidy' } }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const ids: unknown[] = []
      for (const page of [1, 2, 3]) {
        const answer = await api(sandbox, tokens, ofCompany(`employees?pageNumber=${page}`))
        expect(answer.body.pagination).toMatchObject({ pageNumber: page, pageSize: 20, totalRecords: 45 })
        ids.push(...rowsOf(answer).map(({ employeeId }) => employeeId))
      }
      const beyond = await api(sandbox, tokens, ofCompany('employees?pageNumber=4'))

      expect(new Set(ids).size).toBe(45)
      expect(rowsOf(beyond)).toEqual([])
    })
  })

  it('point at the pages around them, with the filters that were asked', async () => {
    await withSandbox({ data: manyPeople(7) }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const path = ofCompany('employees')
      const { body } = await api(sandbox, tokens, `${path}?employeeType=payroll&pageNumber=2&pageSize=3`)
      const at = (page: number): string =>
        `${sandbox.host}${path}?employeeType=payroll&pageNumber=${page}&pageSize=3`

      expect(body.pagination).toEqual({
        pageNumber: 2,
        pageSize: 3,
        totalPages: 3,
        totalRecords: 7,
        firstPage: at(1),
        lastPage: at(3),
        nextPage: at(3),
        previousPage: at(1),
      })
    })
  })

  it('split a history over two rows of one employee, which together are the whole', async () => {
    const switches = { ...complete, restHistory: 'whole' as const }
    await withSandbox({ data: manyPeople(4), switches }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const path = ofCompany('employees/personalinfo')
      const rows = rowsOf(await api(sandbox, tokens, path))
      sandbox.switches.restHistory = 'tidy'
      const tidy = rowsOf(await api(sandbox, tokens, path))
      const entries = (list: typeof rows): number => list.flatMap(({ info }) => info).length

      expect([rows.length, tidy.length]).toEqual([6, 4])
      expect([entries(rows), entries(tidy)]).toEqual([8, 8])
    })
  })

  it('know former employees by their type', async () => {
    const data = aWorld({ employees: [anEmployee(), anEmployee({ id: 502, typeId: 3 })] })
    await withSandbox({ data }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const former = await api(sandbox, tokens, ofCompany('employees?employeeType=formerPayroll'))

      expect(rowsOf(former).map(({ employeeId }) => employeeId)).toEqual([toGuid('employee', 502)])
    })
  })
})
