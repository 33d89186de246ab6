import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { FindingCode } from '../../src/domain/finding.js'
import { mapEmployee } from '../../src/mapping/map-employee.js'
import type { SourceIssue } from '../../src/source/port.js'
import { aMapping } from './a-mapping.js'
import { anEmployee, completeValues } from './an-employee.js'
import { readShippedMapping } from './shipped-mapping.js'
import { anyText } from '../support/any-text.js'

const shipped = readShippedMapping()
const context = { timeZone: 'Europe/Amsterdam' }
const map = (changes: Readonly<Record<string, string | undefined>> = {}, mapping = shipped) =>
  mapEmployee(anEmployee(changes), mapping, context)

const codes = (person: ReturnType<typeof map>): FindingCode[] => person.findings.map(({ code }) => code)

/** A person without anything under a prefix. */
const without = (prefix: string): Record<string, undefined> =>
  Object.fromEntries(
    Object.keys(completeValues)
      .filter((path) => path.startsWith(prefix))
      .map((path) => [path, undefined]),
  )

describe('a complete person', () => {
  it('becomes the values of every section', () => {
    expect(map()).toEqual({
      sourceId: '64f1a0c2e4b0a1000a1b2c01',
      sourceCompanyId: '64f19f00e4b0a1000a1b2b00',
      displayName: "Fleur van 't Voorbeeld",
      sections: {
        personalInfo: {
          FirstName: 'Fleur',
          LastName: "van 't Voorbeeld",
          Birthday: '1991-04-30',
          CountryOfBirthISOCode: 'NL',
          EmailPrivate: 'fleur@privemail.example',
          TelephonePrivate: '06 - 12 34 56 78',
          EmployeeNumber: '1042',
          TelephoneWork: '+31 20 555 01 42',
          EmailWork: 'fleur@tulpwerk.example',
        },
        address: {
          Street: 'Lange Nieuwstraat 12-bis',
          PostalCode: '3512 PH',
          City: 'Utrecht',
          CountryISOCode: 'NL',
        },
        bankAccount: { Type: 'Standaard', IBAN: 'NL91ABNA0417164300', BIC: 'ABNANL2A' },
        employment: { InitialStartDate: '2023-09-01' },
        salary: { Value: '4175.5', Type: 'Bruto_Salaris_Partime', Start: '2026-01-01' },
      },
      missing: [],
      heldSections: new Set(),
      findings: [],
    })
  })

  it('takes the cleaned telephone number only when none was typed', () => {
    const typed = map({ 'employee.privatePhoneSanitized': '+31612345678' })
    const cleaned = map({
      'employee.privatePhone': '  ',
      'employee.privatePhoneSanitized': '+31612345678',
    })

    expect(typed.sections.personalInfo?.TelephonePrivate).toBe('06 - 12 34 56 78')
    expect(cleaned.sections.personalInfo?.TelephonePrivate).toBe('+31612345678')
  })
})

describe('a required value', () => {
  it.each([
    ['employee.firstName', 'personalInfo', 'FirstName'],
    ['employee.lastName', 'personalInfo', 'LastName'],
    ['employee.birthDate', 'personalInfo', 'Birthday'],
    ['employee.hireDate', 'employment', 'InitialStartDate'],
  ])('is named when %s is empty', (path, section, field) => {
    const person = map({ [path]: undefined })

    expect(person.missing).toEqual([{ section, field, source: path }])
    expect(person.findings).toEqual([
      expect.objectContaining({ code: 'required-field-missing', severity: 'error', section, field }),
    ])
  })

  it('counts as missing when it is blank or cannot be used', () => {
    const person = map({ 'employee.firstName': ' \u00A0 ', 'employee.birthDate': 'in spring' })

    expect(person.missing.map(({ field }) => field)).toEqual(['FirstName', 'Birthday'])
    expect(codes(person)).toEqual(['value-invalid', 'required-field-missing'])
  })

  it('holds the whole employment when the start date cannot be used', () => {
    const person = map({ 'employee.hireDate': '2023-13-01' })

    expect(person.missing.map(({ field }) => field)).toEqual(['InitialStartDate'])
    expect(person.heldSections).toEqual(new Set(['employment']))
    expect(person.sections.employment).toBeUndefined()
  })
})

