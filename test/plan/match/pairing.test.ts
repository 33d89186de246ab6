import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import { needsEmployeeList, pairPeople } from '../../../src/plan/match/pair-people.js'
import type { PairingInput } from '../../../src/plan/match/pairing.js'
import { aLink, aPerson, aTarget, companyId, defaultMatchRules } from '../../support/builders.js'

const pair = (differs: Partial<PairingInput> & { employees?: ReturnType<typeof aTarget>[] }) => {
  const employees = differs.employees ?? []
  const { pairings, resolved } = pairPeople({
    companyId,
    people: [aPerson()],
    links: [],
    targets: new Map(employees.map((employee) => [employee.id, employee])),
    targetsComplete: true,
    rules: defaultMatchRules,
    lostCreations: [],
    today: '2026-11-22',
    ...differs,
  })
  return { pairing: pairings.get(toSourceEmployeeId('a1')), resolved, all: pairings }
}

const missing = [{ section: 'personalInfo', field: 'Birthday', source: 'employee.birthDate' }] as const
const sourceId = toSourceEmployeeId('a1')
const lost = [{ intentId: 7, subject: sourceId }]
const newcomer = {
  FirstName: 'Bo',
  LastName: 'Anders',
  Birthday: '1980-02-03',
  EmployeeNumber: '77',
  EmailWork: 'bo@tulp.example',
  TelephonePrivate: '',
}
const halfCreated = { Birthday: '', EmployeeNumber: '12', EmailWork: '', TelephonePrivate: '' }

describe('pairing', () => {
  it('lets a stored link win over every rule', () => {
    const { pairing } = pair({
      links: [aLink({ targetId: '2' })],
      employees: [aTarget({ id: '1' }), aTarget({ id: '2' })],
    })

    expect(pairing).toMatchObject({ kind: 'connected', isNew: false, link: { targetId: '2' } })
  })

  it('calls a link dangling when its employee is gone, and does not create him again', () => {
    const { pairing } = pair({ links: [aLink()], employees: [] })

    expect(pairing).toMatchObject({ kind: 'dangling' })
  })

  it('takes nobody for the employee of whoever has a dangling link', () => {
    const double = aPerson({ id: 'a2' })
    const { all } = pair({
      people: [aPerson(), double],
      links: [aLink({ targetId: '1' })],
      employees: [aTarget({ id: '7' })],
    })

    expect(all.get(sourceId)).toMatchObject({ kind: 'dangling' })
    expect(all.get(double.sourceId)?.kind).not.toBe('connected')
    expect(all.get(double.sourceId)?.kind).not.toBe('create')
  })

  it('refuses to judge absence without the complete list', () => {
    expect(() => pair({ links: [aLink()], targetsComplete: false })).toThrow('complete list')
    expect(() => pair({ targetsComplete: false })).toThrow('complete list')
  })

  it('keeps a disconnected person disconnected although a rule would hit', () => {
    const links: Link[] = [
      { status: 'disconnected', sourceId, companyId, formerTargetId: toTargetEmployeeId('1') },
    ]

    expect(pair({ links, employees: [aTarget()] }).pairing).toEqual({ kind: 'disconnected' })
  })

  it.each([
    ['2026-11-22', 'ignored'],
    ['2026-11-21', 'connected'],
  ])('ignores a person until %s has passed', (until, kind) => {
    const links: Link[] = [{ status: 'ignored', sourceId, companyId, reason: 'test', until }]

    expect(pair({ links, employees: [aTarget()] }).pairing?.kind).toBe(kind)
  })

  it('blocks a person who lacks a required field, connected or not', () => {
    const people = [aPerson({ missing })]

    expect(pair({ people }).pairing).toEqual({ kind: 'blocked', link: undefined })
    expect(pair({ people, links: [aLink()], employees: [aTarget()] }).pairing).toMatchObject({
      kind: 'blocked',
      link: { targetId: '1' },
    })
  })

  it('creates somebody who is like nobody', () => {
    expect(pair({}).pairing).toEqual({ kind: 'create' })
  })

  it('creates somebody beside an employee without birth date whom another person is connected to now', () => {
    const bare = { Birthday: '', EmailWork: '', TelephonePrivate: '' }
    const { all } = pair({
      people: [
        aPerson({ sections: { address: {} }, personalInfo: { TelephonePrivate: '' } }),
        aPerson({ id: 'b2', sections: { address: {} }, personalInfo: newcomer }),
      ],
      employees: [aTarget({ id: '9', personalInfo: bare, employment: { InitialStartDate: '2026-11-01' } })],
    })

    expect([...all.values()].map(({ kind }) => kind)).toEqual(['connected', 'create'])
  })

  it('creates a lookalike when a person said so', () => {
    const links: Link[] = [{ status: 'create-wanted', sourceId, companyId }]

    expect(pair({ links, employees: [aTarget()] }).pairing).toEqual({ kind: 'create' })
  })

  it('takes that word for those who were seen then, and for nobody who was entered since', () => {
    const seen = [toTargetEmployeeId('1'), toSourceEmployeeId('b2')]
    const links: Link[] = [{ status: 'create-wanted', sourceId, companyId, seen }]
    const elder = aTarget({
      id: '1',
      personalInfo: { FirstName: 'Eleonora', EmployeeNumber: '7', EmailWork: '' },
    })
    const entered = aTarget({
      id: '2',
      personalInfo: { FirstName: 'Nora', EmployeeNumber: '8', EmailWork: '' },
    })
    const people = [aPerson(), aPerson({ id: 'b2', personalInfo: { EmployeeNumber: '', EmailWork: '' } })]

    expect(pair({ links, people, employees: [elder] }).pairing).toEqual({ kind: 'create' })
    expect(pair({ links, people, employees: [elder, entered] }).pairing?.kind).toBe('lookalike')
    expect(pair({ links, employees: [aTarget({ id: '3' })] }).pairing).toMatchObject({
      kind: 'connected',
      link: { targetId: '3' },
    })
  })
})

