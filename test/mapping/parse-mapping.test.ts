import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseMapping } from '../../src/mapping/file/parse-mapping.js'
import { aMapping, mappingText, requiredRows } from './a-mapping.js'

const problemsOf = (text: string) => {
  const result = parseMapping(text, 'mapping.yaml')
  return 'problems' in result ? result.problems : []
}

/** `line key: expected | found -> suggestion`, in short. */
const summaryOf = (text: string): string[] =>
  problemsOf(text).map(({ line, key, suggestion }) =>
    suggestion === undefined ? `${line} ${key}` : `${line} ${key} -> ${suggestion}`,
  )

/** The problems of one added row of personalInfo, which stands in line 4. */
const problemsOfRow = (row: string, section = 'personalInfo') => problemsOf(mappingText({ [section]: [row] }))

describe('a mapping', () => {
  it('is made of its rows, with the defaults filled in', () => {
    const mapping = aMapping({ personalInfo: ['EmailWork: { from: employee.workEmail }'] })

    expect(mapping.rowOf('personalInfo', 'EmailWork')).toEqual({
      section: 'personalInfo',
      field: 'EmailWork',
      type: 'email',
      source: {
        kind: 'source',
        from: ['employee.workEmail'],
        table: undefined,
        transform: { name: 'email' },
      },
      required: false,
      whenEmpty: 'keep',
      onDrift: 'report',
      normalise: 'email',
    })
  })

  it('says which fields of a section it has', () => {
    const mapping = aMapping({ address: ['City: { from: employee.homeAddress.city }'] })

    expect(mapping.fieldsOf('address')).toEqual(['City'])
    expect(mapping.fieldsOf('salary')).toEqual([])
    expect([...mapping.sections].toSorted()).toEqual(['address', 'employment', 'personalInfo'])
    expect(mapping.rowOf('address', 'Street')).toBeUndefined()
  })

  it('keeps every setting of a row', () => {
    const row =
      'Title: { from: [employee.custom.title, employee.title], table: { Dr: dr. }, unlisted: keep, whenEmpty: clear, onDrift: restore, normalise: compact }'

    const mapping = aMapping({ personalInfo: [row] })

    expect(mapping.rowOf('personalInfo', 'Title')).toMatchObject({
      source: {
        from: ['employee.custom.title', 'employee.title'],
        table: { values: { dr: 'dr.' }, unlisted: 'keep' },
      },
      whenEmpty: 'clear',
      onDrift: 'restore',
      normalise: 'compact',
    })
  })

  it('has the same fingerprint whatever the layout and order of the file', () => {
    const rows = ['EmailWork: { from: employee.workEmail }', 'Title: { from: employee.title }']
    const one = aMapping({ personalInfo: rows })
    const other = aMapping({ personalInfo: ['Title:\n      from: employee.title # title', rows[0]!] })

    expect(other.fingerprint).toBe(one.fingerprint)
  })

  it('has another fingerprint when any rule changes', () => {
    const withRule = (extra: string) =>
      aMapping({ personalInfo: [`EmployeeNumber: { from: employee.employeeNumber${extra} }`] }).fingerprint

    const prints = [
      '',
      ', stripZeros: true',
      ', whenEmpty: clear',
      ', onDrift: adopt',
      ', required: true',
    ].map(withRule)

    expect(new Set(prints).size).toBe(prints.length)
  })

  it('writes a country constant as its code', () => {
    const mapping = aMapping({ address: ['CountryISOCode: { const: Nederland }'] })

    expect(mapping.rowOf('address', 'CountryISOCode')?.source).toEqual({ kind: 'constant', value: 'NL' })
  })

  it('takes NO for Norway, not for no', () => {
    const mapping = aMapping({ address: ['CountryISOCode: { const: NO }'] })

    expect(mapping.rowOf('address', 'CountryISOCode')?.source).toEqual({ kind: 'constant', value: 'NO' })
  })
})