describe('a bad value in personal info', () => {
  it.each([
    ['employee.privateEmail', 'nobody', 'personalInfo', 'EmailPrivate', 'email-invalid'],
    ['employee.workPhone', 'reception', 'personalInfo', 'TelephoneWork', 'phone-invalid'],
    ['employee.employeeNumber', 'SE-0007', 'personalInfo', 'EmployeeNumber', 'employee-number-invalid'],
    ['employee.ssnCountry', 'Atlantis', 'personalInfo', 'CountryOfBirthISOCode', 'country-unknown'],
  ] as const)('holds %s alone', (path, value, section, field, code) => {
    const complete = map()

    const person = map({ [path]: value })

    expect({ ...person.sections[section], [field]: undefined }).toEqual({
      ...complete.sections[section],
      [field]: undefined,
    })
    expect(person.sections[section]).not.toHaveProperty(field)
    expect(person.heldSections).toEqual(new Set())
    expect(person.missing).toEqual([])
    expect(person.findings).toEqual([expect.objectContaining({ code, severity: 'error', section, field })])
  })
})

describe('a bad value in an address', () => {
  it('holds the whole address and nothing else', () => {
    const person = map({ 'employee.homeAddress.country': 'Atlantis' })

    expect(person.sections.address).toBeUndefined()
    expect(person.heldSections).toEqual(new Set(['address']))
    expect(person.findings).toMatchObject([
      { code: 'country-unknown', section: 'address', field: 'CountryISOCode' },
    ])
    expect(person.findings[0]?.message).toMatch(/the address is not sent/)
  })
})

describe('an empty value', () => {
  it('is left out, so that Nmbrs keeps what it has', () => {
    const person = map({ 'employee.privateEmail': undefined })

    expect(person.sections.personalInfo).not.toHaveProperty('EmailPrivate')
    expect(person.findings).toEqual([])
  })

  it('becomes empty text when the mapping says so', () => {
    const mapping = aMapping({
      personalInfo: ['EmailPrivate: { from: employee.privateEmail, whenEmpty: clear }'],
    })

    expect(map({ 'employee.privateEmail': undefined }, mapping).sections.personalInfo?.EmailPrivate).toBe('')
  })

  it('leaves no section behind when all of it is empty', () => {
    const mapping = aMapping({
      address: ['City: { from: employee.homeAddress.city }', 'CountryISOCode: { const: NL }'],
    })

    expect(map({}, mapping).sections.address).toEqual({ City: 'Utrecht', CountryISOCode: 'NL' })
    expect(map(without('employee.homeAddress'), mapping).sections).not.toHaveProperty('address')
  })
})

describe('a bank account', () => {
  it('is left out when there is none', () => {
    const person = map(without('employee.bankAccount'))

    expect(person.sections).not.toHaveProperty('bankAccount')
    expect(person.heldSections).toEqual(new Set())
    expect(person.findings).toEqual([])
  })

  it('may be a number without an IBAN', () => {
    const person = map({ ...without('employee.bankAccount'), 'employee.bankAccount.number': '123 456 789' })

    expect(person.sections.bankAccount).toEqual({ Type: 'Standaard', Number: '123 456 789' })
    expect(person.findings).toEqual([])
  })

  it.each([
    ['a BIC alone', { 'employee.bankAccount.iban': undefined }, 'bank-account-incomplete'],
    ['a wrong IBAN', { 'employee.bankAccount.iban': 'NL92ABNA0417164300' }, 'iban-invalid'],
    ['a wrong BIC', { 'employee.bankAccount.bic': 'ABN AMRO' }, 'bic-invalid'],
    [
      'a wrong IBAN beside a number',
      { 'employee.bankAccount.iban': 'NL92ABNA0417164300', 'employee.bankAccount.number': '417164300' },
      'iban-invalid',
    ],
  ])('is held whole for %s, and the rest goes on', (_, changes, code) => {
    const person = map(changes)

    expect(codes(person)).toEqual([code])
    expect(person.heldSections).toEqual(new Set(['bankAccount']))
    expect(Object.keys(person.sections).toSorted()).toEqual([
      'address',
      'employment',
      'personalInfo',
      'salary',
    ])
  })
})

