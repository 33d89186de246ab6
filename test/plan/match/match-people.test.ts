import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toTargetEmployeeId, type TargetEmployeeId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { toAttributeKeys } from '../../../src/plan/match/match-attributes.js'
import { matchPeople, type MatchResult } from '../../../src/plan/match/match-people.js'
import { buildTargetIndex } from '../../../src/plan/match/target-index.js'
import { aPerson, aTarget, defaultMatchRules } from '../../support/builders.js'

const match = (
  people: { id: string; personalInfo?: Values }[],
  targets: { id: string; personalInfo?: Values }[],
  connected: string[] = [],
): Record<string, MatchResult> => {
  const unlinked = people
    .map((one) => aPerson(one))
    .map(({ sourceId, sections }) => ({ sourceId, keys: toAttributeKeys(sections.personalInfo ?? {}) }))
  const results = matchPeople(
    unlinked,
    unlinked,
    buildTargetIndex(targets.map((one) => aTarget(one))),
    defaultMatchRules,
    new Set(connected.map(toTargetEmployeeId)),
  )
  return Object.fromEntries(results)
}

const nothingAlike: Values = {
  FirstName: 'Bram',
  LastName: 'Anders',
  Birthday: '1971-01-01',
  EmployeeNumber: '9',
  EmailWork: 'bram@tulp.example',
}

describe('matching by rule', () => {
  it('links the one employee whom a rule hits and names the most trusted rule', () => {
    const results = match([{ id: 'a' }], [{ id: '1' }, { id: '2', personalInfo: nothingAlike }])

    expect(results.a).toEqual({ kind: 'matched', targetId: '1', rule: 'employeeNumber+birthDate' })
  })

  it.each([
    ['employeeNumber+lastName', { Birthday: '', EmailWork: '', FirstName: 'N.' }],
    ['workEmail+birthDate', { EmployeeNumber: '77', LastName: 'Anders', FirstName: 'N.' }],
    ['lastName+birthDate+firstName', { EmployeeNumber: '77', EmailWork: '' }],
  ])('links by %s when the rules before it do not hit', (rule, personalInfo) => {
    const results = match([{ id: 'a' }], [{ id: '1', personalInfo }])

    expect(results.a).toEqual({ kind: 'matched', targetId: '1', rule })
  })

  it('never links by e-mail alone', () => {
    const results = match(
      [{ id: 'a' }],
      [{ id: '1', personalInfo: { ...nothingAlike, EmailWork: 'NOOR@tulp.example' } }],
    )

    expect(results.a).toMatchObject({ kind: 'lookalike' })
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

describe('what looks too much alike to create', () => {
  it.each([
    ['another first name', { FirstName: 'Eleonora' }],
    ['another last name', { LastName: 'Bruidsnaam' }],
    ['both names slightly misspelt', { FirstName: 'Noortje', LastName: 'Testvelt' }],
    ['no birth date', { Birthday: '' }],
    ['the same private e-mail', { ...nothingAlike, EmailPrivate: 'Noor@huis.example' }],
  ])('an employee with %s', (_case, personalInfo) => {
    const results = match(
      [{ id: 'a', personalInfo: { EmailPrivate: 'noor@huis.example' } }],
      [{ id: '1', personalInfo: { EmployeeNumber: '77', EmailWork: '', ...personalInfo } }],
    )

    expect(results.a).toMatchObject({ kind: 'lookalike', candidates: [{ targetId: '1' }] })
  })

  it('not an employee who is connected to somebody else', () => {
    const results = match(
      [{ id: 'a' }],
      [{ id: '1', personalInfo: { FirstName: 'Eleonora', EmployeeNumber: '77', EmailWork: '' } }],
      ['1'],
    )

    expect(results.a).toEqual({ kind: 'none' })
  })

  it('two source records of one person', () => {
    const differs = { EmployeeNumber: '', EmailWork: '' }
    const results = match(
      [
        { id: 'a', personalInfo: differs },
        { id: 'b', personalInfo: differs },
      ],
      [],
    )

    expect(results.a).toEqual({ kind: 'lookalike', candidates: [], twinIds: ['b'] })
  })

  it('not a twin with another first name', () => {
    const results = match([{ id: 'a' }, { id: 'b', personalInfo: { FirstName: 'Saar' } }], [])

    expect([results.a, results.b]).toEqual([{ kind: 'none' }, { kind: 'none' }])
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
