import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toTargetEmployeeId, type TargetEmployeeId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { matchPeople, type MatchResult } from '../../../src/plan/match/match-people.js'
import { buildTargetPopulation, toSourceMember, type AccountDigests } from '../../../src/plan/match/people.js'
import { buildPopulation } from '../../../src/plan/match/population.js'
import { aPerson, aTarget, companyId, defaultMatchRules } from '../../support/builders.js'

interface Given {
  id: string
  personalInfo?: Values
  address?: Values
  iban?: string
}

const accounts = (targets: readonly Given[]): AccountDigests => ({
  toDigests: ({ IBAN }) => (IBAN ? [IBAN] : []),
  ofTarget: (_company, id) => targets.flatMap((one) => (one.id === id && one.iban ? [one.iban] : [])),
})

const match = (
  people: readonly Given[],
  targets: readonly Given[],
  connected: string[] = [],
): Record<string, MatchResult> => {
  const digests = accounts(targets)
  const members = people.map(({ iban, address, ...one }) => {
    const person = aPerson(one)
    const bankAccount = iban === undefined ? {} : { bankAccount: { IBAN: iban } }
    const sections = {
      personalInfo: person.sections.personalInfo ?? {},
      address: address ?? { Street: `Laan van ${one.id} 1`, PostalCode: '1234 AB' },
      ...bankAccount,
    }
    return toSourceMember({ ...person, sections }, digests)
  })
  const sources = buildPopulation(members)
  const employees = targets.map((one) => aTarget({ address: { Street: `Weg ${one.id}` }, ...one }))
  const results = matchPeople({
    people: members,
    sources,
    targets: buildTargetPopulation(
      { companyId, targets: new Map(employees.map((employee) => [employee.id, employee])) },
      digests,
    ),
    everyone: sources,
    elsewhere: [],
    rules: defaultMatchRules,
    connected: new Set(connected.map(toTargetEmployeeId)),
  })
  return Object.fromEntries(results)
}

const nothingAlike: Values = {
  FirstName: 'Bram',
  LastName: 'Anders',
  Birthday: '1971-03-09',
  EmployeeNumber: '9',
  EmailWork: 'bram@tulp.example',
  TelephonePrivate: '',
}

