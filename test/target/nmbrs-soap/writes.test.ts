import { afterEach, describe, expect, it } from '@jest/globals'
import { RemoteError } from '../../../src/domain/errors.js'
import { toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Target } from '../../../src/target/port.js'
import { aRecord, anAddress } from './people.js'
import { createStubTarget, numberedFault, startStub, type Answers, type StubNmbrs } from './stub-nmbrs.js'

const employee = toTargetEmployeeId('11')
const company = toTargetCompanyId('1234')

let stub: StubNmbrs
let target: Target

const start = async (answers: Answers): Promise<void> => {
  stub = await startStub(answers)
  target = await createStubTarget(stub)
}

afterEach(async () => {
  await target.close()
  await stub.close()
})

const sent = (operation: string): string => stub.requestsOf(operation)[0]?.xml ?? ''

describe('updating personal data', () => {
  const write = { before: { LastName: 'Voorbeeld' }, after: { LastName: 'Voorbeeld-Bos' } }

  it('sends the whole record as read with the change in it, what it does not know included', async () => {
    const unknown = '<Pronouns>zij</Pronouns><Extra><Level>2</Level><Note xsi:nil="true" /></Extra>'
    const withUnknown = (lastName: string) => aRecord({ LastName: lastName }) + unknown
    await start({
      PersonalInfo_GetCurrent: [withUnknown('Voorbeeld'), withUnknown('Voorbeeld-Bos')],
      PersonalInfo_UpdateCurrent: '',
    })

    const result = await target.updatePersonalInfo(employee, write)

    expect(result).toMatchObject({
      result: 'written',
      after: { LastName: 'Voorbeeld-Bos', FirstName: 'Vera' },
    })
    const record = /<PersonalInfo>(.*)<\/PersonalInfo>/s.exec(sent('PersonalInfo_UpdateCurrent'))?.[1]
    expect(record).toBe(
      '<Id>11</Id><Number>1001</Number><DisplayName>Voorbeeld, V.</DisplayName><EmployeeNumber>1001</EmployeeNumber>' +
        '<BSN>999999990</BSN><FirstName>Vera</FirstName><Initials>V.</Initials><LastName>Voorbeeld-Bos</LastName>' +
        '<Gender>female</Gender><NationalityCode>1</NationalityCode><IdentificationType>1</IdentificationType>' +
        '<TelephonePrivate>0600000000</TelephonePrivate><BurgerlijkeStaat>Ongehuwd</BurgerlijkeStaat>' +
        '<Birthday>1980-02-29T00:00:00</Birthday>' +
        '<Pronouns>zij</Pronouns><Extra><Level>2</Level><Note xsi:nil="true"/></Extra>',
    )
  })

  it.each([
    ['U+0085', 'Weg\u00851'],
    ['U+2028', 'Weg\u20281'],
    ['a control character that .NET writes', 'Weg\u00811'],
    ['blanks around it', '  Weg 1\t'],
    ['line ends', 'Weg\n1\n'],
  ])('keeps %s in a field that nobody asked to change, whoever reads the answer', async (_, text) => {
    for (const beside of ['', '<Note>&#x41;</Note>']) {
      const record = (lastName: string) => `${aRecord({ LastName: lastName, PlaceOfBirth: text })}${beside}`
      await start({
        PersonalInfo_GetCurrent: [record('Voorbeeld'), record('Voorbeeld-Bos')],
        PersonalInfo_UpdateCurrent: '',
      })

      expect(await target.updatePersonalInfo(employee, write)).toMatchObject({ result: 'written' })
      expect(sent('PersonalInfo_UpdateCurrent')).toContain(`<PlaceOfBirth>${text}</PlaceOfBirth>`)
      if (beside === '') await Promise.all([target.close(), stub.close()])
    }
  })

  it.each([
    ['a field twice', '<LastName>Anders</LastName>'],
    ['a field twice that it does not know', '<Pronouns>zij</Pronouns><Pronouns>hen</Pronouns>'],
    ['a reference to no character', '<Note>a&#x0;b</Note>'],
    ['a reference to no character in a part', '<Extra><Note>a&#0;b</Note></Extra>'],
    ['elements in a text', '<Title>a<b>c</b></Title>'],
  ])('sends nothing over a record that holds %s', async (_, beside) => {
    await start({ PersonalInfo_GetCurrent: aRecord({ LastName: 'Voorbeeld' }) + beside })

    await expect(target.updatePersonalInfo(employee, write)).rejects.toMatchObject({
      facts: { code: 'unreadable-value' },
    })
    expect(stub.requests).toHaveLength(1)
  })

  it('sends nothing when the values are there already', async () => {
    await start({ PersonalInfo_GetCurrent: aRecord({ LastName: 'Voorbeeld-Bos' }) })

    expect(await target.updatePersonalInfo(employee, write)).toMatchObject({ result: 'unchanged' })
    expect(stub.requests).toHaveLength(1)
  })

  it('sends nothing when somebody changed the field since the plan', async () => {
    await start({ PersonalInfo_GetCurrent: aRecord({ LastName: 'Verbeterd' }) })

    expect(await target.updatePersonalInfo(employee, write)).toEqual({
      result: 'moved',
      fields: ['LastName'],
    })
    expect(stub.requests).toHaveLength(1)
  })

  it('writes the employee number in both its places', async () => {
    await start({
      PersonalInfo_GetCurrent: [aRecord(), aRecord({ EmployeeNumber: '2002', Number: '2002' })],
      PersonalInfo_UpdateCurrent: '',
    })

    const result = await target.updatePersonalInfo(employee, {
      before: {},
      after: { EmployeeNumber: '2002' },
    })

    expect(result).toMatchObject({ result: 'written' })
    expect(sent('PersonalInfo_UpdateCurrent')).toContain('<Number>2002</Number>')
    expect(sent('PersonalInfo_UpdateCurrent')).toContain('<EmployeeNumber>2002</EmployeeNumber>')
  })

  it('clears a text by an empty element and a day by nil', async () => {
    await start({
      PersonalInfo_GetCurrent: [aRecord(), aRecord({ Initials: '', Birthday: null })],
      PersonalInfo_UpdateCurrent: '',
    })

    const result = await target.updatePersonalInfo(employee, {
      before: {},
      after: { Initials: '', Birthday: '' },
    })

    expect(result).toMatchObject({ result: 'written' })
    expect(sent('PersonalInfo_UpdateCurrent')).toContain('<Initials></Initials>')
    expect(sent('PersonalInfo_UpdateCurrent')).toContain('<Birthday xsi:nil="true"/>')
  })

  it('is not confirmed when the field kept its old value', async () => {
    await start({ PersonalInfo_GetCurrent: aRecord(), PersonalInfo_UpdateCurrent: '' })

    expect(await target.updatePersonalInfo(employee, write)).toMatchObject({
      result: 'not-confirmed',
      fields: ['LastName'],
    })
  })

  it('is not confirmed when another field, known or unknown, was lost', async () => {
    await start({
      PersonalInfo_GetCurrent: [
        `${aRecord()}<Pronouns>zij</Pronouns>`,
        aRecord({ LastName: 'Voorbeeld-Bos', IdentificationType: '0', BSN: '' }),
      ],
      PersonalInfo_UpdateCurrent: '',
    })

    expect(await target.updatePersonalInfo(employee, write)).toMatchObject({
      result: 'not-confirmed',
      fields: ['BSN', 'IdentificationType', 'Pronouns'],
    })
  })

  it('may have happened when it cannot be read back, whatever kept it from being read', async () => {
    await start({
      PersonalInfo_GetCurrent: [aRecord(), numberedFault(1002)],
      PersonalInfo_UpdateCurrent: '',
    })

    await expect(target.updatePersonalInfo(employee, write)).rejects.toMatchObject({
      facts: { code: 'not-read-back', carried: 'unknown', operation: 'PersonalInfo_UpdateCurrent' },
    })
  })

  it('is refused before sending when XML cannot carry a value, naming the field and not the value', async () => {
    await start({ PersonalInfo_GetCurrent: aRecord() })

    const error = await target
      .updatePersonalInfo(employee, { before: {}, after: { LastName: 'Voor\u0001beeld' } })
      .catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(RemoteError)
    expect((error as RemoteError).facts).toMatchObject({ code: 'value-not-sendable', carried: 'no' })
    expect((error as RemoteError).message).toContain('LastName')
    expect((error as RemoteError).message).not.toContain('beeld')
    expect(stub.requestsOf('PersonalInfo_UpdateCurrent')).toEqual([])
  })

  it('keeps nothing of what was sent or read in what it throws', async () => {
    await start({ PersonalInfo_GetCurrent: aRecord(), PersonalInfo_UpdateCurrent: numberedFault(9999) })

    const error = await target
      .updatePersonalInfo(employee, write)
      .catch((thrown: unknown) => thrown as RemoteError)

    const everything = `${(error as RemoteError).stack ?? ''}${JSON.stringify(error)}${String((error as RemoteError).cause)}`
    expect(everything).not.toMatch(/Voorbeeld|999999990|SECRET-TOKEN|Somebody Secret/)
  })
})

