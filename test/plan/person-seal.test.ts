import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { DesiredEmployee, SalaryRow, TargetEmployee } from '../../src/domain/employee.js'
import { toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Link } from '../../src/domain/link.js'
import { UnmappedPerson } from '../../src/domain/unmapped-person.js'
import { isUnmoved, sealPerson, type PersonSealRules } from '../../src/plan/person-seal.js'
import { aPerson, aTarget, someRules } from '../support/builders.js'

const today = '2026-11-22'
const rules: PersonSealRules = someRules({ today })
const aRow = (Start: string, Value = '3000'): SalaryRow => ({ Start, Value, Type: 'Bruto_Salaris_Partime' })

const asRead = (read = 'read'): DesiredEmployee =>
  new UnmappedPerson(
    { ...aPerson(), employeeNumber: '', read },
    { mapWhole: () => aPerson(), mapOne: (_, section) => aPerson().sections[section] },
  )

const someTarget = (differs: Partial<TargetEmployee> = {}): TargetEmployee => ({
  ...aTarget({ salaries: [aRow('2026-01-01')] }),
  ...differs,
})

describe("a person's seal", () => {
  it('is the same for the same on both sides, on a later day too', () => {
    const seal = sealPerson(asRead(), someTarget(), rules)

    expect(seal).toBeDefined()
    expect(sealPerson(asRead(), someTarget(), { ...rules, today: '2027-03-01' })).toBe(seal)
  })

  it('is made of nobody of whom payroll holds two records for the same time', () => {
    expect(sealPerson(asRead(), someTarget({ ambiguous: { address: ['City'] } }), rules)).toBeUndefined()
  })

  it.each([
    ['the source says something else', () => sealPerson(asRead('other'), someTarget(), rules)],
    ['he is mapped another way', () => sealPerson(asRead(), someTarget(), { ...rules, recipe: 'r2' })],
    [
      'he is linked to another employee',
      () => sealPerson(asRead(), someTarget({ id: toTargetEmployeeId('t2') }), rules),
    ],
    [
      'payroll has other personal data',
      () => sealPerson(asRead(), someTarget({ personalInfo: { FirstName: 'Saar' } }), rules),
    ],
    [
      'payroll has another address',
      () => sealPerson(asRead(), someTarget({ address: { Street: 'Elders' } }), rules),
    ],
    [
      'payroll has another start',
      () => sealPerson(asRead(), someTarget({ employment: { InitialStartDate: '2001-01-01' } }), rules),
    ],
    [
      'payroll has another salary',
      () => sealPerson(asRead(), someTarget({ salaries: [aRow('2026-01-01', '1')] }), rules),
    ],
    [
      'payroll has one more salary',
      () => sealPerson(asRead(), someTarget({ salaries: [aRow('2025-01-01'), aRow('2026-01-01')] }), rules),
    ],
    ['payroll has no salary', () => sealPerson(asRead(), someTarget({ salaries: [] }), rules)],
    ['the salaries were not read', () => sealPerson(asRead(), someTarget({ salaries: undefined }), rules)],
  ])('is another one when %s', (_, other) => {
    expect(other()).not.toBe(sealPerson(asRead(), someTarget(), rules))
  })

  it('tells texts apart that would be the same when put one after the other', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        (read, Street, otherRead, otherStreet) => {
          const seal = sealPerson(asRead(read), someTarget({ address: { Street } }), rules)
          const other = sealPerson(asRead(otherRead), someTarget({ address: { Street: otherStreet } }), rules)

          expect(seal === other).toBe(read === otherRead && Street === otherStreet)
        },
      ),
    )
  })

  it.each([
    ['payroll has a salary that is still to start', asRead(), [aRow('2026-11-23')], []],
    ['the source has one', asRead(), [], [{ start: '2027-01-01', row: aRow('2027-01-01') }]],
    ['he is not as he was read', aPerson(), [], []],
  ])('is not to be had when %s', (_, person, salaries, later) => {
    const salaryHistory = { isMapped: true, earlier: () => [], later: () => later, asRead: () => '' }

    expect(sealPerson(person, someTarget({ salaries }), { ...rules, salaryHistory })).toBeUndefined()
  })
})

describe('nothing can have moved', () => {
  const target = someTarget()
  const link = { status: 'connected', targetId: target.id } as Link
  const sealed = { seal: sealPerson(asRead(), target, rules) ?? '', hasAccount: true }

  it('of somebody whose seal is the stored one', () => {
    expect(isUnmoved({ person: asRead(), link, target, sealed }, rules)).toBe(true)
  })

  it.each([
    ['was never sealed', { sealed: undefined }],
    ['has another seal', { sealed: { seal: 'x', hasAccount: true } }],
    ['is not linked', { link: undefined }],
    ['is linked no more', { link: { status: 'disconnected', formerTargetId: target.id } as Link }],
    ['is linked to another one', { link: { ...link, targetId: toTargetEmployeeId('t9') } as Link }],
    ['is not in payroll', { target: undefined }],
  ])('is not said of somebody who %s', (_, differs) => {
    expect(isUnmoved({ person: asRead(), link, target, sealed, ...differs }, rules)).toBe(false)
  })
})