describe('matching by rule', () => {
  it('links the one employee whom a rule hits and names the most trusted rule', () => {
    const results = match([{ id: 'a' }], [{ id: '1' }, { id: '2', personalInfo: nothingAlike }])

    expect(results.a).toEqual({
      kind: 'matched',
      targetId: '1',
      evidence: {
        rule: 'employeeNumber+birthDate',
        agrees: ['employeeNumber', 'birthDate', 'firstName', 'lastName', 'workEmail'],
        differs: [],
      },
    })
  })

  it.each([
    ['employeeNumber+lastName', { Birthday: '', EmailWork: '', FirstName: 'N.' }],
    ['workEmail+birthDate', { EmployeeNumber: '77', LastName: 'Anders', FirstName: 'N.' }],
    ['lastName+birthDate+firstName', { EmployeeNumber: '77', EmailWork: '' }],
  ])('links by %s when the rules before it do not hit', (rule, personalInfo) => {
    const results = match([{ id: 'a' }], [{ id: '1', personalInfo }])

    expect(results.a).toMatchObject({ kind: 'matched', targetId: '1', evidence: { rule } })
  })

  it('never links by e-mail alone, and creates beside a mailbox that someone quite different has too', () => {
    const results = match(
      [{ id: 'a' }],
      [{ id: '1', personalInfo: { ...nothingAlike, EmailWork: 'NOOR@tulp.example' } }],
    )

    expect(results.a).toEqual({ kind: 'none' })
  })

  it('never links by employee number alone, and creates all the same: numbers are not unique', () => {
    const results = match(
      [{ id: 'a' }],
      [{ id: '1', personalInfo: { ...nothingAlike, EmployeeNumber: '501' } }],
    )

    expect(results.a).toEqual({ kind: 'none' })
  })

  it('takes two unknown values for no agreement', () => {
    const results = match(
      [{ id: 'a', personalInfo: { EmployeeNumber: '', EmailWork: '' } }],
      [{ id: '1', personalInfo: { ...nothingAlike, EmployeeNumber: '', EmailWork: '' } }],
    )

    expect(results.a).toEqual({ kind: 'none' })
  })

  it('leaves it to a person when a rule hits two employees', () => {
    const results = match([{ id: 'a' }], [{ id: '1' }, { id: '2' }])

    expect(results.a).toMatchObject({ kind: 'ambiguous', candidates: [{ targetId: '1' }, { targetId: '2' }] })
  })

  it('leaves it to a person when two rules hit different employees', () => {
    const results = match(
      [{ id: 'a' }],
      [
        { id: '1', personalInfo: { ...nothingAlike, EmployeeNumber: '501', LastName: 'Testveld' } },
        { id: '2', personalInfo: { EmployeeNumber: '77', EmailWork: '' } },
      ],
    )

    expect(results.a).toMatchObject({ kind: 'ambiguous' })
  })

  it('leaves it to a person when two people hit one employee', () => {
    const results = match([{ id: 'a' }, { id: 'b' }], [{ id: '1' }])

    expect([results.a?.kind, results.b?.kind]).toEqual(['ambiguous', 'ambiguous'])
  })

  it('never takes an employee who is connected to somebody else', () => {
    const results = match([{ id: 'a' }], [{ id: '1' }], ['1'])

    expect(results.a).toMatchObject({ kind: 'taken', candidates: [{ targetId: '1' }] })
  })

  it('knows a last name with its prefix apart and without accents and case', () => {
    const results = match(
      [{ id: 'a', personalInfo: { FirstName: 'Zoë', LastName: "van 't Schip", EmployeeNumber: '' } }],
      [
        {
          id: '1',
          personalInfo: {
            FirstName: 'ZOE',
            Prefix: "van 't",
            LastName: 'Schip',
            EmployeeNumber: '9',
            EmailWork: '',
          },
        },
      ],
    )

    expect(results.a).toMatchObject({ kind: 'matched', targetId: '1' })
  })
})

