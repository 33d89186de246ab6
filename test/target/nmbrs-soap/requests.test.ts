import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { toTargetCompanyId, toTargetEmployeeId, toTargetRecordId } from '../../../src/domain/ids.js'
import { mappedSections } from '../../../src/domain/sections.js'
import {
  operationNames,
  namespaceOf,
  shapeOf,
  type OperationName,
  type Service,
} from '../../../src/target/nmbrs-soap/wire/operations.js'
import { escapeText } from '../../../src/target/nmbrs-soap/wire/xml/xml-element.js'
import { aRecord, anAddress } from './people.js'
import { createStubTarget, fields, startStub, type StubNmbrs, type StubRequest } from './stub-nmbrs.js'
import { extractSchema, findReferenceWsdl, readOwnWsdl, splitMessage, validate } from './wsdl.js'

const company = toTargetCompanyId('1234')
const employee = toTargetEmployeeId('11')
const query = { sections: new Set(mappedSections), today: '2026-11-22' }
const name = `Zoë & <Zoon> 'O"Neill' 🎉`

/** Calls that exist in version 3 only, or otherwise than before (Nmbrs contract, section 2.1). */
const newInVersion3: readonly string[] = [
  'EmployeeType_GetList',
  'List_GetByCompany',
  'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
]

let stub: StubNmbrs
let requests: readonly StubRequest[]

beforeAll(async () => {
  stub = await startStub({
    List_GetAll: '',
    Environment_Get: '',
    Company_GetCurrentPeriod: '2026-11-M',
    EmployeeType_GetList: `<EmployeeType>${fields({ Id: '2', Description: 'x' })}</EmployeeType>`,
    List_GetByCompany: `<Employee>${fields({ Id: '11', Number: '1', DisplayName: 'x' })}</Employee>`,
    PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany: '',
    Address_GetAll_AllEmployeesByCompany: '',
    Employment_GetAll_AllEmployeesByCompany: '',
    Salary_GetAll_AllEmployeesByCompany: '',
    PersonalInfo_GetCurrent: aRecord({ Nickname: escapeText(name) ?? '' }),
    Address_GetListCurrent: [
      '',
      anAddress({ Street: 'Nieuwstraat' }),
      anAddress(),
      anAddress({ City: 'Breda' }),
    ],
    BankAccount_GetListCurrent: '',
    Salary_GetList: '',
    Employee_Insert: '11',
    PersonalInfo_UpdateCurrent: '',
    Address_InsertCurrent: '71',
    Address_Update: 'true',
    BankAccount_InsertCurrent: '91',
    BankAccount_DeleteCurrent: 'ok',
    Salary_Update: '',
    Employment_UpdateEmploymentInitialStartDate: '',
  })
  const target = await createStubTarget(stub)
  await target.writeAddress(employee, { before: {}, after: { Street: name, City: 'Ede' } })
  await target.writeAddress(employee, { before: {}, after: { City: 'Breda', HouseNumberAddition: 'bis' } })
  await target.updatePersonalInfo(employee, {
    before: {},
    after: {
      FirstName: name,
      Prefix: 'van',
      Birthday: '',
      EmployeeNumber: '77',
      CountryOfBirthISOCode: 'NL',
      TelephonePrivate: '',
      InCaseOfEmergency: 'ja',
      TitleAfter: 'MSc',
    },
  })
  await target.updatePersonalInfo(employee, {
    before: {},
    after: { EmployeeNumber: '', Birthday: '1990-12-31' },
  })
  await target.createEmployee({
    companyId: company,
    firstName: name,
    lastName: name,
    startDate: '2026-12-01',
    allowPastPeriod: false,
  })
  await target.createEmployee({
    companyId: company,
    firstName: 'A',
    lastName: 'B',
    startDate: '2026-01-01',
    allowPastPeriod: true,
  })
  await target.insertBankAccount(employee, {
    Number: '1',
    IBAN: 'NL00BANK0123456789',
    BIC: '',
    Type: 'Standaard',
    Name: name,
  })
  await target.endBankAccount(employee, toTargetRecordId('91'))
  await target.updateSalary(employee, {
    value: '4175.50',
    type: 'Bruto_Salaris_Fulltime',
    start: '2026-12-01',
  })
  await target.changeStartDate(employee, '2026-12-01')
  await target.readSections(company, query)
  await target.checkRights(company)
  await target.close()
  requests = stub.requests
})

