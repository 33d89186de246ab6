import { describe, expect, it } from '@jest/globals'

import type { DesiredEmployee, TargetEmployee } from '../../../src/domain/employee.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import { judgePair } from '../../../src/plan/match/judge-pair.js'
import { aPerson, aTarget, companyId, defaultMatchRules } from '../../support/builders.js'

const pair = { sourceId: toSourceEmployeeId('a1'), targetId: toTargetEmployeeId('1') }

const judge = (
  people: readonly DesiredEmployee[],
  targets: readonly TargetEmployee[],
  links: readonly Link[] = [],
) =>
  judgePair(pair, {
    companyId,
    people,
    links,
    targets: new Map(targets.map((target) => [target.id, target])),
    targetsComplete: true,
    rules: defaultMatchRules,
    lostCreations: [],
    today: '2026-11-22',
  })

const other = {
  FirstName: 'Bo',
  LastName: 'Ander',
  Birthday: '1981-02-03',
  EmployeeNumber: '7',
  EmailWork: '',
}

describe('a pair that someone wants', () => {
  it('has nothing against it where both say the same', () => {
    const { agrees, differs, objections } = judge([aPerson()], [aTarget()])

    expect(agrees).toEqual(['employeeNumber', 'birthDate', 'firstName', 'lastName', 'workEmail'])
    expect([differs, objections]).toEqual([[], []])
  })

  it('has nothing against it where one of several candidates is chosen', () => {
    expect(judge([aPerson()], [aTarget(), aTarget({ id: '2' })]).objections).toEqual([])
  })

  it.each([
    ['the birth date', { Birthday: '1999-01-01' }, 'birthDate'],
    ['both names', { FirstName: 'Bo', LastName: 'Ander' }, 'bothNames'],
    ['the first name without proof', { FirstName: 'Bo', EmployeeNumber: '', EmailWork: '' }, 'firstName'],
    ['the last name without proof', { LastName: 'Ander', EmployeeNumber: '', EmailWork: '' }, 'lastName'],
  ])('is contradicted by %s', (_what, personalInfo, contradiction) => {
    const { differs, objections } = judge([aPerson()], [aTarget({ personalInfo })])

    expect(differs.length).toBeGreaterThan(0)
    expect(objections).toEqual([{ kind: 'contradiction', contradiction }])
  })

  it('is against the rules where they connect the person to another employee', () => {
    const { objections } = judge([aPerson()], [aTarget({ personalInfo: other }), aTarget({ id: '2' })])

    expect(objections).toContainEqual({ kind: 'person-belongs-elsewhere', targetId: '2' })
  })

  it('is against the rules where they connect the employee to someone else, blocked or not', () => {
    const owner = aPerson({
      id: 'a2',
      missing: [{ section: 'employment', field: 'InitialStartDate', source: 'employee.hireDate' }],
    })

    const { objections } = judge([aPerson({ personalInfo: other }), owner], [aTarget()])

    expect(objections).toContainEqual({ kind: 'employee-belongs-elsewhere', sourceId: 'a2' })
  })

  it('is judged as if nothing had been said of the person before', () => {
    const link: Link = {
      status: 'disconnected',
      sourceId: pair.sourceId,
      companyId,
      formerTargetId: pair.targetId,
    }

    const { objections } = judge(
      [aPerson()],
      [aTarget({ personalInfo: other }), aTarget({ id: '2' })],
      [link],
    )

    expect(objections).toContainEqual({ kind: 'person-belongs-elsewhere', targetId: '2' })
  })

  it('is not judged by somebody who is connected to another employee', () => {
    const link: Link = {
      status: 'connected',
      sourceId: toSourceEmployeeId('a2'),
      companyId,
      targetId: toTargetEmployeeId('2'),
      origin: 'manual',
    }

    const people = [aPerson(), aPerson({ id: 'a2', personalInfo: { FirstName: 'Els' } })]

    expect(
      judge(people, [aTarget(), aTarget({ id: '2', personalInfo: other })], [link]).objections,
    ).not.toContainEqual(expect.objectContaining({ kind: 'employee-belongs-elsewhere' }))
  })

  it.each<[string, DesiredEmployee[], TargetEmployee[], string]>([
    ['the source record was not read', [], [aTarget()], 'source-unread'],
    [
      'the personal info was not read',
      [aPerson()],
      [{ ...aTarget(), personalInfo: undefined }],
      'target-unread',
    ],
    [
      'payroll holds two versions of it',
      [aPerson()],
      [{ ...aTarget(), ambiguous: { personalInfo: ['LastName'] } }],
      'target-unread',
    ],
  ])('cannot be judged where %s', (_what, people, targets, kind) => {
    expect(judge(people, targets).objections).toContainEqual({ kind })
  })
})
