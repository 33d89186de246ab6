import { describe, expect, it } from '@jest/globals'
import type { NmbrsAccount } from '../../../../src/sandbox/nmbrs/world/data.js'
import { listedAnswers } from '../../../../src/sandbox/nmbrs/soap/listed/listed-operations.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { loadWireServices, type ServiceName } from '../../../../src/sandbox/nmbrs/soap/wire-schema.js'
import {
  findReadCall,
  readCalls,
  type ReadCall,
} from '../../../../src/target/nmbrs-soap/read-calls/find-read-call.js'
import type { Parameter } from '../../../../src/target/nmbrs-soap/read-calls/parameter.js'
import { companyId } from '../small-world.js'
import { call } from './soap-call.js'
import { twoDebtors } from '../two-debtors.js'
import { withSandbox } from '../with-sandbox.js'

const data = twoDebtors()

const fillings: Readonly<Record<string, string>> = {
  company: String(companyId),
  employee: '501',
  employeeType: '2',
  debtor: '7',
  run: '301',
  runYear: '2026',
  period: '11',
  year: '2026',
  firstDay: '2026-11-01T00:00:00',
  lastDay: '2026-11-30T00:00:00',
  task: 'none',
  unknown: '1',
}

const writeParameter = ({ name, filling }: Parameter): string =>
  `<${name}>${typeof filling === 'string' ? fillings[filling] : filling.constant}</${name}>`

const contentFor = ({ parameters }: ReadCall): string => parameters.map(writeParameter).join('')

const change = (sandbox: NmbrsSandbox, to: Partial<NmbrsAccount>): void => {
  Object.assign(sandbox.accounts[0]!, to)
}

describe('the calls that consumers ask for', () => {
  it('are all answered, to a message that has their arguments and no other', async () => {
    await withSandbox({ data }, async (sandbox) => {
      const faults: string[] = []

      for (const readCall of readCalls) {
        const { fault } = await call(sandbox, readCall.call, contentFor(readCall), {
          service: readCall.service,
        })
        if (fault !== undefined) faults.push(`${readCall.call} ${fault}`)
      }

      // Nobody started that task.
      expect(faults).toEqual([expect.stringContaining('Reports_BackgroundTask_Result soap:Server')])
      expect(sandbox.violations).toEqual([])
    })
  })

  it('have answers written only where the WSDLs give none, and only for calls that are known', () => {
    const written = Object.entries(listedAnswers).flatMap(([service, answers]) =>
      Object.keys(answers).map((name) => ({ service, name })),
    )
    const described = new Set(
      loadWireServices().flatMap(({ name, operations }) =>
        [...operations.keys()].map((each) => `${name}:${each}`),
      ),
    )

    expect(written.filter(({ service, name }) => findReadCall(service, name) === undefined)).toEqual([])
    expect(written.filter(({ service, name }) => described.has(`${service}:${name}`))).toEqual([])
  })

  it('give the contract of an employee in the element of version 3', async () => {
    await withSandbox({ data }, async (sandbox) => {
      const { response } = await call(sandbox, 'Contract_GetCurrentPeriod', '<EmployeeId>501</EmployeeId>')

      expect(response).toMatchObject({ EmployeeContractItem: { EmployeeId: '501' } })
    })
  })

  it.each(['EmployeeContractItem', 'EmployeeContractItemGlobal'] as const)(
    'name the contracts of everybody as the switch says: %s',
    async (contractItem) => {
      await withSandbox({ data, switches: { contractItem } }, async (sandbox) => {
        const operation = 'Contract_GetAll_AllEmployeesByCompany'

        const { response } = await call(sandbox, operation, `<CompanyID>${companyId}</CompanyID>`)

        expect(response[`${operation}Result`]).toMatchObject({ [contractItem]: { EmployeeId: '501' } })
      })
    },
  )

  it('give the runs of the year asked for', async () => {
    await withSandbox({ data }, async (sandbox) => {
      const ask = async (year: number): Promise<unknown> => {
        const content = `<CompanyId>${companyId}</CompanyId><Year>${year}</Year>`
        return (await call(sandbox, 'Run_GetList', content, { service: 'CompanyService' })).response
          .Run_GetListResult
      }

      expect(await ask(2026)).toMatchObject({ RunInfo: { ID: '301', Year: '2026', IsLocked: 'true' } })
      expect(await ask(2025)).toBe('')
    })
  })
})