describe('evidence against a pair', () => {
  const kindOf = (personalInfo: Values, others: { people?: Given[]; targets?: Given[] } = {}) =>
    match([{ id: 'a' }, ...(others.people ?? [])], [{ id: '1', personalInfo }, ...(others.targets ?? [])]).a
      ?.kind

  it('connects nobody whose number and last name are those of someone else', () => {
    const results = match(
      [
        {
          id: 'a',
          personalInfo: {
            FirstName: 'Piet',
            LastName: 'de Vries',
            Birthday: '1999-01-01',
            EmployeeNumber: '1042',
          },
        },
      ],
      [
        {
          id: '1',
          personalInfo: {
            FirstName: 'Jan',
            LastName: 'de Vries',
            Birthday: '1970-07-07',
            EmployeeNumber: '1042',
            EmailWork: '',
          },
        },
      ],
    )

    expect(results.a).toMatchObject({
      kind: 'contradicts',
      candidates: [
        { targetId: '1', agrees: ['employeeNumber', 'lastName'], differs: ['birthDate', 'firstName'] },
      ],
    })
  })

  it.each([
    ['another birth date', { Birthday: '1990-05-18' }],
    ['both names', { FirstName: 'Saar', LastName: 'Anders' }],
    [
      'a first name without the same number or work e-mail',
      { FirstName: 'Saar', EmployeeNumber: '9', EmailWork: '' },
    ],
    [
      'a last name without the same number or e-mail',
      { LastName: 'Anders', EmployeeNumber: '9', EmailWork: '' },
    ],
  ])('is %s', (_case, personalInfo) => {
    expect(kindOf(personalInfo)).not.toBe('matched')
  })

  it.each([
    ['a call name beside the number', { FirstName: 'Saar', EmailWork: '' }],
    ['a call name beside the work e-mail', { FirstName: 'Saar', EmployeeNumber: '9' }],
    ['a marriage beside the number', { LastName: 'Anders', EmailWork: '' }],
    ['a marriage beside the work e-mail', { LastName: 'Anders', EmployeeNumber: '9' }],
    ['names the wrong way round', { FirstName: 'Testveld', LastName: 'Noor', EmailWork: '' }],
    ['initials', { FirstName: 'N.', EmailWork: '' }],
    ['an unknown birth date', { Birthday: '', EmailWork: '' }],
    ['another number and e-mail of the same person', { EmployeeNumber: '9', EmailWork: '' }],
  ])('is not %s', (_case, personalInfo) => {
    expect(kindOf(personalInfo)).toBe('matched')
  })

  it('proves a marriage by the private e-mail too', () => {
    const results = match(
      [{ id: 'a', personalInfo: { EmailPrivate: 'noor@huis.example' } }],
      [
        {
          id: '1',
          personalInfo: { LastName: 'Anders', EmployeeNumber: '9', EmailPrivate: 'noor@huis.example' },
        },
      ],
    )

    expect(results.a).toMatchObject({ kind: 'matched', evidence: { rule: 'workEmail+birthDate' } })
  })

  const twin = {
    FirstName: 'Roos',
    EmployeeNumber: '502',
    EmailWork: 'roos@tulp.example',
    TelephonePrivate: '',
  }

  it('is a differing first name while a twin is in the source', () => {
    const results = match(
      [{ id: 'a' }, { id: 'b', personalInfo: twin }],
      [{ id: '1', personalInfo: { FirstName: 'Saar', EmailWork: '' } }],
    )

    expect(results.a?.kind).toBe('contradicts')
  })

  it('is a differing first name while a twin is in the target', () => {
    expect(kindOf({ FirstName: 'Saar', EmailWork: '' }, { targets: [{ id: '2', personalInfo: twin }] })).toBe(
      'contradicts',
    )
  })

  it('pairs twins each with their own record', () => {
    const results = match(
      [{ id: 'a' }, { id: 'b', personalInfo: twin }],
      [{ id: '1' }, { id: '2', personalInfo: twin }],
    )

    expect([results.a, results.b]).toMatchObject([{ targetId: '1' }, { targetId: '2' }])
  })

  it('takes a number that two employees have for no proof', () => {
    expect(
      kindOf(
        { Birthday: '', EmailWork: '', FirstName: 'N.' },
        { targets: [{ id: '2', personalInfo: { ...nothingAlike, EmployeeNumber: '501' } }] },
      ),
    ).not.toBe('matched')
  })

  it('takes a mailbox that two people share for no proof', () => {
    const results = match(
      [{ id: 'a' }, { id: 'b', personalInfo: { ...nothingAlike, EmailWork: 'noor@tulp.example' } }],
      [{ id: '1', personalInfo: { LastName: 'Anders', EmployeeNumber: '9' } }],
    )

    expect(results.a?.kind).not.toBe('matched')
  })

  it.each([
    ['payroll', [], [{ id: '2', personalInfo: { ...nothingAlike, EmailPrivate: 'noor@tulp.example' } }]],
    ['the source', [{ id: 'b', personalInfo: { ...nothingAlike, EmailPrivate: 'noor@tulp.example' } }], []],
  ])(
    'takes a work mailbox that is the private one of somebody else in %s for no proof',
    (_where, people, targets) => {
      const callName = { FirstName: 'Eleonora', EmployeeNumber: '' }
      const results = match(
        [{ id: 'a', personalInfo: callName }, ...people],
        [{ id: '1', personalInfo: { EmployeeNumber: '7' } }, ...targets],
      )

      expect(results.a?.kind).not.toBe('matched')
    },
  )

  it('does not keep someone from their record that another person is wrongly pointed at', () => {
    const results = match(
      [
        { id: 'a', personalInfo: { EmployeeNumber: '', EmailWork: '' } },
        { id: 'b', personalInfo: { FirstName: 'Piet', Birthday: '1999-02-03', EmailWork: '' } },
      ],
      [{ id: '1', personalInfo: { EmailWork: '' } }],
    )

    expect([results.a?.kind, results.b?.kind]).toEqual(['matched', 'contradicts'])
  })

  it('is no reason to hold a new hire when the record of that number is connected to someone else', () => {
    const results = match(
      [
        {
          id: 'a',
          personalInfo: { FirstName: 'Piet', Birthday: '1999-02-03', TelephonePrivate: '', EmailWork: '' },
        },
      ],
      [{ id: '1' }],
      ['1'],
    )

    expect(results.a).toEqual({ kind: 'none' })
  })
})

