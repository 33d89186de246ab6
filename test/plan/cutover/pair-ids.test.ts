import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { TargetEmployee } from '../../../src/domain/employee.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { pairIds, type PairIdsInput } from '../../../src/plan/cutover/pair-ids.js'
import type { Side } from '../../../src/plan/cutover/judge-ids.js'

const guidOf = (number: number): string => `0b5cdd1c-8c0f-4b0e-9d7c-${String(number).padStart(12, '0')}`

const noor: Values = {
  FirstName: 'Noor',
  LastName: 'Testveld',
  Birthday: '1990-05-17',
  EmployeeNumber: '11',
  EmailWork: 'noor@tulp.example',
}
const finn: Values = {
  FirstName: 'Finn',
  LastName: 'Zandstra',
  Birthday: '1971-02-03',
  EmployeeNumber: '12',
  EmailWork: 'finn@tulp.example',
}

const sideOf = (people: Record<string, Values | undefined>): Side =>
  new Map(
    Object.entries(people).map(([id, personalInfo]): [never, TargetEmployee] => [
      id as never,
      {
        ...{ id: toTargetEmployeeId(id), displayName: '', personalInfo, address: undefined },
        ...{ employment: undefined, salaries: undefined },
      },
    ]),
  )

const linkTo = (key: string) => ({ subject: toSourceEmployeeId(`a${key}`), key: toTargetEmployeeId(key) })

const pair = (differs: Partial<PairIdsInput>): string[] =>
  pairIds({
    links: [linkTo('501')],
    converter: new Map([['501', guidOf(1)]]),
    known: new Map(),
    soap: sideOf({ 501: noor, 502: finn }),
    rest: sideOf({ [guidOf(1)]: noor, [guidOf(2)]: finn }),
    ...differs,
  }).map((one) => ('other' in one ? `${one.converted ? 'converted' : 'alike'} ${one.other}` : one.reason))

const nobody = new Map<string, string>()

describe('the id over the other transport', () => {
  it.each<[string, Partial<PairIdsInput>, string]>([
    ['is what the converter says when both are one person', {}, `converted ${guidOf(1)}`],
    [
      'is not what the converter says when anything contradicts',
      { converter: new Map([['501', guidOf(2)]]) },
      'contradicts',
    ],
    [
      'is not what the converter says when only a work e-mail differs',
      { rest: sideOf({ [guidOf(1)]: { ...noor, EmailWork: 'other@tulp.example' } }) },
      'contradicts',
    ],
    [
      'is what the converter says in other letters',
      { rest: sideOf({ [guidOf(1)]: { ...noor, EmailWork: 'NOOR@tulp.example', FirstName: 'NOOR' } }) },
      `converted ${guidOf(1)}`,
    ],
    [
      'is not what the converter says on one agreeing attribute',
      { rest: sideOf({ [guidOf(1)]: { LastName: 'Testveld' } }) },
      'too-little',
    ],
    ['is missing when nobody is there over REST', { rest: sideOf({ [guidOf(2)]: finn }) }, 'not-found'],
    [
      'is not taken where the personal info was not read',
      { rest: sideOf({ [guidOf(1)]: undefined }) },
      'not-readable',
    ],
    ['is not looked for where the employee is gone', { soap: sideOf({ 502: finn }) }, 'gone'],
    [
      'is the only one who is alike where the converter does not know',
      { converter: nobody },
      `alike ${guidOf(1)}`,
    ],
    [
      'is nobody where several are alike',
      { converter: nobody, rest: sideOf({ [guidOf(1)]: noor, [guidOf(3)]: noor }) },
      'ambiguous',
    ],
    [
      'is never one that the converter gives to somebody else',
      { converter: new Map([['502', guidOf(1)]]), links: [linkTo('501'), linkTo('502')] },
      'not-found',
    ],
    [
      'stays what an earlier look found, where two are alike',
      {
        converter: nobody,
        known: new Map([['501', guidOf(3)]]),
        rest: sideOf({ [guidOf(1)]: noor, [guidOf(3)]: noor }),
      },
      // Who has the same number and mailbox twice proves them no more, and birth date and names are left.
      `alike ${guidOf(3)}`,
    ],
    ['is a number for somebody whom REST made', { links: [linkTo(guidOf(1))] }, 'converted 501'],
  ])('%s', (_what, differs, expected) => {
    expect(pair(differs)[0]).toBe(expected)
  })

  it('belongs to neither of two links that would have it', () => {
    const twins = {
      links: [linkTo('501'), linkTo('503')],
      converter: nobody,
      soap: sideOf({ 501: noor, 503: noor }),
      rest: sideOf({ [guidOf(1)]: noor }),
    }

    expect(pair(twins)).toEqual(['taken', 'taken'])
  })

  it('is the same in whatever order links come', () => {
    const links = [linkTo('501'), linkTo('502')]
    const converter = nobody

    fc.assert(
      fc.property(fc.shuffledSubarray(links, { minLength: 2 }), (shuffled) => {
        const found = pairIds({
          ...{ links: shuffled, converter, known: new Map() },
          ...{
            soap: sideOf({ 501: noor, 502: finn }),
            rest: sideOf({ [guidOf(2)]: finn, [guidOf(1)]: noor }),
          },
        })
        expect(new Map(found.map((one) => [one.key, 'other' in one && one.other]))).toEqual(
          new Map([
            ['501', guidOf(1)],
            ['502', guidOf(2)],
          ]),
        )
      }),
    )
  })
})
