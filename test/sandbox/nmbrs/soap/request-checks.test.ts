import { describe, expect, it } from '@jest/globals'
import { call } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'

const insert = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')

const hire = {
  FirstName: 'Bo',
  LastName: 'Nieuw',
  StartDate: '2026-11-03T00:00:00',
  CompanyId: '1234',
  UnprotectedMode: 'false',
}

const personalInfo = (content: string): string =>
  `<EmployeeId>501</EmployeeId><PersonalInfo><Id>501</Id><Number>1001</Number>${content}</PersonalInfo>`

const kindsOf = (violations: readonly { path: string; kind: string }[]): string[] =>
  violations.map(({ path, kind }) => `${path}: ${kind}`)

describe('checking requests against the WSDL', () => {
  it('finds nothing wrong with a right one', async () => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, 'Employee_Insert', insert(hire))

      expect(reply.response.Employee_InsertResult).toBe('502')
      expect(sandbox.violations).toEqual([])
    })
  })

  it('takes a misspelt argument for an absent one, and says so', async () => {
    await withSandbox({}, async (sandbox) => {
      const { CompanyId, ...rest } = hire

      const reply = await call(sandbox, 'Employee_Insert', insert({ ...rest, CompanyID: CompanyId }))

      expect(reply.fault).toBe(
        'soap:Server Server was unable to process request. ---> 2004: Unauthorized access',
      )
      expect(kindsOf(sandbox.violations)).toEqual([
        'Employee_Insert/CompanyID: unknown-element',
        'Employee_Insert/CompanyId: missing',
      ])
    })
  })

  it.each([
    [
      'an element of another namespace',
      '<IdentificationType xmlns="urn:x">1</IdentificationType>',
      [
        'PersonalInfo_UpdateCurrent/PersonalInfo/IdentificationType: wrong-namespace',
        'PersonalInfo_UpdateCurrent/PersonalInfo/IdentificationType: missing',
      ],
    ],
    [
      'an element twice',
      '<IdentificationType>1</IdentificationType><IdentificationType>1</IdentificationType>',
      ['PersonalInfo_UpdateCurrent/PersonalInfo/IdentificationType: repeated'],
    ],
    [
      'an element too late',
      '<IdentificationType>1</IdentificationType><FirstName>Bo</FirstName>',
      ['PersonalInfo_UpdateCurrent/PersonalInfo/FirstName: out-of-order'],
    ],
    [
      'text between elements',
      'Bo<IdentificationType>1</IdentificationType>',
      ['PersonalInfo_UpdateCurrent/PersonalInfo: unread-text'],
    ],
    [
      'a field the schema does not have',
      '<IdentificationType>1</IdentificationType><PayslipLanguage>nl</PayslipLanguage>',
      ['PersonalInfo_UpdateCurrent/PersonalInfo/PayslipLanguage: unknown-element'],
    ],
    [
      'nil where it may not be',
      '<Title xsi:nil="true"/><IdentificationType>1</IdentificationType>',
      ['PersonalInfo_UpdateCurrent/PersonalInfo/Title: nil-not-allowed'],
    ],
    [
      'a date without a time',
      '<IdentificationType>1</IdentificationType><Birthday>1990-01-01</Birthday>',
      ['PersonalInfo_UpdateCurrent/PersonalInfo/Birthday: not-a-date-time'],
    ],
  ])('notes %s and goes on', async (_what, content, expected) => {
    await withSandbox({}, async (sandbox) => {
      const reply = await call(sandbox, 'PersonalInfo_UpdateCurrent', personalInfo(content))

      expect(reply.status).toBe(200)
      expect(kindsOf(sandbox.violations)).toEqual(expected)
    })
  })

  it('moves a date with a zone to the clock of the server, which makes it another day', async () => {
    await withSandbox({}, async (sandbox) => {
      const content = '<IdentificationType>1</IdentificationType><Birthday>1990-06-14T22:00:00Z</Birthday>'

      await call(sandbox, 'PersonalInfo_UpdateCurrent', personalInfo(content))

      expect(sandbox.store.employee(501).personalInfo.Birthday).toBe('1990-06-15')
      expect(kindsOf(sandbox.violations)).toEqual([
        'PersonalInfo_UpdateCurrent/PersonalInfo/Birthday: date-with-zone',
      ])
    })
  })

  it.each([
    ['an empty date', '<Birthday></Birthday>', 'empty-value'],
    ['an empty number', '<NationalityCode/>', 'empty-value'],
    ['an impossible day', '<Birthday>1990-02-30T00:00:00</Birthday>', 'wrong-type'],
    ['text for a number', '<NationalityCode>Dutch</NationalityCode>', 'wrong-type'],
    ['a number out of range', '<NationalityCode>99999999999</NationalityCode>', 'wrong-type'],
    ['an unknown member', '<Gender>unknown</Gender>', 'unknown-member'],
    ['nil for a number that cannot be nil', '<IdentificationType xsi:nil="true"/>', 'nil-not-allowed'],
  ])('cannot read %s', async (_what, content, kind) => {
    await withSandbox({}, async (sandbox) => {
      const before = sandbox.store.employee(501)

      const reply = await call(sandbox, 'PersonalInfo_UpdateCurrent', personalInfo(content))

      expect(reply.fault).toMatch(
        /^soap:Client Server was unable to read request\. ---> There is an error in XML document \(\d+, \d+\)\. ---> /,
      )
      expect(sandbox.violations.map((violation) => violation.kind)).toEqual([kind])
      expect(sandbox.store.employee(501)).toEqual(before)
    })
  })

  it.each(['1e3', '12,50', 'NaN'])('cannot read %s as an amount', async (amount) => {
    await withSandbox({}, async (sandbox) => {
      const salary = `<Salary><Value>${amount}</Value><Type>Bruto_Uurloon</Type></Salary>`

      const reply = await call(
        sandbox,
        'Salary_Update',
        `<EmployeeId>501</EmployeeId>${salary}<Start>2026-11-01T00:00:00</Start>`,
      )

      expect(reply.fault).toMatch(/^soap:Client /)
    })
  })

  it('never notes a value', async () => {
    await withSandbox({}, async (sandbox) => {
      await call(sandbox, 'PersonalInfo_UpdateCurrent', personalInfo('<Secret>Bo Nieuw</Secret>Bo Nieuw'))

      expect(JSON.stringify(sandbox.violations)).not.toContain('Bo')
    })
  })

  it('refuses what differs from the WSDL when told to be strict, and says what', async () => {
    await withSandbox({ switches: { strictness: 'strict' } }, async (sandbox) => {
      const reply = await call(sandbox, 'Employee_Insert', insert({ ...hire, Extra: '1' }))

      expect(reply.fault).toBe(
        'soap:Client The request does not follow the WSDL: Employee_Insert/Extra: unknown-element',
      )
      expect(sandbox.store.allEmployees()).toHaveLength(1)
    })
  })

  it('does not see an element out of its place when the order is strict', async () => {
    const content = personalInfo('<IdentificationType>1</IdentificationType><FirstName>Bo</FirstName>')
    const firstNameAfter = (elementOrder: 'lenient' | 'strict'): Promise<string | undefined> =>
      withSandbox({ switches: { elementOrder } }, async (sandbox) => {
        await call(sandbox, 'PersonalInfo_UpdateCurrent', content)
        return sandbox.store.employee(501).personalInfo.FirstName
      })

    expect(await firstNameAfter('lenient')).toBe('Bo')
    expect(await firstNameAfter('strict')).toBe('Roos')
  })
})