describe('what looks too much alike to create', () => {
  const other = { EmployeeNumber: '77', EmailWork: '', TelephonePrivate: '' }

  it.each([
    ['another first name', { FirstName: 'Eleonora' }],
    ['another last name', { LastName: 'Bruidsnaam' }],
    [
      'another first name and a last name with a slip and without its prefix',
      { FirstName: 'Eleonora', LastName: 'Testvelt' },
      { LastName: 'van der Testveld' },
    ],
    [
      'another first name and a double last name of which one part has a slip',
      { FirstName: 'Eleonora', LastName: 'Testvelt-Bruidsnaam' },
    ],
    ['both names slightly misspelt', { FirstName: 'Noortje', LastName: 'Testvelt' }],
    ['no birth date', { Birthday: '' }],
    ['day and month swapped', { Birthday: '1990-07-05' }, { Birthday: '1990-05-07' }],
    ['a birth date one day off', { Birthday: '1990-05-16' }],
    ['a birth date one year off', { Birthday: '1991-05-17' }],
    ['a birth date one digit off', { Birthday: '1980-05-17' }],
    ['the 1st of January', { Birthday: '1990-01-01' }],
    ['quite another birth date', { Birthday: '1961-11-30' }],
    [
      'names the wrong way round and another birth date',
      { FirstName: 'Testveld', LastName: 'Noor', Birthday: '1961-11-30' },
    ],
    ['initials and a birth date one day off', { FirstName: 'N.', Birthday: '1990-05-16' }],
    [
      'letters that fold to the same',
      { LastName: 'Teßtveld', Birthday: '1961-11-30' },
      { LastName: 'Tesstveld' },
    ],
    [
      'the same private e-mail and nearly the birth date',
      { ...nothingAlike, Birthday: '1990-05-16', EmailPrivate: 'Noor@huis.example' },
    ],
    [
      'the private e-mail as work e-mail',
      { ...nothingAlike, Birthday: '1990-05-16', EmailWork: 'noor@huis.example' },
    ],
    [
      'the same phone spelled otherwise and nearly the birth date',
      { ...nothingAlike, Birthday: '1990-05-16', TelephoneMobilePrivate: '+31 6 12000001' },
    ],
    [
      'the same e-mail and the same first name',
      { ...nothingAlike, FirstName: 'Noor', EmailPrivate: 'noor@huis.example' },
    ],
    [
      'the same e-mail and an unknown birth date',
      { ...nothingAlike, Birthday: '', EmailPrivate: 'noor@huis.example' },
    ],
  ] as [string, Values, Values?][])(
    'is an employee with %s',
    (_case: string, personalInfo: Values, own: Values = {}) => {
      const targets = [{ id: '1', personalInfo: { ...other, ...personalInfo } }]
      const people = [{ id: 'a', personalInfo: { EmailPrivate: 'noor@huis.example', ...own } }]

      const free = match(people, targets)
      const connected = match(people, targets, ['1'])

      for (const results of [free, connected])
        expect(results.a).toMatchObject({ kind: 'lookalike', candidates: [{ targetId: '1' }] })
    },
  )

  it.each([
    [
      'the address',
      { address: { Street: 'Proefweg', HouseNumber: '12', HouseNumberAddition: 'a', PostalCode: '3512aa' } },
    ],
    ['the bank account', { iban: 'NL02TEST0123456789' }],
  ])('is an employee with %s and a birth date that may be a slip', (_what, held) => {
    const results = match(
      [{ id: 'a', address: { Street: 'Proefweg 12-A', PostalCode: '3512 AA' }, iban: 'NL02TEST0123456789' }],
      [{ id: '1', personalInfo: { ...nothingAlike, Birthday: '1990-05-18' }, ...held }],
    )

    expect(results.a?.kind).toBe('lookalike')
  })

  it.each([
    ['the address', { address: { Street: 'Proefweg 12 A', PostalCode: '3512 AA' } }],
    ['the bank account', { iban: 'NL02TEST0123456789' }],
    ['the private e-mail', { personalInfo: { ...nothingAlike, EmailPrivate: 'samen@huis.example' } }],
    ['the phone', { personalInfo: { ...nothingAlike, TelephonePrivate: '0612000001' } }],
    ['the last name', { personalInfo: { ...nothingAlike, LastName: 'Testveld' } }],
  ])('is not a partner, parent or brother with %s', (_what, held) => {
    const results = match(
      [
        {
          id: 'a',
          address: { Street: 'Proefweg 12-A', PostalCode: '3512 AA' },
          iban: 'NL02TEST0123456789',
          personalInfo: { EmailPrivate: 'samen@huis.example' },
        },
      ],
      [{ id: '1', personalInfo: nothingAlike, ...held }],
    )

    expect(results.a).toEqual({ kind: 'none' })
  })

  it('is not a colleague behind one switchboard', () => {
    const colleagues = Array.from({ length: 8 }, (_, index) => ({
      id: String(index),
      personalInfo: {
        ...nothingAlike,
        Birthday: '1970-01-01',
        EmployeeNumber: `9${index}`,
        TelephoneWork: '0201234567',
      },
    }))

    const results = match([{ id: 'a', personalInfo: { TelephoneWork: '0201234567' } }], colleagues)

    expect(results.a).toEqual({ kind: 'none' })
  })

  it('are two source records of one person, whatever differs between them', () => {
    const differs = { EmployeeNumber: '', EmailWork: '', EmailPrivate: 'noor@huis.example' }
    const results = match(
      [
        { id: 'a', personalInfo: differs },
        { id: 'b', personalInfo: { ...differs, LastName: 'Testveld-Jansen' } },
      ],
      [],
    )

    expect(results.a).toEqual({ kind: 'lookalike', candidates: [], twinIds: ['b'] })
    expect(results.b).toEqual({ kind: 'lookalike', candidates: [], twinIds: ['a'] })
  })

  it('is a twin: nobody but a person can tell two records of one birth date and last name apart', () => {
    const results = match([{ id: 'a' }, { id: 'b', personalInfo: { FirstName: 'Saar' } }], [])

    expect([results.a?.kind, results.b?.kind]).toEqual(['lookalike', 'lookalike'])
  })
})