describe('a wrong mapping', () => {
  it('gives all its problems at once, each with its line', () => {
    const text = `version: 2
sections:
  personalInfo:
    FirstName: { from: employee.fristName, required: true }
    LastNam: { from: employee.lastName, required: true }
    Birthday: { from: employee.birthDate, transfrom: plainDate, required: true }
    EmailWork: { from: employee.workEmail, transform: e-mail }
    BSN: { from: employee.ssn }
    Title: {}
    Initials: { from: employee.ssn }
    Nickname: { from: firstName, const: x }
  adress:
    City: { from: employee.homeAddress.city }
  employment:
    InitialStartDate:
      from: employee.hireDate
      transform: text
`

    expect(summaryOf(text)).toEqual([
      '1 version',
      '3 sections.personalInfo.LastName',
      '4 sections.personalInfo.FirstName.from -> employee.firstName',
      '5 sections.personalInfo.LastNam -> LastName',
      '6 sections.personalInfo.Birthday.transfrom -> transform',
      '7 sections.personalInfo.EmailWork.transform -> email',
      '8 sections.personalInfo.BSN',
      '9 sections.personalInfo.Title',
      '10 sections.personalInfo.Initials.from',
      '11 sections.personalInfo.Nickname.const',
      '12 sections.adress -> address',
      '15 sections.employment.InitialStartDate',
      '17 sections.employment.InitialStartDate.transform',
    ])
  })

  it('says what was expected and what was found', () => {
    const [problem] = problemsOfRow('EmailWork: { from: employee.workEmail, onDrift: keep }')

    expect(problem).toEqual({
      severity: 'error',
      file: 'mapping.yaml',
      line: 4,
      key: 'sections.personalInfo.EmailWork.onDrift',
      expected: 'one of report, restore, adopt',
      found: 'keep',
    })
  })

  it.each(['BSN', 'Gender', 'NationalityCode', 'Number', 'IdentificationNumber'])(
    'is told that %s is never written, without a suggestion',
    (field) => {
      const [problem] = problemsOfRow(`${field}: { from: employee.title }`)

      expect(problem).toMatchObject({ expected: `another field; ${field} is never written by this program` })
      expect(problem).not.toHaveProperty('suggestion')
    },
  )

  it.each([
    [
      'a doubled key',
      'Title: { from: employee.title }\n    Title: { from: employee.custom.title }',
      'personalInfo.Title',
    ],
    ['neither from nor const', 'Title: { whenEmpty: clear }', 'Title'],
    ['both from and const', 'Title: { from: employee.title, const: x }', 'Title.const'],
    ['required on a constant', 'Title: { const: x, required: true }', 'Title.required'],
    ['a transform on a constant', 'Title: { const: x, transform: text }', 'Title.transform'],
    ['a constant e-mail address', 'EmailWork: { const: a@mail.example }', 'EmailWork.const'],
    ['a constant that does not fit', 'TelephoneWork: { const: reception }', 'TelephoneWork.const'],
    [
      'a cleared required value',
      'Title: { from: employee.title, required: true, whenEmpty: clear }',
      'Title.whenEmpty',
    ],
    [
      'a setting of another transform',
      'Title: { from: employee.title, stripZeros: true }',
      'Title.stripZeros',
    ],
    ['a switch that is no switch', 'Title: { from: employee.title, required: yes }', 'Title.required'],
    [
      'a transform of another type',
      'EmailWork: { from: employee.workEmail, transform: text }',
      'EmailWork.transform',
    ],
    ['unlisted without a table', 'Title: { from: employee.title, unlisted: keep }', 'Title.unlisted'],
    [
      'a table value that is no country',
      'CountryOfBirthISOCode: { from: employee.nationality, table: { Dutch: XX } }',
      'CountryOfBirthISOCode.table.Dutch',
    ],
    [
      'two spellings of one table key',
      'Title: { from: employee.title, table: { Dr: a, DR: b } }',
      'Title.table.DR',
    ],
    ['an empty list of paths', 'Title: { from: [] }', 'Title.from'],
    ['a path that is no text', 'Title: { from: [[employee.title]] }', 'Title.from'],
    [
      'normalise on a number',
      'EmployeeNumber: { from: employee.employeeNumber, normalise: text }',
      'EmployeeNumber.normalise',
    ],
    ['a row that is no row', 'Title: employee.title', 'Title'],
  ])('has a problem: %s', (_, row, key) => {
    const problems = problemsOfRow(row)

    expect(problems).toHaveLength(1)
    expect(problems[0]?.key).toContain(key)
    expect(problems[0]?.line).toBe(row.includes('\n') ? 5 : 4)
  })

  it.each([
    ['a bank account without its type', ['IBAN: { from: employee.bankAccount.iban }'], 'bankAccount.Type'],
    [
      'another account than Standaard',
      ['IBAN: { from: employee.bankAccount.iban }', 'Type: { const: Bankrekening1 }'],
      'bankAccount.Type.const',
    ],
    [
      'a type from the source',
      [
        'IBAN: { from: employee.bankAccount.iban }',
        'Type: { from: employee.custom.type, table: { a: Standaard } }',
      ],
      'bankAccount.Type.from',
    ],
    [
      'one account for everybody',
      ['Type: { const: Standaard }', 'IBAN: { const: NL91ABNA0417164300 }'],
      'IBAN.const',
    ],
    [
      'no account in it',
      ['Type: { const: Standaard }', 'BIC: { from: employee.bankAccount.bic }'],
      'bankAccount',
    ],
    [
      'a cleared account',
      ['Type: { const: Standaard }', 'IBAN: { from: employee.bankAccount.iban, whenEmpty: clear }'],
      'IBAN.whenEmpty',
    ],
  ])('has a problem with the bank account: %s', (_, rows, key) => {
    const keys = problemsOf(mappingText({ bankAccount: rows })).map((problem) => problem.key)

    expect(keys.length).toBeGreaterThan(0)
    expect(keys.some((found) => found.endsWith(key))).toBe(true)
  })

  const value = 'Value: { from: compensation.amount }'
  const type = 'Type: { from: compensation.payoutPeriod, transform: salaryType }'
  const start = 'Start: { from: compensation.effectiveDate }'

  it.each([
    ['half a salary', [value, start], ['sections.salary.Type']],
    [
      'the same salary for everybody',
      ['Value: { const: "4000" }', type, start],
      ['sections.salary.Value.const'],
    ],
    [
      'another amount',
      ['Value: { from: compensation.baseAmount }', type, start],
      ['sections.salary.Value.from'],
    ],
    [
      'a type out of nowhere',
      [value, 'Type: { from: compensation.payoutPeriod }', start],
      ['sections.salary.Type'],
    ],
    [
      'a type that Nmbrs does not have',
      [value, 'Type: { from: compensation.payoutPeriod, table: { MONTHLY: Bruto_Salaris_Parttime } }', start],
      ['sections.salary.Type.table.MONTHLY'],
    ],
    [
      'salaryType on another path',
      [value, 'Type: { from: compensation.payoutFrequency, transform: salaryType }', start],
      ['sections.salary.Type.from'],
    ],
  ])('has a problem with the salary: %s', (_, rows, keys) => {
    expect(problemsOf(mappingText({ salary: rows })).map((problem) => problem.key)).toEqual(keys)
  })

  it('suggests the salary type that was meant', () => {
    const rows = [
      value,
      'Type: { from: compensation.payoutPeriod, transform: salaryType, byEmploymentType: { Intern: Bruto_Uurlon } }',
      start,
    ]

    expect(problemsOf(mappingText({ salary: rows }))[0]).toMatchObject({ suggestion: 'Bruto_Uurloon' })
  })

  it('may not have a table without a value, which would refuse every value', () => {
    expect(problemsOfRow('Title: { from: employee.title, table: {} }')).toMatchObject([
      { key: 'sections.personalInfo.Title.table', found: 'an empty group of keys' },
    ])
  })

  it('may not send the whole street line beside a house number', () => {
    const rows = [
      'Street: { from: employee.homeAddress.street }',
      'HouseNumber: { from: employee.homeAddress.street, transform: houseNumber }',
    ]

    expect(problemsOf(mappingText({ address: rows }))[0]?.key).toBe('sections.address.Street')
  })

  it('must have the four required rows, and they must be required', () => {
    const text = 'version: 1\nsections:\n  personalInfo:\n    FirstName: { from: employee.firstName }\n'

    expect(summaryOf(text)).toEqual([
      '2 sections.employment.InitialStartDate',
      '3 sections.personalInfo.LastName',
      '3 sections.personalInfo.Birthday',
      '4 sections.personalInfo.FirstName',
    ])
  })

  it.each([
    ['nothing', ''],
    ['only a comment', '# nothing\n'],
    ['a list', '- a\n- b\n'],
    ['a word', 'hello'],
  ])('is a problem and no crash when it is %s', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0)
  })

  it('shows the line of broken YAML', () => {
    const [problem] = problemsOf(requiredRows.replace('required: true }', 'required: true'))

    expect(problem).toMatchObject({ expected: 'YAML', key: '' })
    expect(problem?.line).toBeGreaterThanOrEqual(4)
  })

  it('stops at a file that unfolds through aliases', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`,
    )
    const problems = problemsOf(`l0: &l0 [x, x]\n${levels.join('\n')}\n${requiredRows}`)

    expect(problems.filter(({ found }) => found.includes('aliases'))).toHaveLength(1)
  })

  it('stops at an alias of itself', () => {
    const problems = problemsOf(
      requiredRows.replace('  employment:', '    Title: &t { table: *t }\n  employment:'),
    )

    expect(problems.map(({ expected }) => expected)).toContain('an alias of an anchor above it')
  })

  it.each([
    ['too large a file', 'x'.repeat(1024 * 1024 + 1)],
    ['nested lists without end', `${'- '.repeat(5000)}x`],
    ['nested brackets without end', '['.repeat(5000)],
  ])('refuses %s', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0)
  })

  it('never throws', () => {
    const words = fc.constantFrom(
      'version',
      'sections',
      'personalInfo',
      'FirstName',
      'from',
      'const',
      'table',
      '*a',
      '&a',
      '!!x',
      '<<',
      '__proto__',
    )
    const noise = fc.array(
      fc.oneof(
        words,
        fc.constantFrom(': ', '\n', '\n  ', '- ', '{', '}', '[', ']', ', ', '|', '>', "'", '"', '\t'),
      ),
      { maxLength: 40 },
    )

    fc.assert(
      fc.property(noise, (parts) => {
        expect(problemsOf(parts.join('')).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a file that unfolds through aliases', () => {
  const unfolding = (depth: number): string =>
    Array.from({ length: depth }, (_, n) =>
      n === 0 ? 'a0: &a0 [x]' : `a${n}: &a${n} [${`*a${n - 1},`.repeat(10)}]`,
    ).join('\n')

  it('into more values than anybody writes is refused as a whole', () => {
    const parsed = parseMapping(unfolding(9), 'mapping.yaml')

    expect(parsed).toMatchObject({ problems: [{ found: 'more, through aliases' }] })
  })
})
