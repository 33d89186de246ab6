import { describe, expect, it } from '@jest/globals'

import type { Values } from '../../../src/domain/values.js'
import { compareIdentity, isAnotherPerson } from '../../../src/plan/identity/compare-identity.js'

const noor = { FirstName: 'Noor', LastName: 'Testveld', Prefix: '', Birthday: '1990-05-17' }
const same = { firstName: false, lastName: false, birthDate: false }

describe('who a record says somebody is', () => {
  it.each<[string, Values, Values]>([
    ['letter case', { FirstName: 'NOOR' }, { FirstName: 'Noor' }],
    ['accents', { LastName: 'Muller' }, { LastName: 'Müller' }],
    ['letters that are one in Unicode', { LastName: 'Øder Straße' }, { LastName: 'Oder Strasse' }],
    ['a hyphen', { LastName: 'Smit Jansen' }, { LastName: 'Smit-Jansen' }],
    [
      'a prefix kept apart',
      { Prefix: 'van der', LastName: 'Berg' },
      { Prefix: '', LastName: 'van der Berg' },
    ],
    ['a prefix put apart', { Prefix: '', LastName: 'de Vries' }, { Prefix: 'de', LastName: 'Vries' }],
    ['a prefix behind the name', { LastName: 'Vries, de' }, { LastName: 'de Vries' }],
    ['initials', { FirstName: 'J.P.' }, { FirstName: 'Jan Pieter' }],
    ['a birth date that is filled in', { Birthday: '' }, { Birthday: '1990-05-17' }],
    ['a name without letters or digits', { LastName: '—' }, { LastName: '—' }],
  ])('is not changed by %s', (_what, held, wanted) => {
    expect(compareIdentity({ ...noor, ...held }, { ...noor, ...wanted })).toEqual(same)
    expect(isAnotherPerson({ ...noor, ...held }, { ...noor, ...wanted })).toBe(false)
  })

  it.each<[string, Values, Values, boolean]>([
    ['a call name', { FirstName: 'Elisabeth' }, { FirstName: 'Liesbeth' }, false],
    ['a corrected last name', { LastName: 'Jansen' }, { LastName: 'Janssen' }, false],
    ['a name added', { LastName: 'Smit' }, { LastName: 'Jansen-Smit' }, false],
    ['a name added to a short one', { LastName: 'Li' }, { LastName: 'Li-Jansen' }, false],
    ['a name left out', { LastName: 'Jansen-Smit' }, { LastName: 'Jansen' }, false],
    ['another prefix', { Prefix: 'de', LastName: 'Vries' }, { Prefix: 'van', LastName: 'Vries' }, false],
    ['another last name', { LastName: 'Testveld' }, { LastName: 'Bakker' }, true],
    ['another last name with the same prefix', { LastName: 'de Vries' }, { LastName: 'de Wolf' }, true],
    ['another first and last name', { FirstName: 'Jan' }, { FirstName: 'Piet', LastName: 'Testvelt' }, true],
    ['another birth date', {}, { Birthday: '1999-01-01' }, true],
    ['a birth date taken away', {}, { Birthday: '' }, true],
  ])('sees %s, and whether it makes another person', (_what, held, wanted, another) => {
    expect(compareIdentity({ ...noor, ...held }, { ...noor, ...held, ...wanted })).not.toEqual(same)
    expect(isAnotherPerson({ ...noor, ...held }, { ...noor, ...held, ...wanted })).toBe(another)
  })
})