describe('a tag on a debtor', () => {
  const names = async (sandbox: NmbrsSandbox, service: ServiceName): Promise<string> =>
    (await call(sandbox, 'List_GetAll', '', { service })).text

  it('keeps every other debtor, its companies and its employees out of sight', async () => {
    await withSandbox({ data }, async (sandbox) => {
      change(sandbox, { tags: ['a.s.r.'] })

      const companies = await names(sandbox, 'CompanyService')
      const debtors = await names(sandbox, 'DebtorService')

      expect(companies).toContain('Tulpwerk B.V.')
      expect(companies).not.toContain('Rooswerk')
      expect(debtors).toContain('<Name>Tulpwerk</Name>')
      expect(debtors).not.toContain('Rooswerk')
    })
  })

  it.each([
    ['DebtorService', 'Tags_Get', '<DebtorId>8</DebtorId>', 1003],
    ['DebtorService', 'Tags_Get', '<DebtorId>9</DebtorId>', 2009],
    ['CompanyService', 'Run_GetList', '<CompanyId>1235</CompanyId><Year>2026</Year>', 1003],
    ['CompanyService', 'Run_GetList', '<CompanyId>9</CompanyId><Year>2026</Year>', 2004],
  ] as const)('is what %s %s with %s looks at', async (service, operation, content, code) => {
    await withSandbox({ data }, async (sandbox) => {
      change(sandbox, { tags: ['a.s.r.'] })

      const { fault } = await call(sandbox, operation, content, { service })

      expect(fault).toContain(`---> ${code}:`)
    })
  })

  it('is told to who may ask, and can be taken off', async () => {
    await withSandbox({ data }, async (sandbox) => {
      const ask = () => call(sandbox, 'Tags_Get', '<DebtorId>7</DebtorId>', { service: 'DebtorService' })

      expect((await ask()).response.Tags_GetResult).toEqual({
        DebtorTag: { Number: '1', HexColor: '#00aa00', Tag: 'a.s.r.' },
      })
      sandbox.store.changeDebtor(7, { tags: [] })
      expect((await ask()).response.Tags_GetResult).toBe('')
    })
  })
})

describe('a user template', () => {
  it('tells two calls of one name in two services apart', async () => {
    await withSandbox({ data }, async (sandbox) => {
      change(sandbox, { template: { CompanyService: { except: ['List_GetAll'] } } })

      expect((await call(sandbox, 'List_GetAll', '', { service: 'CompanyService' })).fault).toContain('1002')
      expect((await call(sandbox, 'List_GetAll', '', { service: 'DebtorService' })).fault).toBeUndefined()
    })
  })

  it('is not what a fault of one service looks at', async () => {
    await withSandbox({ data }, async (sandbox) => {
      sandbox.faults.add({
        kind: 'soap-fault',
        service: 'DebtorService',
        operation: 'List_GetAll',
        code: 1004,
      })

      expect((await call(sandbox, 'List_GetAll', '', { service: 'CompanyService' })).fault).toBeUndefined()
      expect((await call(sandbox, 'List_GetAll', '', { service: 'DebtorService' })).fault).toContain('1004')
    })
  })
})

describe('a background report', () => {
  const reports = { service: 'ReportService' } as const
  const start = async (sandbox: NmbrsSandbox): Promise<string> => {
    const operation = 'Reports_GetWageCodesByRunCompany_FilterByWageCode_Background'
    const content = `<companyId>${companyId}</companyId><runId>301</runId><year>2026</year><wageCode>1</wageCode>`
    return String((await call(sandbox, operation, content, reports)).response[`${operation}Result`])
  }
  const fetchResult = async (sandbox: NmbrsSandbox, id: string): Promise<Record<string, unknown>> => {
    const operation = 'Reports_BackgroundTask_Result'
    const { response } = await call(sandbox, operation, `<TaskId>${id}</TaskId>`, reports)
    return response[`${operation}Result`] as Record<string, unknown>
  }

  it('is under way first and then has its lines', async () => {
    await withSandbox({ data, switches: { reportPolls: 2 } }, async (sandbox) => {
      const id = await start(sandbox)

      const answers = [
        await fetchResult(sandbox, id),
        await fetchResult(sandbox, id),
        await fetchResult(sandbox, id),
      ]

      expect(answers.map(({ Status }) => Status)).toEqual(['Enqueued', 'Executing', 'Success'])
      expect(answers[2]?.Content).toContain('<employeeid>501</employeeid><period>10</period>')
    })
  })

  it('can fail, and is forgotten at a reset', async () => {
    await withSandbox({ data, switches: { reportPolls: 0, reportOutcome: 'Error' } }, async (sandbox) => {
      const id = await start(sandbox)

      expect(await fetchResult(sandbox, id)).toEqual({ TaskId: id, Status: 'Error' })
      sandbox.reset()
      expect(await fetchResult(sandbox, id)).toBeUndefined()
    })
  })

  it('has no WSDL to show, for nobody published one', async () => {
    await withSandbox({ data }, async (sandbox) => {
      expect((await fetch(`${sandbox.host}/soap/v3/ReportService.asmx?WSDL`)).status).toBe(404)
    })
  })
})