describe('writing the home address', () => {
  const nobody = { Street: '', City: '' }

  it('makes one when there is none', async () => {
    await start({
      Address_GetListCurrent: [
        anAddress({ Type: 'PostAddress' }),
        anAddress({ Type: 'PostAddress' }) + anAddress(),
      ],
      Address_InsertCurrent: '71',
    })
    const after = {
      Street: 'Dorpsstraat',
      HouseNumber: '1',
      PostalCode: '1234AB',
      City: 'Ede',
      CountryISOCode: 'NL',
      StateProvince: '',
    }

    expect(await target.writeAddress(employee, { before: nobody, after })).toMatchObject({
      result: 'written',
    })
    expect(sent('Address_InsertCurrent')).toContain(
      '<Address><Id>0</Id><Default>true</Default><Street>Dorpsstraat</Street><HouseNumber>1</HouseNumber>' +
        '<PostalCode>1234AB</PostalCode><City>Ede</City><CountryISOCode>NL</CountryISOCode><Type>HomeAddress</Type></Address>',
    )
  })

  it('changes the one there is, whole, and finds it again under a new id', async () => {
    await start({
      Address_GetListCurrent: [anAddress(), anAddress({ Id: '72', City: 'Breda' })],
      Address_Update: 'true',
    })

    const result = await target.writeAddress(employee, { before: { City: 'Ede' }, after: { City: 'Breda' } })

    expect(result).toMatchObject({ result: 'written', after: { City: 'Breda', Street: 'Dorpsstraat' } })
    expect(sent('Address_Update')).toContain('<Id>71</Id><Default>true</Default><Street>Dorpsstraat</Street>')
  })

  it('changes the default one of several', async () => {
    const other = anAddress({ Id: '70', Default: 'false', Street: 'Oud' })
    await start({
      Address_GetListCurrent: [other + anAddress(), other + anAddress({ City: 'Breda' })],
      Address_Update: 'true',
    })

    expect(await target.writeAddress(employee, { before: {}, after: { City: 'Breda' } })).toMatchObject({
      result: 'written',
    })
    expect(sent('Address_Update')).toContain('<Id>71</Id>')
  })

  it('is refused when several are there and none is the one default', async () => {
    await start({ Address_GetListCurrent: anAddress() + anAddress({ Id: '72' }) })

    await expect(
      target.writeAddress(employee, { before: {}, after: { City: 'Breda' } }),
    ).rejects.toMatchObject({
      facts: { code: 'address-ambiguous', carried: 'no' },
    })
    expect(stub.requests).toHaveLength(1)
  })

  it('sends nothing when the address that the plan saw is gone', async () => {
    await start({ Address_GetListCurrent: '' })

    expect(
      await target.writeAddress(employee, { before: { City: 'Ede' }, after: { City: 'Breda' } }),
    ).toEqual({ result: 'moved', fields: ['City'] })
  })

  it('is not confirmed when Nmbrs said no and changed nothing', async () => {
    await start({ Address_GetListCurrent: anAddress(), Address_Update: 'false' })

    expect(await target.writeAddress(employee, { before: {}, after: { City: 'Breda' } })).toMatchObject({
      result: 'not-confirmed',
      fields: ['City'],
    })
  })
})

