import { describe, expect, it } from '@jest/globals'
import { createClientAsync } from 'soap'
import { validateXML } from 'xmllint-wasm'
import { writeBulk } from '../../../../src/sandbox/nmbrs/soap/answer-call.js'
import { allOperations } from '../../../../src/sandbox/nmbrs/soap/operations/all-operations.js'
import { createReportTasks } from '../../../../src/sandbox/nmbrs/soap/report-tasks.js'
import { createSoapFraming } from '../../../../src/sandbox/nmbrs/soap/soap-framing.js'
import { createNmbrsStore } from '../../../../src/sandbox/nmbrs/world/store.js'
import { defaultSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import { loadWireServices } from '../../../../src/sandbox/nmbrs/soap/wire-schema.js'
import type { WireOperation, WireService } from '../../../../src/sandbox/nmbrs/soap/wire-schema.js'
import { writeContent } from '../../../../src/sandbox/nmbrs/soap/xml/write-xml.js'
import { buildPopulation } from '../../../../src/sandbox/people/build-population.js'
import { aWorld, anEmployee, companyId } from '../small-world.js'
import { authHeader, call } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'

const services = loadWireServices()

const argumentsByName: Readonly<Record<string, string>> = {
  CompanyId: String(companyId),
  CompanyID: String(companyId),
  EmployeeId: '501',
  EmployeeType: '2',
  Period: '11',
  Year: '2026',
  StartDate: '2026-11-02T00:00:00',
  InitialStartDate: '2026-11-02T00:00:00',
  Start: '2026-11-02T00:00:00',
  UnprotectedMode: 'false',
  BankAccountID: '9003',
  BankAccount: '<Id>0</Id><IBAN>NL07TULP0123456789</IBAN><Type>Standaard</Type>',
}

const contentFor = (operation: WireOperation): string =>
  operation.request
    .filter(({ name, required }) => required || name === 'BankAccount')
    .map(({ name }) => `<${name}>${argumentsByName[name] ?? ''}</${name}>`)
    .join('')

const schemaOf = ({ wsdl, namespace }: WireService): string => {
  const schema = /<xs:schema[\s\S]*<\/xs:schema>/.exec(wsdl ?? '')?.[0] ?? ''
  return schema.replace(
    '<xs:schema',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${namespace}"`,
  )
}

const bodyOf = (envelope: string, operation: string): string => {
  const content = /<soap:Body>([\s\S]*)<\/soap:Body>/.exec(envelope)?.[1] ?? ''
  return content.replace(
    `<${operation}Response`,
    `<${operation}Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
  )
}

describe('answers', () => {
  it('of every operation follow the WSDL', async () => {
    const { nmbrs } = buildPopulation({
      seed: 1,
      people: 30,
      today: '2026-11-22',
      alexisCompanyId: '65f1c0ffee0000000000000a',
      nmbrsCompanyId: companyId,
      companyName: 'Tulpwerk B.V.',
    })
    const employees = [...nmbrs.employees, anEmployee(), anEmployee({ id: 502, salaries: [], addresses: [] })]
    await withSandbox({ data: aWorld({ employees }) }, async (sandbox) => {
      for (const service of services) {
        const answers: { fileName: string; contents: string }[] = []
        for (const operation of service.operations.values()) {
          const reply = await call(sandbox, operation.name, contentFor(operation), { service: service.name })
          expect([operation.name, reply.status]).toEqual([operation.name, 200])
          answers.push({ fileName: `${operation.name}.xml`, contents: bodyOf(reply.text, operation.name) })
        }

        const result = await validateXML({ xml: answers, schema: [schemaOf(service)] })

        expect(result.errors).toEqual([])
        expect(answers).toHaveLength(service.operations.size)
      }
    })
  })

  it('in bulk are what the soap package would have packed', async () => {
    const service = services[0]!
    const operation = service.operations.get('PersonalInfo_GetAll_AllEmployeesByCompany')!
    const framing = await createSoapFraming(service)
    const behaviour = allOperations.EmployeeService[operation.name]!
    const data = aWorld()
    const context = {
      store: createNmbrsStore(data),
      switches: defaultSwitches,
      account: data.account,
      reports: createReportTasks(),
    }
    const items =
      behaviour.kind === 'bulk' ? [...behaviour.items({ CompanyID: String(companyId) }, context)] : []

    const streamed = [...writeBulk(service, operation, items)].join('')
    const packed = await framing.answer(operation.name, () =>
      writeContent(operation.response, { [operation.response[0]!.name]: { PersonalInfoItem: items } }),
    )

    expect(items).toHaveLength(1)
    expect(bodyOf(streamed, operation.name)).toBe(bodyOf(packed.body, operation.name))
  })

  it('can be read by the client of the soap package', async () => {
    await withSandbox({}, async (sandbox) => {
      const client = await createClientAsync(`${sandbox.host}/soap/v3/EmployeeService.asmx?WSDL`)
      client.addSoapHeader(authHeader(sandbox))
      const read = client.PersonalInfo_GetCurrentAsync as (args: object) => Promise<[unknown]>

      const [result] = await read.call(client, { EmployeeId: 501 })

      expect(result).toMatchObject({ PersonalInfo_GetCurrentResult: { Id: 501, FirstName: 'Roos' } })
      expect(sandbox.violations).toEqual([])
    })
  })
})
