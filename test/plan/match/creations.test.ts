import { describe, expect, it } from '@jest/globals'

import type { TargetEmployee } from '../../../src/domain/employee.js'
import {
  toSourceEmployeeId,
  toTargetCompanyId,
  toTargetEmployeeId,
  type TargetEmployeeId,
} from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import type { Values } from '../../../src/domain/values.js'
import { pairPeople } from '../../../src/plan/match/pair-people.js'
import type { Pairing, PairingInput } from '../../../src/plan/match/pairing.js'
import { aLink, aPerson, aTarget, companyId, defaultMatchRules } from '../../support/builders.js'

const today = '2026-11-22'

const mapOf = (employees: readonly TargetEmployee[]): ReadonlyMap<TargetEmployeeId, TargetEmployee> =>
  new Map(employees.map((employee) => [employee.id, employee]))

const pair = (
  employees: readonly TargetEmployee[],
  differs: Partial<PairingInput> = {},
): Pairing | undefined =>
  pairPeople({
    companyId,
    people: [aPerson()],
    links: [],
    targets: mapOf(employees),
    targetsComplete: true,
    rules: defaultMatchRules,
    lostCreations: [],
    today,
    ...differs,
  }).pairings.get(toSourceEmployeeId('a1'))

/** Someone who has nothing in common with `aPerson`. */
const stranger: Values = {
  FirstName: 'Bram',
  LastName: 'Anders',
  Birthday: '1971-03-09',
  EmployeeNumber: '9',
  EmailWork: 'bram@tulp.example',
  TelephonePrivate: '',
}
const elsewhereId = toTargetCompanyId('77')
const away = { address: { Street: 'Verweg 9', PostalCode: '9999 XX' } }
const unreadEmployee = (displayName: string): TargetEmployee => ({
  ...aTarget({ id: '5' }),
  displayName,
  personalInfo: undefined,
})

describe('whom a creation is held for', () => {
  it('an employee of another company of the connection', () => {
    const elsewhere = [{ companyId: elsewhereId, targets: mapOf([aTarget({ id: '300', ...away })]) }]

    expect(pair([], { elsewhere })).toMatchObject({
      kind: 'lookalike',
      candidates: [{ targetId: '300', companyId: elsewhereId }],
    })
  })

  it('an employee of another company of whom only the name could be read', () => {
    const inPlace = (displayName: string, connected: string[] = []): Partial<PairingInput> => ({
      elsewhere: [
        {
          companyId: elsewhereId,
          targets: mapOf([unreadEmployee(displayName)]),
          findConnected: () => new Set(connected.map(toTargetEmployeeId)),
        },
      ],
    })

    expect(pair([], inPlace('N. Testveld'))).toEqual({ kind: 'unread', unread: ['5'] })
    expect(pair([], inPlace('N. Testveld', ['5']))).toEqual({ kind: 'unread', unread: ['5'] })
    expect(pair([], inPlace('B. Anders', ['5']))).toEqual({ kind: 'create' })
  })

  it('a record of another company of the source', () => {
    const everyone = [aPerson(), aPerson({ id: 'b7', personalInfo: { EmployeeNumber: '', EmailWork: '' } })]

    expect(pair([], { everyone })).toEqual({ kind: 'lookalike', candidates: [], twinIds: ['b7'] })
  })

  it('a second record that was left out until a day that has passed', () => {
    const until = (day: string): Link[] => [
      { status: 'ignored', sourceId: toSourceEmployeeId('b2'), companyId, reason: 'test', until: day },
    ]
    const people = [aPerson(), aPerson({ id: 'b2' })]

    expect(pair([], { people, links: until('2026-11-21') })?.kind).toBe('lookalike')
    expect(pair([], { people, links: until(today) })?.kind).toBe('create')
  })

  it('an employee whose bank account is known, although it is read of nobody now', () => {
    const accounts = { toDigests: () => ['d1'], ofTarget: () => ['d1'] }
    const employees = [aTarget({ ...away, personalInfo: { ...stranger, FirstName: 'Noor' } })]

    expect(pair(employees, { accounts })).toMatchObject({
      kind: 'lookalike',
      candidates: [{ agrees: ['firstName', 'bankAccount'] }],
    })
  })

  it('an employee who was half made for a record that is gone', () => {
    const halfMade = {
      FirstName: 'Noor',
      LastName: 'Elders',
      Birthday: '',
      EmployeeNumber: '',
      EmailWork: '',
      TelephonePrivate: '',
    }
    const employees = [aTarget({ id: '9', personalInfo: halfMade, ...away })]
    const links = [aLink({ sourceId: 'gone', targetId: '9' })]

    expect(pair(employees)?.kind).toBe('lookalike')
    expect(pair(employees, { links })?.kind).toBe('lookalike')
  })

  it('but not one who is half made for someone who is there', () => {
    const bo = {
      FirstName: 'Bo',
      LastName: 'Elders',
      Birthday: '1980-02-03',
      EmployeeNumber: '12',
      EmailWork: '',
      TelephonePrivate: '',
    }
    const employees = [
      aTarget({ id: '9', personalInfo: { ...bo, Birthday: '', EmployeeNumber: '' }, ...away }),
    ]
    const links = [aLink({ sourceId: 'b2', targetId: '9' })]
    const people = [aPerson(), aPerson({ id: 'b2', personalInfo: bo, sections: { address: {} } })]

    expect(pair(employees, { links, people })).toEqual({ kind: 'create' })
  })
})

