import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import {
  findDesired,
  findDesiredValues,
  findEmployeeNumber,
  unpackPerson,
} from '../../src/domain/packed/packed-people.js'
import { packValues } from '../../src/domain/packed/packed-values.js'
import { mappedSections } from '../../src/domain/sections.js'
import { UnmappedPerson } from '../../src/domain/unmapped-person.js'
import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import { mapEmployee } from '../../src/mapping/map-employee.js'
import { pathsUsedBy } from '../../src/mapping/source-paths.js'
import { createKeepPerson } from '../../src/run/keep-person.js'
import type { SourceEmployee } from '../../src/source/port.js'
import { sourceCompanyId } from '../support/builders.js'
import { sourceValues } from '../support/world.js'

const mapping = await loadMapping('mappings/alexis-nmbrs.yaml')
const settings = { timeZone: 'Europe/Amsterdam' }
const keepPerson = createKeepPerson(mapping, settings, '2026-11-22')

const anEmployee = (differs: Partial<SourceEmployee> = {}): SourceEmployee => ({
  id: toSourceEmployeeId('a1'),
  companyId: sourceCompanyId,
  active: true,
  values: sourceValues(),
  compensationDay: '2026-11-02',
  issues: [],
  ...differs,
})

const anyValue = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '=',
    '\u0000',
    '[',
    '0042',
    'SE-1',
    'NL',
    '2026-11-02',
    '3000.50',
    'EUR',
    'MONTHLY',
  ),
)
const anyValues = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...pathsUsedBy(mapping)), anyValue),
    fc.constantFrom({}, sourceValues()),
  )
  .map(([some, usual]): Record<string, string> => ({ ...usual, ...some }))
const anyEmployee = fc
  .record({ values: anyValues, compensationDay: fc.constantFrom('2026-11-02', '2020-01-01', undefined) })
  .map(({ values, compensationDay }): SourceEmployee => {
    const { id, companyId, active, issues } = anEmployee()
    const read = { id, companyId, active, issues, values }
    return compensationDay === undefined ? read : { ...read, compensationDay }
  })

describe('a person who is kept as he was read', () => {
  it('is, when somebody looks, what mapping him at once makes of him', () => {
    fc.assert(
      fc.property(anyEmployee, (employee) => {
        const mapped = mapEmployee(employee, mapping, settings)

        const kept = keepPerson(employee)

        expect(unpackPerson(kept)).toEqual({ ...mapped, service: { state: 'in' } })
        expect(findEmployeeNumber(kept)).toBe(mapped.sections.personalInfo?.EmployeeNumber ?? '')
        for (const section of mappedSections) {
          const values = mapped.sections[section]
          expect(findDesired(kept, section)).toBe(values && packValues(section, values))
        }
      }),
    )
  })

  it('has in one section, while nobody looked at the others, what the whole has in it', () => {
    fc.assert(
      fc.property(anyEmployee, fc.constantFrom(...mappedSections), (employee, section) => {
        const kept = keepPerson(employee)
        const alone = findDesiredValues(kept, section)

        expect(alone).toEqual(mapEmployee(employee, mapping, settings).sections[section])
        expect(findDesiredValues(keepPerson(employee), section)).toEqual(unpackPerson(kept).sections[section])
        expect(findDesiredValues(kept, section)).toEqual(alone)
      }),
    )
  })

  it('reads the same only when everything that the mapping looks at is the same', () => {
    fc.assert(
      fc.property(anyEmployee, anyEmployee, (one, other) => {
        const isSame =
          one.compensationDay === other.compensationDay &&
          [...pathsUsedBy(mapping)].every((path) => one.values[path] === other.values[path])

        expect(readOf(one) === readOf(other)).toBe(isSame)
      }),
    )
  })

  it('is mapped once, and not before somebody looks', () => {
    let looks = 0
    const person = new UnmappedPerson(
      { sourceId: toSourceEmployeeId('a1'), sourceCompanyId, employeeNumber: '7', read: 'x' },
      {
        mapWhole: () => {
          looks += 1
          return mapEmployee(anEmployee(), mapping, settings)
        },
        mapOne: () => ({ IBAN: 'alone' }),
      },
    )

    expect([person.sourceId, person.employeeNumber, looks]).toEqual(['a1', '7', 0])
    expect([findDesiredValues(person, 'bankAccount'), looks]).toEqual([{ IBAN: 'alone' }, 0])
    expect([person.displayName, person.missing, looks]).toEqual(['Noor Testveld', [], 1])
    expect(person.findings).toEqual([])
    expect(looks).toBe(1)
  })

  it('is mapped at once when the source doubts something, which must be said', () => {
    const issues = [{ code: 'current-row-mismatch', section: 'salary', holds: false }] as const

    const kept = keepPerson(anEmployee({ issues }))

    expect(kept).not.toBeInstanceOf(UnmappedPerson)
    expect(kept.findings.map(({ code }) => code)).toEqual(['current-row-mismatch'])
  })

  it.each([
    ['2026-11-21', true],
    ['2999-01-01', false],
  ])(
    'is kept as read, so that a seal may cover them, unless the salary is still to start: %s',
    (day, isRead) => {
      expect(keepPerson(anEmployee({ compensationDay: day })) instanceof UnmappedPerson).toBe(isRead)
    },
  )
})

const readOf = (employee: SourceEmployee): string => {
  const kept = keepPerson(employee)
  return kept instanceof UnmappedPerson ? kept.read : 'mapped'
}
