import { describe, expect, it } from '@jest/globals'

import type { TargetEmployee } from '../../../src/domain/employee.js'
import { findDifferences, type FieldPlace } from '../../../src/plan/cutover/find-differences.js'
import { aTarget, plainPolicy } from '../../support/builders.js'

const rows: FieldPlace[] = [
  { section: 'personalInfo', field: 'FirstName' },
  { section: 'personalInfo', field: 'EmailWork' },
  { section: 'address', field: 'City' },
  { section: 'bankAccount', field: 'IBAN' },
  { section: 'employment', field: 'InitialStartDate' },
  { section: 'salary', field: 'Value' },
]
const whole: TargetEmployee = {
  ...aTarget(),
  personalInfo: { FirstName: 'Noor', EmailWork: 'noor@tulp.example' },
  address: { City: 'Utrecht' },
  employment: { InitialStartDate: '2026-01-01' },
  salaries: [
    { Value: '1', Type: 't', Start: '2026-01-01' },
    { Value: '2', Type: 't', Start: '2026-11-01' },
    { Value: '9', Type: 't', Start: '2027-01-01' },
  ],
}
const account = (IBAN: string) => [{ values: { IBAN } }]
const compare = (differs: Partial<TargetEmployee>, iban = 'A'): string[] =>
  findDifferences(
    { employee: whole, accounts: account('A') },
    { employee: { ...whole, ...differs }, accounts: iban === '' ? [] : account(iban) },
    { rows, policyOf: plainPolicy, today: '2026-11-22' },
  ).map(({ section, field }) => `${section}.${field}`)

describe('the fields in which two transports differ', () => {
  it.each<[string, Partial<TargetEmployee>, string | undefined, string[]]>([
    ['none', {}, 'A', []],
    ['layout alone', { personalInfo: { ...whole.personalInfo, EmailWork: 'NOOR@tulp.example' } }, 'A', []],
    ['a name', { personalInfo: { ...whole.personalInfo, FirstName: 'Bo' } }, 'A', ['personalInfo.FirstName']],
    ['a town', { address: { City: '' } }, 'A', ['address.City']],
    ['another account', {}, 'B', ['bankAccount.IBAN']],
    ['no account', {}, '', ['bankAccount.IBAN']],
    ['one of two start dates', { employment: { InitialStartDate: 'x' }, alsoStarted: '2026-01-01' }, 'A', []],
    ['another start date', { employment: { InitialStartDate: 'x' } }, 'A', ['employment.InitialStartDate']],
    ['a later salary alone', { salaries: whole.salaries!.slice(0, 2) }, 'A', []],
    ['the salary in force', { salaries: whole.salaries!.slice(0, 1) }, 'A', ['salary.Value']],
    [
      'a field that is not shown',
      { personalInfo: { FirstName: '' }, unseen: ['FirstName', 'EmailWork'] },
      'A',
      [],
    ],
    ['a section that was not read', { address: undefined }, 'A', ['address.City']],
  ])('%s', (_what, differs, iban, expected) => {
    expect(compare(differs, iban)).toEqual(expected)
  })
})
