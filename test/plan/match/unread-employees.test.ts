import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { TargetEmployee } from '../../../src/domain/employee.js'
import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { pairPeople } from '../../../src/plan/match/pair-people.js'
import type { PairingInput } from '../../../src/plan/match/pairing.js'
import { weighPair } from '../../../src/plan/match/likeness/evidence.js'
import { toPersonKeys } from '../../../src/plan/match/person-keys.js'
import { buildPopulation } from '../../../src/plan/match/population.js'
import { aLink, aPerson, aTarget, companyId, defaultMatchRules } from '../../support/builders.js'

const person = (named: Values, id = 'a1') =>
  aPerson({
    id,
    personalInfo: { EmployeeNumber: '100', EmailWork: '', TelephonePrivate: '', ...named },
    sections: { address: { Street: 'Dijk 1', PostalCode: '1111 AA', City: 'Hoorn' } },
  })

/** An employee of whom the list says this, and of whom no personal info was read. */
const unread = (named: Values, address: Values = {}): TargetEmployee => ({
  ...aTarget({ id: '5' }),
  address,
  personalInfo: undefined,
  displayName: 'somebody',
  named: { FirstName: '', Prefix: '', LastName: '', EmployeeNumber: '', ...named },
})

const kindOf = (wanted: Values, employee: TargetEmployee, differs: Partial<PairingInput> = {}) =>
  pairPeople({
    companyId,
    people: [person(wanted)],
    links: [],
    targets: new Map([[employee.id, employee]]),
    targetsComplete: true,
    rules: defaultMatchRules,
    lostCreations: [],
    today: '2026-11-22',
    ...differs,
  }).pairings.get(toSourceEmployeeId('a1'))?.kind

const noor = { FirstName: 'Noor', LastName: 'van der Elders' }

describe('a creation, while the list has an employee who is not read', () => {
  it.each<[string, Values, Values?]>([
    ['the same name', { FirstName: 'Noor', Prefix: 'van der', LastName: 'Elders' }],
    ['initials of the first name', { FirstName: 'N.', LastName: 'Bakker' }],
    [
      'another first name and the same last name',
      { FirstName: 'Eleonora', Prefix: 'van der', LastName: 'Elders' },
    ],
    ['a partner’s last name', { FirstName: 'NOOR', LastName: 'Bakker' }],
    ['a last name with another', { FirstName: 'Eleonora', LastName: 'Bakker-Elders' }],
    ['a slip in the last name', { FirstName: 'Eleonora', LastName: 'Eldrs' }],
    ['the parts the other way round', { FirstName: 'Elders', LastName: 'Noor' }],
    ['the number, and other names', { FirstName: 'Bram', LastName: 'Bakker', EmployeeNumber: '100' }],
    ['no first name', { FirstName: '', LastName: 'Bakker' }],
    ['no last name', { FirstName: 'Bram', LastName: '' }],
    [
      'the home address',
      { FirstName: 'Bram', LastName: 'Bakker' },
      { Street: 'Dijk 1', PostalCode: '1111AA' },
    ],
  ])('waits for %s', (...[, named, address]) => {
    expect(kindOf(noor, unread(named, address))).toBe('unread')
  })

  it.each<[string, Values]>([
    ['both names and the number', { FirstName: 'Bram', LastName: 'Bakker', EmployeeNumber: '7' }],
    ['both names, where one has no number', { FirstName: 'Bram', LastName: 'Bakker' }],
    ['both names, with the same small words', { FirstName: 'Bram', Prefix: 'van der', LastName: 'Meer' }],
  ])('goes when the two differ in %s', (_, named) => {
    expect(kindOf(noor, unread(named))).toBe('create')
  })

  it('waits for nobody else than who could be that employee', () => {
    const people = [
      person(noor),
      person({ FirstName: 'Bram', LastName: 'Bakker', EmployeeNumber: '7' }, 'b2'),
    ]
    const employee = unread({ FirstName: 'Bram', LastName: 'Bakker', EmployeeNumber: '7' })
    const paired = pairPeople({
      companyId,
      people: people.map((one, at) => ({
        ...one,
        sections: { ...one.sections, address: at === 0 ? {} : { Street: 'Kade 9' } },
      })),
      links: [],
      targets: new Map([[employee.id, employee]]),
      targetsComplete: true,
      rules: defaultMatchRules,
      lostCreations: [],
      today: '2026-11-22',
    })

    expect([...paired.pairings.values()].map(({ kind }) => kind)).toEqual(['create', 'unread'])
  })

  it('decides by the same when the employee is connected to somebody else', () => {
    const bram = person({ FirstName: 'Bram', LastName: 'Bakker', EmployeeNumber: '7' }, 'b2')
    const other = { ...bram, sections: { ...bram.sections, address: {} } }
    const differs = { people: [person(noor), other], links: [aLink({ sourceId: 'b2', targetId: '5' })] }

    expect(kindOf(noor, unread({ FirstName: 'Bram', LastName: 'Bakker' }), differs)).toBe('create')
    expect(kindOf(noor, unread({ FirstName: 'Noor', LastName: 'Bakker' }), differs)).toBe('unread')
  })
})

const name = fc.constantFrom(
  'Noor',
  'N.',
  'Bram',
  'Elders',
  'Eldrs',
  'van der Elders',
  'Bakker',
  'Bakker-Elders',
  'Li',
  'Øst',
  '',
)
const number = fc.constantFrom('', '7', '100')
const record = fc.record({
  FirstName: name,
  LastName: name,
  Prefix: fc.constantFrom('', 'van der'),
  EmployeeNumber: number,
})

describe('a creation and any names of an employee who is not read', () => {
  it('never goes when the two could be a pair by the names and the number', () => {
    fc.assert(
      fc.property(record, record, (wanted, named) => {
        fc.pre(wanted.FirstName !== '' && wanted.LastName !== '')
        const one = { id: 'one', keys: toPersonKeys({ personalInfo: wanted }) }
        const other = { id: 'other', keys: toPersonKeys({ personalInfo: named }) }
        const sides = { sources: buildPopulation([one]), targets: buildPopulation([other]) }
        const { contradiction } = weighPair(one, other, sides)
        // A birth date or an address that nobody read could still speak for the pair, so only two names that
        // differ speak against it.
        if (
          contradiction !== 'bothNames' ||
          (wanted.EmployeeNumber !== '' && wanted.EmployeeNumber === named.EmployeeNumber)
        )
          expect(kindOf(wanted, unread(named))).toBe('unread')
      }),
      { numRuns: 2000 },
    )
  })

  it('is decided alike with the two records the other way round', () => {
    fc.assert(
      fc.property(record, record, (left, right) => {
        fc.pre([left, right].every(({ FirstName, LastName }) => FirstName !== '' && LastName !== ''))
        expect(kindOf(left, unread(right))).toBe(kindOf(right, unread(left)))
      }),
      { numRuns: 1000 },
    )
  })
})