afterAll(() => stub.close())

const requestsOf = (service: Service): StubRequest[] =>
  requests.filter(({ operation }) => shapeOf(operation as OperationName).service === service)

const documentsOf = (chosen: readonly StubRequest[]): { name: string; xml: string }[] =>
  chosen.flatMap(({ operation, xml }, i) => {
    const { header, body } = splitMessage(xml)
    return [
      { name: `${operation}-${i}-header`, xml: header },
      { name: `${operation}-${i}-body`, xml: body },
    ]
  })

describe('the requests', () => {
  it('of this test cover every call the program can make', () => {
    expect([...new Set(requests.map(({ operation }) => operation))].sort()).toEqual(
      [...operationNames].sort(),
    )
  })

  it.each(['EmployeeService', 'CompanyService', 'DebtorService'] as const)(
    'to %s are valid by our own WSDL, header and body',
    async (service) => {
      const documents = documentsOf(requestsOf(service))

      expect(documents.length).toBeGreaterThan(0)
      expect(await validate(documents, extractSchema(readOwnWsdl(service)))).toEqual([])
    },
  )

  for (const service of ['EmployeeService', 'CompanyService'] as const) {
    const reference = findReferenceWsdl(service)
    const withReference = reference === undefined ? it.skip : it

    withReference(`to ${service} are valid by the published WSDL`, async () => {
      const known = requestsOf(service).filter(({ operation }) => !newInVersion3.includes(operation))
      const schema = extractSchema(reference ?? '')
      // In 2020 only one of the services knew the login with a domain.
      const documents = documentsOf(known).filter(
        ({ name: part }) => schema.includes('AuthHeaderWithDomain') || part.endsWith('-body'),
      )

      expect(documents.length).toBeGreaterThan(0)
      expect(await validate(documents, schema)).toEqual([])
    })
  }

  it('would not pass with an element out of order', async () => {
    const [insert] = requests.filter(({ operation }) => operation === 'Employee_Insert')
    const { body } = splitMessage(insert?.xml ?? '')
    const swapped = body.replace(/(<FirstName>.*<\/FirstName>)(<LastName>.*<\/LastName>)/, '$2$1')

    expect(swapped).not.toBe(body)
    expect(
      await validate([{ name: 'swapped', xml: swapped }], extractSchema(readOwnWsdl('EmployeeService'))),
    ).not.toEqual([])
  })

  it('go to the address of their service under the host of the configuration, with the quoted action', () => {
    for (const { operation, path, headers } of requests) {
      const { service } = shapeOf(operation as OperationName)

      expect(path).toBe(`/soap/v3/${service}.asmx`)
      expect(headers.soapaction).toBe(`"${namespaceOf(service)}/${operation}"`)
      expect(headers['content-type']).toBe('text/xml; charset=utf-8')
    }
  })

  it('carry the login in the namespace of their service, without the domain where the call takes none', () => {
    for (const { operation, xml } of requests) {
      const { service } = shapeOf(operation as OperationName)
      const { header } = splitMessage(xml)
      const login = '<Username>api@example.test</Username><Token>SECRET-TOKEN</Token>'

      expect(header).toContain(`xmlns="${namespaceOf(service)}"`)
      expect(header).toContain(
        operation === 'Environment_Get' ? `${login}</AuthHeader>` : `${login}<Domain>acme</Domain>`,
      )
    }
  })

  it('write days as midnight without a zone, and decimals as text', () => {
    const [salary] = requests.filter(({ operation }) => operation === 'Salary_Update')

    expect(splitMessage(salary?.xml ?? '').body).toContain(
      '<EmployeeId>11</EmployeeId><Salary><Value>4175.5</Value><Type>Bruto_Salaris_Fulltime</Type></Salary><Start>2026-12-01T00:00:00</Start>',
    )
  })
})