describe('a salary', () => {
  it('is left out when there is no compensation', () => {
    const person = map(without('compensation'))

    expect(person.sections).not.toHaveProperty('salary')
    expect(person.heldSections).toEqual(new Set())
    expect(person.findings).toEqual([])
  })

  it.each([
    ['another currency', { 'compensation.currency': 'SEK' }, ['currency-not-euro']],
    ['no currency', { 'compensation.currency': undefined }, ['currency-not-euro']],
    ['a yearly amount', { 'compensation.payoutPeriod': 'ANNUAL' }, ['salary-type-unknown']],
    ['no pay period', { 'compensation.payoutPeriod': undefined }, ['salary-type-unknown']],
    ['no amount', { 'compensation.amount': undefined }, ['amount-invalid']],
    ['no start', { 'compensation.effectiveDate': undefined }, ['value-invalid']],
    ['a start that is no date', { 'compensation.effectiveDate': 'soon' }, ['value-invalid']],
    [
      'more digits than can be trusted',
      { 'compensation.amount': '4175.123456789012345' },
      ['amount-invalid'],
    ],
    ['a negative amount', { 'compensation.amount': '-1' }, ['amount-invalid']],
    [
      'several reasons',
      { 'compensation.amount': undefined, 'compensation.currency': 'SEK' },
      ['amount-invalid', 'currency-not-euro'],
    ],
  ])('is held whole for %s, and the rest goes on', (_, changes, expected) => {
    const person = map(changes)

    expect(codes(person)).toEqual(expected)
    expect(person.heldSections).toEqual(new Set(['salary']))
    expect(Object.keys(person.sections).toSorted()).toEqual([
      'address',
      'bankAccount',
      'employment',
      'personalInfo',
    ])
  })

  it('goes by the employment type where the mapping lists it', () => {
    const type =
      'Type: { from: compensation.payoutPeriod, transform: salaryType, byEmploymentType: { On call: Bruto_Salaris_Fulltime } }'
    const rows = ['Value: { from: compensation.amount }', type, 'Start: { from: compensation.effectiveDate }']
    const mapping = aMapping({ salary: rows })

    expect(map({ 'employmentType.name': 'on call' }, mapping).sections.salary?.Type).toBe(
      'Bruto_Salaris_Fulltime',
    )
    expect(map({ 'employmentType.name': 'Permanent' }, mapping).sections.salary?.Type).toBe(
      'Bruto_Salaris_Partime',
    )
  })

  it('is held when a table gives a type for another pay period', () => {
    const type =
      'Type: { from: compensation.payoutPeriod, table: { ANNUAL: Bruto_Salaris_Fulltime, MONTHLY: Bruto_Uurloon, HOURLY: Bruto_Uurloon } }'
    const rows = ['Value: { from: compensation.amount }', type, 'Start: { from: compensation.effectiveDate }']
    const mapping = aMapping({ salary: rows })
    const heldFor = (period: string): boolean =>
      map({ 'compensation.payoutPeriod': period }, mapping).heldSections.has('salary')

    expect(['ANNUAL', 'MONTHLY', 'HOURLY', 'WEEKLY'].map(heldFor)).toEqual([true, true, false, true])
  })
})

describe('a table of values', () => {
  const rows = (extra: string) => ({
    personalInfo: [`Title: { from: employee.title, table: { HR-chef: Hoofd HR }${extra} }`],
  })

  it('translates without regard to letter case and blanks', () => {
    expect(map({ 'employee.title': ' hr-CHEF ' }, aMapping(rows(''))).sections.personalInfo?.Title).toBe(
      'Hoofd HR',
    )
  })

  it('refuses a value that is not listed', () => {
    const person = map({ 'employee.title': 'constructor' }, aMapping(rows('')))

    expect(person.sections.personalInfo).not.toHaveProperty('Title')
    expect(codes(person)).toEqual(['value-invalid'])
  })

  it('keeps a value that is not listed when told to', () => {
    const person = map({ 'employee.title': 'Chef' }, aMapping(rows(', unlisted: keep')))

    expect(person.sections.personalInfo?.Title).toBe('Chef')
  })

  it('gives its value to the transform', () => {
    const mapping = aMapping({
      address: [
        'CountryISOCode: { from: employee.homeAddress.country, table: { Friesland: Nederland }, unlisted: keep }',
      ],
    })

    expect(
      map({ 'employee.homeAddress.country': 'friesland' }, mapping).sections.address?.CountryISOCode,
    ).toBe('NL')
    expect(map({ 'employee.homeAddress.country': 'Zweden' }, mapping).sections.address?.CountryISOCode).toBe(
      'SE',
    )
  })
})

