import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { DesiredEmployee, TargetEmployee } from '../../../src/domain/employee.js'
import type { Values } from '../../../src/domain/values.js'
import { pairPeople } from '../../../src/plan/match/pair-people.js'
import { aPerson, aTarget, companyId, defaultMatchRules } from '../../support/builders.js'

/** A real person, and how each side may know them. */
interface Human {
  person: Values
  address: Values
  /** Known to the source, to the target, or to both. */
  where: 'source' | 'target' | 'both'
  /** What the target has otherwise. */
  slip: Values
}

const names = { first: ['Noor', 'Saar', 'Bram', 'Ilse'], last: ['Testveld', 'Anders', 'Bakker'] }
const days = ['1990-05-07', '1990-07-05', '1990-05-08', '1971-03-09', '1990-01-01', '1958-11-30']
const numbers = ['1', '2', '3', '']
const mailboxes = ['', 'samen@huis.example', 'info@tulp.example']

/** Stands for the initial of the person's own first name. */
const initials: Values = {}

const human: fc.Arbitrary<Human> = fc
  .record({
    first: fc.constantFrom(...names.first),
    last: fc.constantFrom(...names.last),
    day: fc.constantFrom(...days),
    number: fc.constantFrom(...numbers),
    mailbox: fc.constantFrom(...mailboxes),
    home: fc.constantFrom('Proefweg 1', 'Proefweg 2'),
    where: fc.constantFrom<Human['where'][]>('source', 'target', 'both'),
    slip: fc.constantFrom<Values>(
      {},
      { FirstName: 'Nora' },
      { LastName: 'Gehuwd' },
      { EmployeeNumber: '99' },
      { Birthday: '' },
      { Birthday: '1990-01-01' },
      initials,
    ),
  })
  .map(({ first, last, day, number, mailbox, home, where, slip }) => ({
    person: {
      FirstName: first,
      LastName: last,
      Birthday: day,
      EmployeeNumber: number,
      EmailWork: mailbox,
      EmailPrivate: '',
      TelephonePrivate: '',
    },
    address: { Street: home, PostalCode: '1234 AB' },
    where,
    slip: slip === initials ? { FirstName: `${first.charAt(0)}.` } : slip,
  }))

/**
 * No rule can tell apart two people of one last name, birth date and number or work e-mail, nobody two of one
 * name and birth date, and a bride from another person of her first name, birth date and number. That goes
 * for what either side says of them, slips included.
 */
const areTellable = (humans: readonly Human[]): boolean =>
  humans.every((one, index) =>
    humans
      .slice(index + 1)
      .every((other) =>
        versionsOf(one).every((left) => versionsOf(other).every((right) => differ(left, right))),
      ),
  )

const versionsOf = ({ person, slip }: Human): Values[] => [person, { ...person, ...slip }]

const differ = (left: Values, right: Values): boolean => {
  const share = (field: keyof Values): boolean => !!left[field] && left[field] === right[field]
  const mayShareBirth = !left.Birthday || !right.Birthday || share('Birthday')
  const marks = share('EmployeeNumber') || share('EmailWork')
  return (
    !mayShareBirth || !((share('LastName') && (marks || share('FirstName'))) || (share('FirstName') && marks))
  )
}

const humans = fc.array(human, { maxLength: 7 }).filter(areTellable)

const toSources = (all: readonly Human[]): DesiredEmployee[] =>
  all.flatMap(({ person, address, where }, index) =>
    where === 'target'
      ? []
      : [aPerson({ id: `p${index}`, personalInfo: person, sections: { personalInfo: person, address } })],
  )

const toTargets = (all: readonly Human[]): TargetEmployee[] =>
  all.flatMap(({ person, address, where, slip }, index) =>
    where === 'source' ? [] : [aTarget({ id: `p${index}`, personalInfo: { ...person, ...slip }, address })],
  )

const pairAll = (all: readonly Human[]) => {
  const targets = toTargets(all)
  return pairPeople({
    companyId,
    people: toSources(all),
    links: [],
    targets: new Map(targets.map((employee) => [employee.id, employee])),
    targetsComplete: true,
    rules: defaultMatchRules,
    lostCreations: [],
    today: '2026-11-22',
  }).pairings
}

describe('any population of different people with reused numbers, shared mailboxes, families and slips', () => {
  it('links nobody to someone else', () => {
    fc.assert(
      fc.property(humans, (all) => {
        const wrong = [...pairAll(all)].filter(
          ([id, pairing]) => pairing.kind === 'connected' && String(pairing.link.targetId) !== String(id),
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('creates nobody who is there already', () => {
    fc.assert(
      fc.property(humans, (all) => {
        const pairings = pairAll(all)
        const doubled = all.filter(
          ({ where }, index) =>
            where === 'both' &&
            [...pairings].some(([id, { kind }]) => id === `p${index}` && kind === 'create'),
        )
        expect(doubled).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
