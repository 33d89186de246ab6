import { describe, expect, it } from '@jest/globals'

import { isHeld } from '../../src/access/work/action.js'
import type { PolicyRule } from '../../src/access/policy/policy.js'
import { findUnknownNames, type ListedNames } from '../../src/access/policy/unknown-names.js'
import { toTargetCompanyId } from '../../src/domain/ids.js'
import type { anInput } from './builders.js'
import { aKnown, anEmployee, aPolicy, company, planOne, someRequests, theLoginOf } from './builders.js'

const listed: ListedNames = {
  departments: ['Logistiek', 'Kantoor'],
  offices: ['Lisse'],
  companies: [company],
}
const otherwise = { template: 'Employee login', email: 'work-else-private', language: 'NL' } as const
const aRule = (when: PolicyRule['when'], grant: PolicyRule['grant'] = { template: 'Payslip viewer' }) => ({
  name: 'the first',
  when,
  grant,
})

const planWith = (
  rule: PolicyRule,
  person: Parameters<typeof anEmployee>[1] = {},
  differs: Partial<Parameters<typeof anInput>[0]> = {},
) =>
  planOne({
    people: [anEmployee('1', { department: 'Kantoor', office: 'Lisse', ...person })],
    policy: aPolicy({ rules: [rule], otherwise }),
    listed,
    ...differs,
  })

describe('a login rule that names what nobody knows', () => {
  it.each<[string, PolicyRule['when']]>([
    ['a department', { departments: ['Logistik'] }],
    ['an office', { offices: ['Lise'] }],
    ['a company', { companies: [toTargetCompanyId('9999')] }],
    ['one of two departments', { departments: ['Logistiek', 'Logistik'] }],
    ['a department, in an office that is theirs', { departments: ['Logistik'], offices: ['lisse'] }],
  ])('holds whom it passes over: %s', (_, when) => {
    const action = planWith(aRule(when))

    expect(action).toMatchObject({ kind: 'create', holds: ['rule-name-unknown'] })
    expect(isHeld(action)).toBe(true)
  })

  it.each<[string, PolicyRule['when'], Parameters<typeof anEmployee>[1]]>([
    [
      'whom it matches by another name',
      { departments: ['Logistiek', 'Logistik'] },
      { department: 'Logistiek' },
    ],
    ['who do not meet what else it asks for', { departments: ['Logistik'], employmentTypes: ['Oproep'] }, {}],
    ['where every name is known, whatever its letter case', { departments: [' LOGISTIEK '] }, {}],
  ])('holds nobody: %s', (_, when, person) => {
    expect(planWith(aRule(when), person)).toMatchObject({ kind: 'create', holds: [] })
  })

  it('holds nobody whom a rule before it matches', () => {
    const rules = [{ ...aRule({ departments: ['Kantoor'] }), name: 'known' }, aRule({ offices: ['Lise'] })]

    const action = planWith(aRule({}), {}, { policy: aPolicy({ rules, otherwise }) })

    expect(action).toMatchObject({ kind: 'create', holds: [], wanted: { rule: 'known' } })
  })

  it('holds nobody where the list was not read', () => {
    expect(planWith(aRule({ departments: ['Logistik'] }), {}, { listed: {} })).toMatchObject({ holds: [] })
  })

  it('holds the removal and the silence that another rule would bring', () => {
    const policy = aPolicy({
      rules: [aRule({ departments: ['Logistik'] })],
      otherwise: 'no-login',
      whenNotWanted: 'hold',
    })
    const nobodyYet = planWith(aRule({}), {}, { policy })
    const known = [aKnown('1', { login: theLoginOf('1') })]
    const removal = planWith(aRule({}), {}, { policy, known })

    expect(nobodyYet).toMatchObject({ kind: 'none', because: ['rule-name-unknown'] })
    expect(removal).toMatchObject({ kind: 'remove', holds: expect.arrayContaining(['rule-name-unknown']) })
  })

  it('leaves a login alone that is as it should be, and work that no rule decides about', () => {
    const login = theLoginOf('1')
    const rule = aRule({ departments: ['Logistik'] })
    const inStep = planWith(rule, {}, { known: [aKnown('1', { login })] })
    const requests = someRequests({ resend: new Set([anEmployee('1').subject]) })
    const resent = planWith(rule, {}, { known: [aKnown('1', { login })], requests })

    expect(inStep).toMatchObject({ kind: 'none', because: ['as-wanted'] })
    expect(resent.because).not.toContain('rule-name-unknown')
    expect('holds' in resent ? resent.holds : []).toEqual([])
  })
})

describe('names that nobody knows', () => {
  it('are found with their place in the rules', () => {
    const rules = [
      aRule({ departments: ['Kantoor'] }),
      aRule({ departments: ['kantoor', 'Kantor'], offices: ['Leiden'] }),
    ]

    expect(findUnknownNames(rules, listed)).toEqual([
      { rule: 1, condition: 'departments', position: 1, name: 'Kantor' },
      { rule: 1, condition: 'offices', position: 0, name: 'Leiden' },
    ])
  })
})