describe('an issue of the source', () => {
  const mapWith = (issue: SourceIssue) => mapEmployee(anEmployee({}, { issues: [issue] }), shipped, context)

  it('that holds is an error and holds its section', () => {
    const person = mapWith({ code: 'compensation-ambiguous', section: 'salary', holds: true })

    expect(person.heldSections).toEqual(new Set(['salary']))
    expect(person.findings).toEqual([
      expect.objectContaining({ code: 'compensation-ambiguous', severity: 'error', section: 'salary' }),
    ])
  })

  it('that does not hold is a warning', () => {
    const person = mapWith({ code: 'current-row-mismatch', section: 'employment', holds: false })

    expect(person.heldSections).toEqual(new Set())
    expect(person.findings).toEqual([
      expect.objectContaining({ code: 'current-row-mismatch', severity: 'warning' }),
    ])
  })

  it('in a section that is not mapped is nobody’s concern', () => {
    const issue = { code: 'compensation-ambiguous', section: 'salary', holds: true } as const
    const person = mapEmployee(anEmployee({}, { issues: [issue] }), aMapping(), context)

    expect(person.findings).toEqual([])
    expect(person.heldSections).toEqual(new Set())
  })
})

describe('any person', () => {
  const paths = fc.constantFrom(...Object.keys(completeValues))
  const values = fc.oneof(
    anyText({ maxLength: 30 }),
    fc.constantFrom('', 'NL', '4175.5', 'MONTHLY', '2026-01-01', 'EUR', 'NL91ABNA0417164300', '__proto__'),
  )
  const changes = fc.dictionary(paths, fc.option(values, { nil: undefined }))

  it('is mapped without an exception, and every held section is left out with an error that says why', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const person = map(changed)

        for (const section of person.heldSections) {
          expect(person.sections).not.toHaveProperty(section)
          expect(person.findings.some((finding) => finding.section === section)).toBe(true)
        }
        for (const { section, field } of person.missing) {
          expect(person.findings.some((finding) => finding.field === field)).toBe(true)
          expect(person.sections[section]?.[field]).toBeUndefined()
        }
      }),
    )
  })

  it('has no value of his in a finding', () => {
    const marked = fc.stringMatching(/^Zq[A-Za-z0-9]{6,12}$/)

    fc.assert(
      fc.property(fc.dictionary(paths, marked), (changed) => {
        const shown = JSON.stringify(map(changed).findings)

        for (const value of Object.values(changed)) expect(shown).not.toContain(value)
      }),
    )
  })

  it('is mapped the same when his values come in another order', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        const employee = anEmployee(changed)
        const reversed = {
          ...employee,
          values: Object.fromEntries(Object.entries(employee.values).reverse()),
        }

        expect(mapEmployee(reversed, shipped, context)).toEqual(mapEmployee(employee, shipped, context))
      }),
    )
  })
})

describe('a text that is longer than any value of a payroll record', () => {
  it('is a finding, and the field is left alone', () => {
    const person = map({ 'employee.firstName': 'x'.repeat(1001) })

    expect(codes(person)).toEqual(['value-invalid'])
    expect(person.sections.personalInfo).not.toHaveProperty('FirstName')
  })

  it('holds the whole section where it belongs to a bank account', () => {
    const person = map({ 'employee.bankAccount.iban': `NL91ABNA0417164300${' '.repeat(1000)}` })

    expect([...person.heldSections]).toEqual(['bankAccount'])
  })
})

describe('a text as it comes in', () => {
  it.each(['-', '--', 'n.v.t.', 'N.V.T', 'nvt', 'n/a', '0000000000', ' \u200B '])(
    'that is %j is no value',
    (typed) => {
      const person = map({ 'employee.homeAddress.city': typed, 'employee.privatePhone': typed })

      expect(person.sections.address).not.toHaveProperty('City')
      expect(person.findings).toEqual([])
    },
  )

  it.each([
    ['a zero-width blank', 'Utr\u200Becht'],
    ['a mark of direction', '\u202AUtrecht\u202C'],
    ['an isolate', '\u2066Utrecht\u2069'],
    ['a joiner', 'Utr\u200Decht'],
    ['a filler', 'Utrecht\u3164'],
    ['a variation selector', 'Utrecht\uFE0F'],
  ])('loses %s', (_what, typed) => {
    expect(map({ 'employee.homeAddress.city': typed }).sections.address?.City).toBe('Utrecht')
  })

  it('keeps a joiner inside a word of a script that needs it', () => {
    expect(map({ 'employee.homeAddress.city': 'می\u200Cخواهم' }).sections.address?.City).toBe('می\u200Cخواهم')
  })

  it('loses what nobody sees before any transform', () => {
    expect(map({ 'employee.employeeNumber': '\u200E501' }).sections.personalInfo?.EmployeeNumber).toBe('501')
  })

  it('in which a letter was lost is not used', () => {
    const person = map({ 'employee.homeAddress.city': 'Utr\uFFFDcht' })

    expect(codes(person)).toEqual(['value-invalid'])
    expect(person.heldSections).toEqual(new Set(['address']))
  })
})
