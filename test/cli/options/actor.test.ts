import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { findActor, parseActorOption } from '../../../src/cli/options/actor.js'
import { parseActor } from '../../../src/domain/audit/actor.js'
import { ConfigError } from '../../../src/domain/errors.js'
import { anyText } from '../../support/any-text.js'

const account = (): string => 'payroll-server'

describe('findActor', () => {
  it('takes the name of the command line before all others', () => {
    const as = parseActorOption('Ann')

    expect(findActor({ as }, { NMBRS_SYNC_ACTOR: 'Bob' }, account)).toBe('Ann')
  })

  it('takes the name of the environment before the account', () => {
    expect(findActor({}, { NMBRS_SYNC_ACTOR: ' Bob  de  Wit ' }, account)).toBe('Bob de Wit')
  })

  it.each([{}, { NMBRS_SYNC_ACTOR: '' }, { NMBRS_SYNC_ACTOR: '  ' }])(
    'takes the account when nothing else is said: %j',
    (env) => {
      expect(findActor({}, env, account)).toBe('payroll-server')
    },
  )

  it('finds an account on this machine', () => {
    expect(findActor({}, {})).not.toBe('')
  })

  it('says where a name came from that nobody can have', () => {
    const find = () => findActor({}, { NMBRS_SYNC_ACTOR: 'Schedule' }, account)

    expect(find).toThrow(ConfigError)
    expect(find).toThrow('NMBRS_SYNC_ACTOR')
  })
})

describe('parseActor', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['a'.repeat(81), '80 characters'],
    ['Ann\u0007', 'cannot be shown'],
    ['Ann\nBob', 'cannot be shown'],
    ['Ann\u202e', 'cannot be shown'],
    ['Ann\u2028Bob', 'cannot be shown'],
    ['SCHEDULE', 'the daemon'],
  ])('refuses %j', (text, why) => {
    expect(parseActor(text)).toEqual({ flaw: expect.stringContaining(why) })
  })

  it('takes two spellings of one letter for one', () => {
    expect(parseActor('Zoe\u0308')).toEqual(parseActor('Zoë'))
  })

  it('never throws, and what it gives stays the same', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 100 }), (text) => {
        const parsed = parseActor(text)
        if ('actor' in parsed) expect(parseActor(parsed.actor)).toEqual(parsed)
      }),
    )
  })
})
