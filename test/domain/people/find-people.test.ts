import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { findPeople } from '../../../src/domain/people/find-people.js'
import type { KnownPerson } from '../../../src/domain/people/known-person.js'

const aPerson = (id: string, name: string, employeeNumber?: string, targetId?: string): KnownPerson => ({
  id: toSourceEmployeeId(id),
  name,
  employeeNumber,
  targetIds: targetId === undefined ? [] : [toTargetEmployeeId(targetId)],
})

const people = [
  aPerson('65f101000000010000000001', 'Anna Mulder', '1001', '500041'),
  aPerson('65f101000000010000000002', 'Anna Mulder-Smit', '1002', '500042'),
  aPerson('65f101000000010000000003', 'Jan van der Berg', '1003', '1001'),
  aPerson('65f101000000010000000004', 'Zoë Müller', '1004', '7d44c2a1-5be0-4f0e-9c3b-2f7a11d0c001'),
  aPerson('65f101000000010000000005', 'Bram Jansen', '7', '500045'),
  aPerson('77aa01000000010000000006', "Pieter van 't Hof"),
  aPerson('65f101000000010000000007', 'Søren Østergård', '1007'),
  aPerson('65f101000000010000000008', 'Jan Jansen', '1008'),
  aPerson('65f101000000010000000009', 'Mul Bakker', '1009'),
]

const numbersOf = (typed: string): readonly number[] =>
  findPeople(typed, people).map((found) => people.indexOf(found) + 1)

describe('findPeople', () => {
  it.each<[what: string, typed: string, found: number[]]>([
    ['an AlexisHR id', '65f101000000010000000003', [3]],
    ['an AlexisHR id in capitals', '65F101000000010000000003', [3]],
    ['an Nmbrs id before an employee number', '1001', [3]],
    ['an employee number', '1004', [4]],
    ['a short employee number', '7', [5]],
    ['a REST id', '7D44C2A1-5be0-4f0e-9c3b-2f7a11d0c001', [4]],
    ['the beginning of an AlexisHR id', '77aa01000', [6]],
    ['the beginning of many AlexisHR ids', '65f10100', [1, 2, 3, 4, 5, 7, 8, 9]],
    ['the beginning of a REST id', '7d44c2a1-5be0', [4]],
    ['no beginning of a number', '50004', []],
    ['no beginning of an employee number', '100', []],
    ['a whole name before a longer one', 'anna mulder', [1]],
    ['a name with the last name first', 'Mulder, Anna', [1]],
    ['a double last name', 'mulder smit', [2]],
    ['a last name with its prefix behind', 'Berg, van der', [3]],
    ['a last name without its prefix', 'Berg', [3]],
    ['a last name in one word', 'vanderberg', [3]],
    ['the prefix alone', 'van der', [3]],
    ['first and last name without the prefix', 'jan berg', [3]],
    ['a name without its accents', 'zoe muller', [4]],
    ['a name with accents taken apart', 'Zoe\u0308 Mu\u0308ller', [4]],
    ['letters that have no accent to leave out', 'soren ostergard', [7]],
    ['an apostrophe of another kind', 'van ’t hof', [6]],
    ['a last name that several have', 'mulder', [1, 2]],
    ['a whole word before the beginning of one', 'jan', [3, 8]],
    ['a word that is a whole first name of one', 'mul', [9]],
    ['a unique beginning', 'øst', [7]],
    ['beginnings in any order', 'ja br', [5]],
    ['an initial', 'B. Jansen', [5]],
    ['the same word twice', 'jan jan', [8]],
    ['the beginning that several have', 'mü', [1, 2, 4, 9]],
    ['nobody', 'Keller', []],
    ['one word too many', 'Anna Mulder Visser', []],
    ['nothing', '', []],
    ['blanks', '  ', []],
    ['signs alone', "-,.'", []],
  ])('reads %s', (_what, typed, found) => {
    expect(numbersOf(typed)).toEqual(found)
  })

  const aWord = fc.string({
    unit: fc.constantFrom(...['a', 'b', 'c', 'é', 'ë', 'ø', 'A', 'B']),
    minLength: 1,
    maxLength: 5,
  })
  const aName = fc.array(aWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const aCrowd = fc
    .array(aName, { minLength: 1, maxLength: 12 })
    .map((names) =>
      names.map((name, index) => aPerson(`id-${index}`, name, `${index + 100}`, `${index + 500}`)),
    )

  it('finds exactly one person by an id or a number, whoever else there is', () => {
    fc.assert(
      fc.property(aCrowd, fc.nat(), (crowd, pick) => {
        const one = crowd[pick % crowd.length]!

        for (const typed of [one.id, one.targetIds[0]!, one.employeeNumber!])
          expect(findPeople(typed, crowd)).toEqual([one])
      }),
    )
  })

  it('finds everyone by their own name in any order and case, and someone by each of its words', () => {
    fc.assert(
      fc.property(aCrowd, fc.nat(), (crowd, pick) => {
        const one = crowd[pick % crowd.length]!
        const words = one.name.split(' ')

        for (const typed of [one.name, [...words].reverse().join(', '), one.name.toUpperCase()])
          expect(findPeople(typed, crowd)).toContain(one)
        for (const word of words) expect(findPeople(word, crowd)).not.toEqual([])
      }),
    )
  })

  it('gives the same people in whatever order they are looked through', () => {
    fc.assert(
      fc.property(aCrowd, aName, (crowd, typed) => {
        const found = new Set(findPeople(typed, crowd))

        expect(new Set(findPeople(typed, [...crowd].reverse()))).toEqual(found)
      }),
    )
  })
})
