import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import { findSecondEmployees } from '../../../src/plan/match/second-employees.js'
import { aLink, aTarget } from '../../support/builders.js'

const other = { EmployeeNumber: '77', EmailWork: '', TelephonePrivate: '' }
const family = { FirstName: 'Bram', Birthday: '1959-03-09', ...other }

const find = (second: Parameters<typeof aTarget>[0], selected = ['a1']): string[] => {
  const employees = [aTarget(), aTarget({ id: '2', ...second })]
  return findSecondEmployees({
    targets: new Map(employees.map((employee) => [employee.id, employee])),
    links: [aLink()],
    selected: new Set(selected.map(toSourceEmployeeId)),
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
