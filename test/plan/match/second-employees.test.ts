import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import { findSecondEmployees } from '../../../src/plan/match/likeness/second-employees.js'
import { aLink, aTarget } from '../../support/builders.js'

const other = { EmployeeNumber: '77', EmailWork: '', TelephonePrivate: '' }
const family = { FirstName: 'Bram', Birthday: '1959-03-09', ...other }

const find = (second: Parameters<typeof aTarget>[0], selected = ['a1']): string[] => {
  const employees = [aTarget(), aTarget({ id: '2', ...second })]
  return findSecondEmployees({
    targets: new Map(employees.map((employee) => [employee.id, employee])),
    links: [aLink()],
    selected: new Set(selected.map(toSourceEmployeeId)),
    elsewhere: [],
    today: '2026-11-22',
  }).map(({ code, severity, subject, message }) => `${severity} ${code} ${subject} ${message.split(': ')[1]}`)
}

describe('an employee who is connected to nobody', () => {
  const told = ['warning possible-second-employee a1 2']

  it('is told when they look like a connected one', () => {
    expect(find({ personalInfo: other })).toEqual(told)
    expect(find({ personalInfo: { ...other, Birthday: '1990-05-18' } })).toEqual(told)
    expect(find({ personalInfo: { ...other, LastName: 'Elders' } })).toEqual(told)
  })

  it('is not told when they are a relative at the same address', () => {
    expect(find({ personalInfo: family })).toEqual([])
  })

  it('is told by a run that is about the connected one only', () => {
    expect(find({ personalInfo: other }, ['a2'])).toEqual([])
  })
})

describe('somebody in another company of the connection who is connected to nobody', () => {
  const [open, ended] = ['2020-01-01/', '2020-01-01/2026-10-31']
  const elsewhereId = toTargetCompanyId('1235')
  const linkThere: Link = { ...aLink(), companyId: elsewhereId, targetId: toTargetEmployeeId('2') }
  const findThere = (
    personalInfo: NonNullable<Parameters<typeof aTarget>[0]>['personalInfo'] = other,
    differs: { here?: string; there?: string; link?: Link } = {},
  ): string[] => {
    const here = { ...aTarget(), spans: differs.here ?? open }
    const there = { ...aTarget({ id: '2', personalInfo }), spans: differs.there ?? open }
    const { link } = differs
    return findSecondEmployees({
      targets: new Map([[here.id, here]]),
      links: [aLink()],
      selected: new Set([toSourceEmployeeId('a1')]),
      elsewhere: [
        {
          companyId: elsewhereId,
          targets: new Map([[there.id, there]]),
          links: link === undefined ? [] : [link],
        },
      ],
      today: '2026-11-22',
    }).map(({ code, subject, message }) => `${code} ${subject} ${message.split(': ')[1]}`)
  }

  it('is told while both work, so that two companies may pay one person', () => {
    expect(findThere()).toEqual(['possible-second-employee a1 2 of company 1235'])
  })

  it.each<[string, string[]]>([
    ['they left there', findThere(other, { there: ended })],
    ['the connected one left here', findThere(other, { here: ended })],
    ['they are a relative', findThere(family)],
    ['they are connected there, which is another finding', findThere(other, { link: linkThere })],
  ])('is not told when %s', (_when, findings) => {
    expect(findings).toEqual([])
  })
})
