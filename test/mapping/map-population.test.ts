import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceCompanyId, toSourceEmployeeId } from '../../src/domain/ids.js'
import { mapEmployee } from '../../src/mapping/map-employee.js'
import type { MappingRow } from '../../src/mapping/mapping.js'
import { checkPopulation } from '../../src/mapping/map-population.js'
import { anEmployee } from './an-employee.js'
import { readShippedMapping } from './shipped-mapping.js'

const mapping = readShippedMapping()

const aPerson = (id: string, number: string, company = 'one') =>
  mapEmployee(
    anEmployee(
      { 'employee.employeeNumber': number },
      { id: toSourceEmployeeId(id), companyId: toSourceCompanyId(company) },
    ),
    mapping,
    { timeZone: 'Europe/Amsterdam' },
  )

const aMappingRow = ({ required }: { required: boolean }): MappingRow => ({
  section: 'personalInfo',
  field: 'EmployeeNumber',
  type: 'integer',
  source: { kind: 'source', from: ['employee.employeeNumber'], table: undefined, transform: undefined },
  required,
  whenEmpty: 'keep',
  onDrift: 'report',
  normalise: 'integer',
})

const check = (people: Parameters<typeof checkPopulation>[0]) =>
  checkPopulation(people, ({ sourceCompanyId }) => sourceCompanyId)

describe('checkPopulation', () => {
  it('takes a number that two people share from both and leaves them the rest', () => {
    const people = [aPerson('a', '7'), aPerson('b', '8'), aPerson('c', '7')]

    const checked = check(people)

    expect(checked.map(({ sections }) => sections.personalInfo?.EmployeeNumber)).toEqual([
      undefined,
      '8',
      undefined,
    ])
    expect(checked[0]?.sections.personalInfo?.FirstName).toBe('Fleur')
    expect(checked.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['employee-number-duplicate'],
      [],
      ['employee-number-duplicate'],
    ])
  })

  it('names the others by their ids', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => aPerson(id, '7'))

    const [finding] = check(people)[0]?.findings ?? []

    expect(finding?.message).toContain('b, c, d, e, f and 1 more')
  })

  it('minds one company at a time', () => {
    const people = [aPerson('a', '7', 'one'), aPerson('b', '7', 'two')]

    expect(check(people)).toEqual(people)
  })

  it('takes no number for no number', () => {
    const people = [aPerson('a', ''), aPerson('b', ''), aPerson('c', 'SE-7'), aPerson('d', 'SE-7')]

    expect(check(people)).toEqual(people)
  })

  it('blocks everybody who loses a number that is required, and says so', () => {
    const row = aMappingRow({ required: true })

    const [one, other] = checkPopulation(
      [aPerson('p1', '7'), aPerson('p2', '7')],
      ({ sourceCompanyId }) => sourceCompanyId,
      row,
    )

    for (const person of [one, other]) {
      expect(person?.missing).toEqual([
        { section: 'personalInfo', field: 'EmployeeNumber', source: 'employee.employeeNumber' },
      ])
      expect(person?.findings.map(({ code }) => code)).toEqual([
        'employee-number-duplicate',
        'required-field-missing',
      ])
    }
  })

  it('blocks nobody where the number is not required', () => {
    const people = checkPopulation(
      [aPerson('p1', '7'), aPerson('p2', '7')],
      ({ sourceCompanyId }) => sourceCompanyId,
      aMappingRow({ required: false }),
    )

    expect(people.flatMap(({ missing }) => missing)).toEqual([])
  })

  it('gives each person the same in any order', () => {
    const numbers = fc.array(fc.constantFrom('1', '2', '3', ''), { minLength: 1, maxLength: 8 })
    const world = numbers.chain((list) => {
      const people = list.map((number, index) => aPerson(`p${index}`, number))
      return fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length }))
    })

    fc.assert(
      fc.property(world, ([people, shuffled]) => {
        const bySource = (list: typeof people) =>
          new Map(check(list).map((person) => [person.sourceId, person]))

        expect(bySource(shuffled)).toEqual(bySource(people))
      }),
    )
  })
})
