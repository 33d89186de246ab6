import { afterEach, describe, expect, it } from '@jest/globals'
import { RemoteError } from '../../../src/domain/errors.js'
import { toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { fieldNamesOf, type MappedSection } from '../../../src/domain/sections.js'
import type { Target } from '../../../src/target/port.js'
import { aRecord, anAddress, anItem } from './people.js'
import {
  createStubTarget,
  envelope,
  fields,
  responseBody,
  startStub,
  type Answers,
  type StubNmbrs,
} from './stub-nmbrs.js'

const company = toTargetCompanyId('1234')
const person = 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany'

let stub: StubNmbrs
let target: Target

const start = async (answers: Answers): Promise<void> => {
  stub = await startStub({ Company_GetCurrentPeriod: '2026-11-M', ...answers })
  target = await createStubTarget(stub)
}

afterEach(async () => {
  await target.close()
  await stub.close()
})

const read = (...sections: MappedSection[]) =>
  target.readSections(company, { sections: new Set(sections), today: '2026-11-22' })

const infoRow = (values: Record<string, string | null> = {}) => ({
  Id: '5001',
  DisplayName: 'Voorbeeld, V.',
  EmployeeNumber: '1001',
  BSN: '999999990',
  FirstName: 'Vera',
  LastName: 'Voorbeeld',
  CountryOfBirthISOCode: 'nl',
  TelephonePrivate: '0600000000',
  Birthday: '1980-02-29T00:00:00',
  CreationDate: '2026-01-05T10:00:00',
  StartPeriod: '1',
  StartYear: '2026',
  ...values,
})

const info = (id: string, ...rows: Record<string, string | null>[]): string =>
  anItem('EmployeePersonalInfos', 'PersonalInfo_V2', id, rows)
const addressRow = (values: Record<string, string | null> = {}) => ({
  Id: '71',
  StartPeriod: '1',
  StartYear: '2026',
  EndPeriod: null,
  EndYear: null,
  Street: 'Dorpsstraat',
  City: 'Ede',
  CreationDate: '2026-01-05T10:00:00',
  CountryISOCode: 'nl',
  Type: 'HomeAddress',
  ...values,
})
const addresses = (id: string, ...rows: Record<string, string | null>[]): string =>
  anItem('EmployeeAddresses', 'EmployeeAddress_V2', id, rows)
const employee = async (section: MappedSection, id = '11') =>
  (await read(section)).get(toTargetEmployeeId(id))

describe('the personal data of a company', () => {
  it('are the current row of everybody, in canonical spelling, every field named, nothing else kept', async () => {
    await start({
      [person]: info(
        '11',
        infoRow({ FirstName: 'Vroeger', StartYear: '2025' }),
        infoRow(),
        infoRow({ StartPeriod: '12', FirstName: 'Later' }),
      ),
    })

    const read11 = await employee('personalInfo')

    const expected = Object.fromEntries(fieldNamesOf('personalInfo').map((field) => [field, '']))
    expect(read11).toMatchObject({ id: '11', displayName: 'Voorbeeld, V.' })
    expect({
      personalInfo: read11?.personalInfo,
      address: read11?.address,
      employment: read11?.employment,
      salaries: read11?.salaries,
    }).toEqual({
      personalInfo: {
        ...expected,
        EmployeeNumber: '1001',
        FirstName: 'Vera',
        LastName: 'Voorbeeld',
        CountryOfBirthISOCode: 'NL',
        TelephonePrivate: '0600000000',
        Birthday: '1980-02-29',
      },
      address: undefined,
      employment: undefined,
      salaries: undefined,
    })
  })

  it('bear with nil people, nil rows, absent lists and names that differ', async () => {
    const nil = ' xsi:nil="true" '
    await start({
      [person]:
        `<PersonalInfoItem${nil}/>` +
        `<PersonalInfoItem><EmployeeId>1</EmployeeId></PersonalInfoItem>` +
        `<PersonalInfoItem><EmployeeId>2</EmployeeId><EmployeePersonalInfos><PersonalInfo_V2${nil}/></EmployeePersonalInfos></PersonalInfoItem>` +
        `<WithoutBsnItem><EmployeeId>3</EmployeeId><Infos><Info>${fields(infoRow())}</Info></Infos></WithoutBsnItem>`,
    })

    const people = await read('personalInfo')

    expect([...people].map(([id, { personalInfo }]) => [id, personalInfo?.FirstName])).toEqual([
      ['3', 'Vera'],
    ])
  })

  it('are the best of all rows when somebody occurs twice', async () => {
    await start({
      [person]:
        info('11', infoRow({ FirstName: 'Nu', StartPeriod: '9' })) +
        info('11', infoRow({ FirstName: 'Toen' })),
    })

    expect((await employee('personalInfo'))?.personalInfo?.FirstName).toBe('Nu')
  })

  it('do not hold a number that was never given, nor a day that stands for none', async () => {
    await start({ [person]: info('11', infoRow({ EmployeeNumber: '0', Birthday: '0001-01-01T00:00:00' })) })

    expect((await employee('personalInfo'))?.personalInfo).toMatchObject({ EmployeeNumber: '', Birthday: '' })
  })

  it('are an error when a value is of the wrong kind, without showing it', async () => {
    await start({ [person]: info('11', infoRow({ Birthday: '29 februari' })) })

    const error = await read('personalInfo').catch((thrown: unknown) => thrown as RemoteError)

    expect(error).toBeInstanceOf(RemoteError)
    expect((error as RemoteError).facts).toMatchObject({ code: 'unreadable-value', operation: person })
    expect((error as RemoteError).message).toContain('Birthday')
    expect((error as RemoteError).message).not.toContain('29 februari')
  })

  it('are an error when the answer ends half-way: nobody is taken for gone', async () => {
    const whole = envelope(responseBody(person, info('11', infoRow()) + info('12', infoRow())))
    await start({ [person]: { body: whole.slice(0, -200), cut: true } })

    await expect(read('personalInfo')).rejects.toMatchObject({ facts: { code: 'connection-lost' } })
  })
})

describe('somebody whom the bulk read of personal data leaves out', () => {
  it('is left out of the result, so that he is not taken for a person without a name', async () => {
    await start({
      [person]: info('11', infoRow()) + info('12'),
      Address_GetAll_AllEmployeesByCompany: ['11', '12', '13']
        .map((id) => addresses(id, addressRow()))
        .join(''),
    })

    expect([...(await read('personalInfo', 'address')).keys()]).toEqual(['11'])
    expect([...(await read('address')).keys()]).toEqual(['11', '12', '13'])
  })
})

describe('the addresses of a company', () => {
  it('are the current home address; one that ended and other kinds do not count', async () => {
    await start({
      Address_GetAll_AllEmployeesByCompany: addresses(
        '11',
        addressRow({ Street: 'Oud', StartPeriod: '2', EndPeriod: '10', EndYear: '2026' }),
        addressRow({ Street: 'Post', StartPeriod: '3', Type: 'PostAddress' }),
        addressRow(),
      ),
    })

    expect((await employee('address'))?.address).toMatchObject({
      Street: 'Dorpsstraat',
      CountryISOCode: 'NL',
      PostalCode: '',
    })
  })

  it('are known to be empty for somebody with none, and unknown for somebody left out', async () => {
    await start({
      [person]: info('11', infoRow()) + info('12', infoRow()),
      Address_GetAll_AllEmployeesByCompany: addresses('11'),
    })

    const people = await read('personalInfo', 'address')

    expect(people.get(toTargetEmployeeId('11'))?.address).toMatchObject({ Street: '', City: '' })
    expect(people.get(toTargetEmployeeId('12'))?.address).toBeUndefined()
  })
})

describe('the employments and salaries of a company', () => {
  it('give the first day of the employment of today', async () => {
    const row = (start: string, initial: string) => ({
      EmploymentId: '1',
      CreationDate: null,
      StartDate: `${start}T00:00:00`,
      EndDate: null,
      InitialStartDate: `${initial}T00:00:00`,
    })
    await start({
      Employment_GetAll_AllEmployeesByCompany: anItem('EmployeeEmployments', 'Employment', '11', [
        row('2027-01-01', '2027-01-01'),
        row('2024-03-01', '2021-05-01'),
      ]),
    })

    expect((await employee('employment'))?.employment).toEqual({ InitialStartDate: '2021-05-01' })
  })

  it('give every salary, oldest first, with its type by name, and say which one a table sets', async () => {
    const noTable =
      '<SalaryTable><Code>0</Code><Schaal><Scale></Scale><ScaleValue>0.0</ScaleValue></Schaal></SalaryTable>'
    const aTable =
      '<SalaryTable><Code>0</Code><Schaal><Scale>9</Scale><ScaleValue>1.0</ScaleValue></Schaal><Trede/></SalaryTable>'
    const row = (start: string, value: string, type: string, table = noTable) =>
      `<Salary_V2><ID>1</ID><Value>${value}</Value><Type>${type}</Type>` +
      table +
      `<StartDate>${start}T00:00:00</StartDate><CreationDate>2026-01-01T00:00:00</CreationDate></Salary_V2>`
    await start({
      Salary_GetAll_AllEmployeesByCompany:
        '<EmployeeSalaryItem><EmployeeId>11</EmployeeId><EmployeeSalaries>' +
        `${row('2026-07-01', '4175.5000', '1', aTable)}${row('2025-01-01', '18.25', '3')}${row('2024-01-01', '18', '3', '')}${row('2020-01-01', '0', '0')}` +
        '</EmployeeSalaries></EmployeeSalaryItem>',
    })

    expect((await employee('salary'))?.salaries).toEqual([
      { Value: '18', Type: 'Bruto_Uurloon', Start: '2024-01-01' },
      { Value: '18.25', Type: 'Bruto_Uurloon', Start: '2025-01-01' },
      { Value: '4175.5', Type: 'Bruto_Salaris_Fulltime', Start: '2026-07-01', byTable: true },
    ])
  })

  it('keep a salary of nothing that a table sets', async () => {
    await start({
      Salary_GetAll_AllEmployeesByCompany: anItem('EmployeeSalaries', 'Salary_V2', '11', [
        {
          ID: '1',
          Value: '0',
          Type: '0',
          SalaryTable: '<Code>5</Code>',
          StartDate: '2026-07-01T00:00:00',
          CreationDate: null,
        },
      ]),
    })

    expect((await employee('salary'))?.salaries).toEqual([
      { Value: '0', Type: 'None', Start: '2026-07-01', byTable: true },
    ])
  })
})

describe('two records for the same time', () => {
  const undated = { CreationDate: null }
  const anEmployment = (initial: string) => ({
    EmploymentId: '1',
    CreationDate: null,
    StartDate: '2024-03-01T00:00:00',
    EndDate: null,
    InitialStartDate: `${initial}T00:00:00`,
  })
  const aSalary = (value: string) => ({
    ID: '1',
    Value: value,
    Type: '1',
    StartDate: '2026-07-01T00:00:00',
    CreationDate: '0001-01-01T00:00:00',
  })

  it.each([
    [
      'personalInfo' as const,
      { [person]: info('11', infoRow({ ...undated, Id: '1' }), infoRow({ ...undated, LastName: 'Anders' })) },
      { personalInfo: ['LastName'] },
    ],
    [
      'address' as const,
      {
        Address_GetAll_AllEmployeesByCompany: addresses(
          '11',
          addressRow({ ...undated, Id: '72' }),
          addressRow({ ...undated, City: 'Tiel', PostalCode: '4001AA' }),
        ),
      },
      { address: ['PostalCode', 'City'] },
    ],
    [
      'employment' as const,
      {
        Employment_GetAll_AllEmployeesByCompany: anItem('EmployeeEmployments', 'Employment', '11', [
          anEmployment('2021-05-01'),
          anEmployment('2022-05-01'),
        ]),
      },
      { employment: ['InitialStartDate'] },
    ],
    [
      'salary' as const,
      {
        Salary_GetAll_AllEmployeesByCompany: anItem('EmployeeSalaries', 'Salary_V2', '11', [
          aSalary('3000'),
          aSalary('3100'),
        ]),
      },
      { salaryStarts: ['2026-07-01'] },
    ],
  ])('of the %s without an entry time are named', async (section, answers, ambiguous) => {
    await start(answers)

    expect((await employee(section))?.ambiguous).toEqual(ambiguous)
  })

  it('are not named where they say the same, where the entry times differ, or where one has ended', async () => {
    const same = addressRow({ ...undated, Id: '70' })
    const ended = addressRow({ ...undated, Id: '69', City: 'Breda', EndYear: '2026', EndPeriod: '3' })
    await start({
      [person]: info('11', infoRow(), infoRow({ CreationDate: '2026-02-05T10:00:00', LastName: 'Anders' })),
      Address_GetAll_AllEmployeesByCompany: addresses('11', addressRow(undated), same, ended),
    })

    const people = await read('personalInfo', 'address')

    expect(people.get(toTargetEmployeeId('11'))?.ambiguous).toBeUndefined()
    expect(people.get(toTargetEmployeeId('11'))?.personalInfo?.LastName).toBe('Anders')
  })

  it('are named where they come in two places of the answer', async () => {
    await start({
      [person]:
        info('11', infoRow(undated)) +
        info('12', infoRow()) +
        info('11', infoRow({ ...undated, FirstName: 'Els' })),
    })

    expect((await employee('personalInfo'))?.ambiguous).toEqual({ personalInfo: ['FirstName'] })
  })

  it('are named for an employee who is read apart', async () => {
    const aSalaryOf = (Value: string): string =>
      `<Salary>${fields({ Value, Type: 'Bruto_Uurloon', StartDate: '2026-07-01T00:00:00' })}</Salary>`
    await start({
      EmployeeType_GetList: '<EmployeeType><Id>1</Id></EmployeeType>',
      List_GetByCompany: '<Employee><Id>11</Id></Employee>',
      Address_GetListCurrent:
        anAddress({ Default: 'false' }) + anAddress({ Id: '72', Default: 'false', City: 'Tiel' }),
      Salary_GetList: aSalaryOf('20') + aSalaryOf('21'),
    })
    const [entry] = await target.readEmployeeList(company)
    const sections = new Set<MappedSection>(['address', 'salary'])

    const apart = await target.readEmployee(entry!, { sections, today: '2026-11-22' })

    expect(apart.ambiguous).toEqual({ address: ['City'], salaryStarts: ['2026-07-01'] })
  })
})

describe('reading a company', () => {
  it('takes one call a section and one for the period, however many people there are', async () => {
    const many = Array.from({ length: 300 }, (_, i) => info(String(i + 1), infoRow())).join('')
    await start({
      [person]: many,
      Address_GetAll_AllEmployeesByCompany: '',
      Employment_GetAll_AllEmployeesByCompany: '',
      Salary_GetAll_AllEmployeesByCompany: '',
    })

    const people = await read('personalInfo', 'address', 'employment', 'salary')
    await read('personalInfo')

    expect(people.size).toBe(300)
    expect(target.callCounts()).toEqual({
      Company_GetCurrentPeriod: 1,
      [person]: 2,
      Address_GetAll_AllEmployeesByCompany: 1,
      Employment_GetAll_AllEmployeesByCompany: 1,
      Salary_GetAll_AllEmployeesByCompany: 1,
    })
  })

  it('asks for the period afresh whenever the period itself is wanted', async () => {
    await start({ Company_GetCurrentPeriod: ['2026-11-M', '2026-12-M'] })

    expect(await target.readCurrentPeriod(company)).toMatchObject({ text: '2026-11-M' })
    expect(await target.readCurrentPeriod(company)).toMatchObject({ text: '2026-12-M' })
  })

  it('tells how far it is', async () => {
    await start({ [person]: info('11', infoRow()) })
    const told: unknown[] = []

    await target.readSections(company, {
      sections: new Set(['personalInfo']),
      today: '2026-11-22',
      onProgress: (what, count) => told.push([what, count]),
    })

    expect(told).toEqual([['personalInfo', 1]])
  })
})

describe('the employee list', () => {
  it('holds everybody of every type, each once', async () => {
    const listed = (id: string) =>
      `<Employee>${fields({ Id: id, Number: '1', DisplayName: `P${id}` })}</Employee>`
    await start({
      EmployeeType_GetList:
        '<EmployeeType><Id>1</Id></EmployeeType><EmployeeType><Id>2</Id></EmployeeType><EmployeeType xsi:nil="true"/>',
      List_GetByCompany: [listed('11') + listed('12'), listed('12') + listed('13')],
    })

    const entries = await target.readEmployeeList(company)
    await target.readEmployeeList(company)

    expect(entries).toEqual([
      { id: '11', displayName: 'P11' },
      { id: '12', displayName: 'P12' },
      { id: '13', displayName: 'P13' },
    ])
    expect(target.callCounts()).toEqual({ EmployeeType_GetList: 1, List_GetByCompany: 4 })
  })

  it('is an error when no type is known, for then nobody would seem to exist', async () => {
    await start({ EmployeeType_GetList: '' })

    await expect(target.readEmployeeList(company)).rejects.toMatchObject({
      facts: { code: 'unexpected-answer' },
    })
  })
})

describe('one employee read apart', () => {
  const all = {
    sections: new Set<MappedSection>(['personalInfo', 'address', 'employment', 'salary']),
    today: '2026-11-22',
  }

  it('has his personal data, default home address and salaries up to the current period', async () => {
    await start({
      EmployeeType_GetList: '<EmployeeType><Id>2</Id></EmployeeType>',
      List_GetByCompany: `<Employee>${fields({ Id: '11', Number: '1', DisplayName: 'P11' })}</Employee>`,
      PersonalInfo_GetCurrent: aRecord(),
      Address_GetListCurrent: anAddress({ Default: 'false', Street: 'Oud' }) + anAddress(),
      Salary_GetList: `<Salary>${fields({ Value: '3000.00', Type: 'Bruto_Uurloon', StartDate: '2026-01-01T00:00:00' })}</Salary>`,
    })

    const [entry] = await target.readEmployeeList(company)
    const apart = await target.readEmployee(entry!, all)

    expect(apart.personalInfo?.LastName).toBe('Voorbeeld')
    expect(apart.address?.Street).toBe('Dorpsstraat')
    expect(apart.salaries).toEqual([{ Value: '3000', Type: 'Bruto_Uurloon', Start: '2026-01-01' }])
    expect(apart.employment).toBeUndefined()
    expect(stub.requestsOf('Salary_GetList')[0]?.xml).toContain('<Period>11</Period><Year>2026</Year>')
  })
})

describe('the other reads', () => {
  it('give companies, bank accounts and the domain', async () => {
    await start({
      List_GetAll: `<Company>${fields({ ID: '1234', Number: '1', Name: 'Voorbeeld &amp; Zn. B.V.' })}</Company>`,
      BankAccount_GetListCurrent: `<BankAccount>${fields({ Id: '91', Number: '0123456789', IBAN: 'NL00BANK0123456789', Type: 'Standaard' })}</BankAccount>`,
      Environment_Get: '<Domain>nmbrs.nl</Domain><SubDomain>acme</SubDomain>',
    })

    expect(await target.readCompanies()).toEqual([{ id: '1234', name: 'Voorbeeld & Zn. B.V.', number: '1' }])
    expect(await target.readBankAccounts(toTargetEmployeeId('11'))).toEqual([
      {
        id: '91',
        values: {
          Number: '0123456789',
          IBAN: 'NL00BANK0123456789',
          BIC: '',
          Type: 'Standaard',
          Description: '',
          City: '',
          Name: '',
        },
      },
    ])
    expect(await target.readDomain()).toBe('acme')
  })
})

describe('a record that can be read in more than one way', () => {
  const usual = (id: string): string => info(id, infoRow())
  const single = { id: toTargetEmployeeId('12'), displayName: 'Voorbeeld, V.' }

  it.each([
    ['a reference to no character', info('12', infoRow({ PlaceOfBirth: 'Weg&#x0;1' })), 'Weg&#x0;1'],
    [
      'a field twice',
      usual('12').replace('<FirstName>', '<FirstName>Vera</FirstName><FirstName>'),
      undefined,
    ],
    ['elements in a text', info('12', infoRow({ PlaceOfBirth: 'a<b>c</b>d' })), 'a<b>c</b>d'],
  ])(
    'is one person’s, who is not among those read, and who cannot be read alone either: %s',
    async (_, record, text) => {
      const own =
        text === undefined
          ? aRecord({ FirstName: 'Vera' }) + '<FirstName>Anders</FirstName>'
          : aRecord({ PlaceOfBirth: text })
      await start({ [person]: usual('11') + record + usual('13'), PersonalInfo_GetCurrent: own })

      const all = await read('personalInfo')

      expect([...all.keys()]).toEqual(['11', '13'])
      await expect(
        target.readEmployee(single, { sections: new Set(['personalInfo']), today: '2026-11-22' }),
      ).rejects.toMatchObject({ facts: { code: 'unreadable-value' } })
    },
  )

  it('leaves that section of that person unread, also where another record of it is whole', async () => {
    const address = (id: string, street: string): string =>
      anItem('EmployeeAddresses', 'EmployeeAddress', id, [
        addressRow({ Type: 'HomeAddress', Street: street }),
      ])
    await start({
      [person]: usual('11') + usual('12'),
      Address_GetAll_AllEmployeesByCompany:
        address('12', 'Weg') + address('11', 'Dorpsstraat') + address('12', 'Weg&#x0;'),
    })

    const all = await read('personalInfo', 'address')

    expect(all.get(toTargetEmployeeId('11'))?.address?.Street).toBe('Dorpsstraat')
    expect(all.get(toTargetEmployeeId('12'))?.address).toBeUndefined()
    expect(all.get(toTargetEmployeeId('12'))?.personalInfo?.FirstName).toBe('Vera')
  })

  it('is none because of a table of salaries', async () => {
    const table = '<SalaryTable><Schaal><Id>1</Id></Schaal><Trede><Id>1</Id></Trede></SalaryTable>'
    const salary = anItem('EmployeeSalaries', 'Salary', '11', [
      { ID: '1', StartDate: '2026-01-01T00:00:00', Value: '3000', Type: '2' },
    ]).replace('</Salary>', `${table}</Salary>`)
    await start({ [person]: usual('11'), Salary_GetAll_AllEmployeesByCompany: salary })

    const all = await read('personalInfo', 'salary')

    expect(all.get(toTargetEmployeeId('11'))?.salaries).toMatchObject([{ Value: '3000', byTable: true }])
  })
})
