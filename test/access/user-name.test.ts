import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { planAccess } from '../../src/access/plan-access.js'
import { makeUserName, toPlainLetters } from '../../src/access/logins/user-name.js'
import { aContact, anInput, aPolicy, confirmed, someRequests, testDigest } from './builders.js'
import { aPortal } from './portal-texts.js'
import { anyText } from '../support/any-text.js'

const rule = { pattern: '{first}.{last}', minLength: 6, maxLength: 12 }
const free = () => false

describe('a generated user name', () => {
  it.each([
    ['first and last name', '{first}.{last}', 'anna.jansen'],
    ['a letter and a name', '{f}{last}', 'ajansen'],
    ['a number', 'e{number}', 'e00042'],
  ])('follows the portal’s rule: %s', (_, pattern, expected) => {
    const parts = { first: 'Anna', last: 'Jansen', number: '00042' }

    expect(makeUserName({ ...rule, pattern }, parts, free)).toBe(expected)
  })

  it.each([
    ['Zoë', 'zoe'],
    ['van den Berg-Ørn', 'vandenbergorn'],
    ['Straße', 'strasse'],
    ['Łukasz', 'lukasz'],
    ['D’Angelo', 'dangelo'],
    ['Þór', 'thor'],
    ['İnci', 'inci'],
    ['安娜', ''],
  ])('is made of plain letters: %s', (name, plain) => {
    expect(toPlainLetters(name)).toBe(plain)
  })

  it('leaves out a part that is missing, and its dot', () => {
    expect(makeUserName(rule, { first: undefined, last: 'Jansen', number: undefined }, free)).toBe('jansen')
  })

  it('is filled up when it is too short, and cut when it is too long', () => {
    expect(makeUserName(rule, { first: 'Bo', last: 'Li', number: undefined }, free)).toBe('bo.li1')
    expect(makeUserName(rule, { first: 'Bo', last: undefined, number: undefined }, free)).toBe('bo0001')
    expect(makeUserName(rule, { first: 'Maximilian', last: 'Voorbeeld', number: undefined }, free)).toBe(
      'maximilian.v',
    )
  })

  it('is counted on when it is taken, within its length', () => {
    const taken = new Set(['maximilian.v', 'maximilian2'])
    const parts = { first: 'Maximilian', last: 'Voorbeeld', number: undefined }

    expect(makeUserName(rule, parts, (name) => taken.has(name))).toBe('maximilian3')
  })

  it('is none when nothing is left of the name', () => {
    expect(makeUserName(rule, { first: '安娜', last: '-', number: undefined }, free)).toBeUndefined()
  })

  it('is none when everything is taken', () => {
    expect(
      makeUserName(rule, { first: 'Anna', last: 'Jansen', number: undefined }, () => true),
    ).toBeUndefined()
  })

  it('keeps to the rule whatever people are called', () => {
    fc.assert(
      fc.property(anyText(), fc.string(), fc.array(fc.nat(50), { maxLength: 5 }), (first, last, takenAt) => {
        const seen: string[] = []
        const name = makeUserName(rule, { first, last, number: undefined }, (one) => {
          seen.push(one)
          return takenAt.includes(seen.length - 1)
        })
        if (name === undefined) return
        expect(name).toMatch(/^[a-z0-9][a-z0-9.]*[a-z0-9]$/)
        expect(name.length).toBeGreaterThanOrEqual(rule.minLength)
        expect(name.length).toBeLessThanOrEqual(rule.maxLength)
        expect(new Set(seen).size).toBe(seen.length)
      }),
    )
  })
})

describe('user names of a plan', () => {
  const portal = aPortal('akken-css')
  const policy = aPolicy({
    portal: 'akken-css',
    environment: null,
    permissionSets: new Map([['Reader', { jobOrders: 'read' }]]),
    otherwise: { template: 'Reader', email: 'work', language: null },
  })
  const twins = ['1', '2', '3'].map((id) => aContact(id, { firstName: 'Kim', lastName: 'de Vries' }))
  const namesOf = (differs: Parameters<typeof anInput>[0]) =>
    planAccess(anInput({ portal, policy, ...differs })).actions.flatMap((action) =>
      action.kind === 'create' ? [action.wanted.userName] : [],
    )

  it('are unique against each other, and the same in any order', () => {
    const names = ['kim.devries', 'kim.devries2', 'kim.devries3']

    expect(namesOf({ people: twins })).toEqual(names)
    expect(namesOf({ people: twins.toReversed() })).toEqual(names)
  })

  it('are unique against those known, in any letter case', () => {
    const [first] = planAccess(anInput({ portal, policy, people: twins })).actions
    const known = first?.kind === 'create' ? [confirmed(first)] : []

    expect(known[0]?.login?.userName).toBe(testDigest('userName', 'kim.devries'))
    expect(namesOf({ people: twins, known })).toEqual(['kim.devries2', 'kim.devries3'])
  })

  it.each(['handed-over', 'expired'] as const)('are unique against those of work that is %s', (state) => {
    const [first] = planAccess(anInput({ portal, policy, people: twins })).actions
    const { subject, order } = confirmed(first as Parameters<typeof confirmed>[0])
    const known = [{ subject, login: null, order: { ...order!, state } }]

    expect(namesOf({ people: twins, known })).toEqual(['kim.devries2', 'kim.devries3'])
  })

  it('stay with somebody for whom the work is asked again', () => {
    const [first] = planAccess(anInput({ portal, policy, people: twins })).actions
    const { subject, order } = confirmed(first as Parameters<typeof confirmed>[0])
    const known = [{ subject, login: null, order: { ...order!, state: 'expired' as const } }]
    const requests = someRequests({ again: new Set([subject]) })

    expect(namesOf({ people: twins, known, requests })).toEqual([
      'kim.devries',
      'kim.devries2',
      'kim.devries3',
    ])
  })
})
