import { describe, expect, it } from '@jest/globals'

import { toSourceCompanyId, toSourceEmployeeId } from '../../../src/domain/ids.js'
import { findScopeFault, type ScopeFacts } from '../../../src/plan/checks/find-scope-fault.js'

const people = (...ids: string[]) => ids.map(toSourceEmployeeId)
const companies = (...ids: string[]) => ids.map(toSourceCompanyId)

/** Two people of one company, one of them connected. */
const usual: ScopeFacts = {
  companies: companies('one'),
  companiesRead: new Set(companies('one')),
  companiesListed: undefined,
  pilotInactive: new Set(),
  pilot: [],
  inScope: new Set(people('a', 'b')),
  elsewhere: new Set(),
  mayBeUnread: () => false,
  someUnread: false,
  everLinked: new Set(people('a')),
  connected: people('a'),
}

const none = new Set(people())

describe('the configured scope', () => {
  it.each<[string, Partial<ScopeFacts>]>([
    ['with people in its companies', {}],
    [
      'with a company of which nobody was read, and that is listed',
      {
        companies: companies('one', 'two'),
        companiesListed: new Set(companies('one', 'two')),
      },
    ],
    [
      'with a company of which nobody was read, where the list may not be read',
      { companies: companies('one', 'two') },
    ],
    [
      'with a pilot who left and was linked once',
      { pilot: people('a', 'z'), everLinked: new Set(people('a', 'z')) },
    ],
    ['with a pilot of another company', { pilot: people('a', 'x'), elsewhere: new Set(people('x')) }],
    ['with a pilot who is inactive', { pilot: people('a', 'x'), pilotInactive: new Set(people('x')) }],
    [
      'with a pilot whose record cannot be read',
      {
        pilot: people('z'),
        inScope: none,
        someUnread: true,
        mayBeUnread: (id) => id === 'z',
        connected: [],
      },
    ],
    [
      'with nobody but records that cannot be read',
      { inScope: none, someUnread: true, mayBeUnread: () => true },
    ],
    [
      'with connected people who are not there any more',
      { everLinked: new Set(people('x', 'y')), connected: people('x', 'y') },
    ],
    [
      'with one of its connected people in it',
      { connected: people('a', 'x'), elsewhere: new Set(people('x')) },
    ],
    ['with nobody connected yet', { everLinked: none, connected: [] }],
  ])('is in order %s', (_, differs) => {
    expect(findScopeFault({ ...usual, ...differs })).toBeUndefined()
  })

  it.each<[string, Partial<ScopeFacts>, object]>([
    [
      'a company that the source does not list',
      { companies: companies('one', 'tow'), companiesListed: new Set(companies('one', 'two')) },
      { kind: 'company-unknown', index: 1, id: 'tow' },
    ],
    [
      'a pilot id that nobody has',
      { pilot: people('a', 'aa') },
      { kind: 'pilot-unknown', index: 1, id: 'aa' },
    ],
    [
      'nobody at all in scope',
      { inScope: none, everLinked: none, connected: [] },
      { kind: 'nobody-in-scope' },
    ],
    [
      'a pilot list of people who all left',
      { pilot: people('a'), inScope: none },
      { kind: 'nobody-in-scope' },
    ],
    [
      'all connected people in another company',
      { connected: people('x', 'y'), elsewhere: new Set(people('x', 'y')) },
      { kind: 'links-out-of-scope', links: 2 },
    ],
    [
      'all connected people beside the pilot list',
      { pilot: people('b'), inScope: new Set(people('b')) },
      { kind: 'links-out-of-scope', links: 1 },
    ],
  ])('is at fault with %s', (_, differs, fault) => {
    expect(findScopeFault({ ...usual, ...differs })).toEqual(fault)
  })
})