describe('the other writes', () => {
  const newEmployee = {
    companyId: company,
    firstName: 'Vera',
    lastName: 'Voorbeeld',
    startDate: '2026-12-01',
    allowPastPeriod: false,
  }

  it('give the new employee his id', async () => {
    await start({ Employee_Insert: '4321' })

    expect(await target.createEmployee(newEmployee)).toBe('4321')
  })

  it.each(['', '0', '-1', 'abc'])('leave open whether he exists when the id is %j', async (id) => {
    await start({ Employee_Insert: id })

    await expect(target.createEmployee(newEmployee)).rejects.toMatchObject({
      facts: { code: 'unreadable-value', carried: 'unknown' },
    })
  })

  it('send a bank account without its empty fields', async () => {
    await start({ BankAccount_InsertCurrent: '91' })

    await target.insertBankAccount(employee, {
      Number: '0123456789',
      IBAN: 'NL00BANK0123456789',
      BIC: '',
      Type: 'Standaard',
    })

    expect(sent('BankAccount_InsertCurrent')).toContain(
      '<BankAccount><Id>0</Id><Number>0123456789</Number><IBAN>NL00BANK0123456789</IBAN><Type>Standaard</Type></BankAccount>',
    )
  })

  it.each([
    ['a bank account without a type', (it: Target) => it.insertBankAccount(employee, { IBAN: 'x' })],
    [
      'a salary of no known type',
      (it: Target) => it.updateSalary(employee, { value: '1', type: 'Weekly', start: '2026-12-01' }),
    ],
    [
      'a salary that is no amount',
      (it: Target) => it.updateSalary(employee, { value: '', type: 'None', start: '2026-12-01' }),
    ],
    ['a day that does not exist', (it: Target) => it.changeStartDate(employee, '2026-02-30')],
    [
      'an employee id of another kind',
      (it: Target) => it.changeStartDate(toTargetEmployeeId('a-guid'), '2026-02-28'),
    ],
    ['an employee without a last name', (it: Target) => it.createEmployee({ ...newEmployee, lastName: '' })],
  ])('refuse %s before anything is sent', async (_name, write) => {
    await start({})

    await expect(write(target)).rejects.toMatchObject({
      facts: { code: 'value-not-sendable', carried: 'no' },
    })
    expect(stub.requests).toEqual([])
  })
})
