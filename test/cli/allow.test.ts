import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { parseAllow } from '../../src/cli/commands/sync/allow.js'
import type { RunJson } from '../../src/report/sync/run-json.js'
import { openCliWorld, writesOf, type CliWorld } from './cli-world.js'

describe('--allow', () => {
  it('adds one limit to those given before', () => {
    const before = parseAllow('create=50', undefined)

    expect(parseAllow('sameField=0', before)).toEqual({ create: 50, sameField: 0 })
  })

  it.each([
    ['bankaccount=5', 'Did you mean bankAccount, as in bankAccount=25?'],
    ['creates=5', 'Did you mean create, as in create=25?'],
    [
      'people=5',
      'There is: create, update, bankAccount, salary, sameField, shrink, and empty-scope without a number.',
    ],
    ['empty-scope=3', 'It is empty-scope, without a number.'],
    ['emptyScope', 'It is empty-scope, without a number.'],
    ['create', 'create= and a whole number of people'],
    ['create=', 'create= and a whole number of people'],
    ['create=some', 'create= and a whole number of people'],
    ['create=-1', 'create= and a whole number of people'],
    ['create=1.5', 'create= and a whole number of people'],
    ['create=99999999999999999999', 'create= and a whole number of people'],
    ['toString=1', 'There is no limit toString'],
    ['', 'There is no limit'],
  ])('refuses %j and says what to write', (text, message) => {
    expect(() => parseAllow(text, undefined)).toThrow(message)
  })

  it('takes an empty scope without a number, beside limits', () => {
    expect(parseAllow('empty-scope', { create: 4 })).toEqual({ create: 4, emptyScope: true })
    expect(parseAllow('create=4', { emptyScope: true })).toEqual({ create: 4, emptyScope: true })
  })

  it('refuses one limit given twice', () => {
    expect(() => parseAllow('create=5', { create: 4 })).toThrow('create is allowed twice')
  })
})

describe('a first sync over its limit', () => {
  let world: CliWorld
  beforeEach(async () => {
    world = await openCliWorld('all-new', 12)
  })
  afterEach(() => world.close())

  const command = '--connection sandbox --allow create=12'

  it('is held and names the command, which then carries it out', async () => {
    const held = await world.run('sync --yes --log-level error')
    expect(writesOf(world.sandbox)).toEqual([])
    const allowed = await world.run(`sync --yes --json ${command}`)

    expect(held.code).toBe(3)
    expect(held.stdout).toContain('12 people would be created')
    expect(held.stdout.replace(/\s+/g, ' ')).toContain(`nmbrs-sync sync ${command}`)
    expect(held.stdout).toContain('more people than the limit')
    expect(allowed.code).toBe(0)
    expect((JSON.parse(allowed.stdout) as RunJson).people.linked).toBe(12)
  })

  it('is carried out by a saved plan that was made with the allowance', async () => {
    const without = await world.run('plan --out without.plan')
    await world.run('plan --out with.plan --allow create=12')

    const held = await world.run('sync --yes --plan without.plan')
    const carriedOut = await world.run('sync --yes --plan with.plan')

    expect([without.code, held.code, carriedOut.code]).toEqual([3, 3, 0])
  })

  it('does not take an allowance for a plan that was saved without', async () => {
    const { code, stderr } = await world.run('sync --yes --plan a.plan --allow create=12')

    expect(code).toBe(2)
    expect(stderr).toContain('cannot be used with')
  })
})