describe('an employee of the list who could not be read', () => {
  it.each(['', 'J. Anders', 'Noor Testveld'])('holds a creation when connected to nobody: %j', (name) => {
    expect(pair([unreadEmployee(name)])).toEqual({ kind: 'unread', unread: ['5'] })
  })

  it('holds it also when connected to someone, but for a name that has nothing in common', () => {
    const people = [aPerson(), aPerson({ id: 'b2', personalInfo: stranger, sections: { address: {} } })]
    const links = [aLink({ sourceId: 'b2', targetId: '5' })]
    const kindOf = (name: string) => pair([unreadEmployee(name)], { people, links })?.kind

    expect([kindOf('N. Testvelt'), kindOf(''), kindOf('B. Anders')]).toEqual(['unread', 'unread', 'create'])
  })

  it('is also one of whom two records can be the one that holds', () => {
    const doubtful = { ...aTarget({ id: '5' }), ambiguous: { personalInfo: ['LastName' as const] } }

    expect(pair([doubtful])).toEqual({ kind: 'unread', unread: ['5'] })
  })

  it('is no reason against a word', () => {
    const links: Link[] = [{ status: 'create-wanted', sourceId: toSourceEmployeeId('a1'), companyId }]

    expect(pair([unreadEmployee('')], { links })).toEqual({ kind: 'create' })
  })

  it('does not keep anyone from the employee whom a rule finds', () => {
    expect(pair([unreadEmployee(''), aTarget()])).toMatchObject({ kind: 'connected' })
  })
})

describe('a first name that differs', () => {
  const otherName = [aTarget({ personalInfo: { FirstName: 'Saar', EmailWork: '' } })]
  const twin: Values = { FirstName: 'Saar', EmployeeNumber: '77', EmailWork: '', TelephonePrivate: '' }

  it('is a call name where nobody else has the last name and the birth date', () => {
    expect(pair(otherName)?.kind).toBe('connected')
  })

  it('contradicts while a twin is in another company of the source', () => {
    const everyone = [aPerson(), aPerson({ id: 'b7', personalInfo: twin })]

    expect(pair(otherName, { everyone })?.kind).toBe('contradicts')
  })

  it('contradicts while a twin is in another company of the target', () => {
    const targets = mapOf([aTarget({ id: '300', personalInfo: twin, ...away })])

    expect(pair(otherName, { elsewhere: [{ companyId: elsewhereId, targets }] })?.kind).toBe('contradicts')
  })
})