describe('a creation whose answer was lost', () => {
  it('is found again by the name and start date that were sent', () => {
    const { pairing, resolved } = pair({
      lostCreations: lost,
      employees: [aTarget({ id: '9', personalInfo: halfCreated })],
    })

    expect(pairing).toMatchObject({
      kind: 'connected',
      isNew: true,
      link: { targetId: '9', origin: 'recovered' },
    })
    expect(resolved).toEqual([{ intentId: 7, subject: sourceId, found: true }])
  })

  it('did not happen when nobody in the complete list could be its result', () => {
    const { pairing, resolved } = pair({ lostCreations: lost })

    expect(pairing).toEqual({ kind: 'create' })
    expect(resolved).toEqual([{ intentId: 7, subject: sourceId, found: false }])
  })

  it('is left to a person when two employees could be its result', () => {
    const employees = [
      aTarget({ id: '8', personalInfo: halfCreated }),
      aTarget({ id: '9', personalInfo: halfCreated }),
    ]
    const { pairing, resolved } = pair({ lostCreations: lost, employees })

    expect(pairing).toMatchObject({
      kind: 'lost-creation',
      candidates: [{ targetId: '8' }, { targetId: '9' }],
    })
    expect(resolved).toEqual([])
  })

  it('is left to a person when the employee of that name started on another day', () => {
    const employees = [
      aTarget({ id: '9', personalInfo: halfCreated, employment: { InitialStartDate: '2020-01-01' } }),
    ]

    expect(pair({ lostCreations: lost, employees })).toMatchObject({
      pairing: { kind: 'lost-creation' },
      resolved: [],
    })
  })

  it.each([
    ['first name', { FirstName: 'Sanne' }],
    ['last name', { LastName: 'Elders' }],
    ['whole name', { FirstName: 'Sanne', LastName: 'Elders' }],
  ])('is left to a person when the source corrected his %s since', (_what, personalInfo) => {
    const employees = [aTarget({ id: '9', personalInfo: halfCreated })]

    const { pairing, resolved } = pair({
      people: [aPerson({ personalInfo })],
      lostCreations: lost,
      employees,
    })

    expect(pairing).toMatchObject({ kind: 'lost-creation', candidates: [{ targetId: '9' }] })
    expect(resolved).toEqual([])
  })

  it.each([
    ['first name', { FirstName: 'Sanne' }],
    ['last name', { LastName: 'Elders' }],
  ])('is found by the rules when it carried all at once and the source corrected the %s', (_what, values) => {
    const { pairing, resolved } = pair({
      people: [aPerson({ personalInfo: values })],
      lostCreations: lost,
      employees: [aTarget({ id: '9' })],
    })

    expect(pairing).toMatchObject({ kind: 'connected', link: { targetId: '9', origin: 'recovered' } })
    expect(resolved).toEqual([{ intentId: 7, subject: sourceId, found: true }])
  })

  it('is not an employee of the same number who started on another day', () => {
    const { pairing, resolved } = pair({
      people: [aPerson({ personalInfo: { LastName: 'Elders' } })],
      lostCreations: lost,
      employees: [aTarget({ id: '9', employment: { InitialStartDate: '2020-01-01' } })],
    })

    expect(pairing).toMatchObject({ kind: 'connected', link: { origin: 'rule:employeeNumber+birthDate' } })
    expect(resolved).toEqual([{ intentId: 7, subject: sourceId, found: false }])
  })

  it('did not happen when the only one who could be its result is the creation of somebody else', () => {
    const other = toSourceEmployeeId('b2')
    const employees = [aTarget({ id: '9', personalInfo: { ...halfCreated, FirstName: 'Bo' } })]

    const { pairing, resolved } = pair({
      people: [
        aPerson({ sections: { address: {} } }),
        aPerson({
          id: 'b2',
          sections: { address: {} },
          personalInfo: {
            FirstName: 'Bo',
            Birthday: '1980-02-03',
            EmailWork: 'bo@tulp.example',
            TelephonePrivate: '',
          },
        }),
      ],
      lostCreations: [...lost, { intentId: 8, subject: other }],
      employees,
    })

    expect(pairing).toEqual({ kind: 'create' })
    expect(resolved).toEqual([
      { intentId: 7, subject: sourceId, found: false },
      { intentId: 8, subject: other, found: true },
    ])
  })

  it('is not an employee whom someone else has, and then a person decides whether that is the same one', () => {
    const employees = [aTarget({ id: '9', personalInfo: halfCreated })]
    const links = [aLink({ sourceId: 'b2', targetId: '9' })]

    const { pairing, resolved } = pair({ lostCreations: lost, employees, links })

    expect(pairing).toMatchObject({ kind: 'lookalike', candidates: [{ targetId: '9' }] })
    expect(resolved).toEqual([{ intentId: 7, subject: sourceId, found: false }])
  })

  it('is left to a person when two people of one name lost theirs and one employee is there', () => {
    const other = toSourceEmployeeId('b2')
    const employees = [aTarget({ id: '9', personalInfo: halfCreated })]

    const { resolved, all } = pair({
      people: [aPerson(), aPerson({ id: 'b2', personalInfo: { Birthday: '1980-02-03' } })],
      lostCreations: [...lost, { intentId: 8, subject: other }],
      employees,
    })

    expect([all.get(sourceId)?.kind, all.get(other)?.kind]).toEqual(['lost-creation', 'lost-creation'])
    expect(resolved).toEqual([])
  })
})

describe('whether the list of employees is needed', () => {
  const targets = new Map([[toTargetEmployeeId('1'), aTarget()]])
  const today = '2026-11-22'

  it('is not when everybody is connected to a row that was read, or needs no pair', () => {
    const people = [aPerson(), aPerson({ id: 'b', missing }), aPerson({ id: 'c' })]
    const links: Link[] = [
      aLink(),
      {
        status: 'disconnected',
        sourceId: toSourceEmployeeId('c'),
        companyId,
        formerTargetId: toTargetEmployeeId('3'),
      },
    ]

    expect(needsEmployeeList(people, links, targets, today)).toBe(false)
  })

  it.each([
    ['somebody has no link', [], targets],
    ['a connected row was not read', [aLink()], new Map()],
  ])('is when %s', (_case, links, rows) => {
    expect(needsEmployeeList([aPerson()], links, rows, today)).toBe(true)
  })
})