describe('matching as a whole', () => {
  const name = fc.constantFrom('Noor', 'Saar', 'Bram', '')
  const record = fc.record({
    FirstName: name,
    LastName: fc.constantFrom('Testveld', 'Anders', 'Testvelt'),
    Birthday: fc.constantFrom('1990-05-17', '1971-01-01', ''),
    EmployeeNumber: fc.constantFrom('1', '2', '3', ''),
    EmailWork: fc.constantFrom('a@x.example', 'b@x.example', ''),
  })
  const population = fc.record({
    people: fc.array(record, { maxLength: 8 }),
    targets: fc.array(record, { maxLength: 8 }),
    order: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
    connected: fc.subarray(['0', '1', '2']),
  })
  const shuffled = <T>(items: readonly T[], order: readonly number[]): T[] =>
    items
      .map((item, index) => ({ item, key: order[index] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)

  it('is the same in any order of people and employees', () => {
    fc.assert(
      fc.property(population, ({ people, targets, order, connected }) => {
        const persons = people.map((personalInfo, index) => ({ id: `p${index}`, personalInfo }))
        const employees = targets.map((personalInfo, index) => ({ id: `${index}`, personalInfo }))

        const straight = match(persons, employees, connected)
        const mixed = match(shuffled(persons, order), shuffled(employees, order), connected)

        expect(mixed).toEqual(straight)
      }),
    )
  })

  it('never gives one employee to two people, nor one that is connected', () => {
    fc.assert(
      fc.property(population, ({ people, targets, connected }) => {
        const results = match(
          people.map((personalInfo, index) => ({ id: `p${index}`, personalInfo })),
          targets.map((personalInfo, index) => ({ id: `${index}`, personalInfo })),
          connected,
        )
        const taken = Object.values(results).flatMap((one): TargetEmployeeId[] =>
          one.kind === 'matched' ? [one.targetId] : [],
        )

        expect(new Set(taken).size).toBe(taken.length)
        expect(taken.filter((id) => connected.includes(id))).toEqual([])
      }),
    )
  })
})
