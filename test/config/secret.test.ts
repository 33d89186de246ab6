import { format, inspect } from 'node:util'

import { describe, expect, it } from '@jest/globals'

import { Secret } from '../../src/config/environment/secret.js'

describe('a secret', () => {
  const secret = new Secret('token-of-a-test')

  it('gives its value when asked', () => {
    expect(secret.reveal()).toBe('token-of-a-test')
  })

  it.each([
    ['in a text', String(secret)],
    ['joined', ['', secret].join('')],
    ['in JSON', JSON.stringify({ secret })],
    ['inspected', inspect({ secret }, { showHidden: true, depth: 9 })],
    ['formatted', format('%s %o %O %j', secret, secret, secret, secret)],
    ['in its keys', JSON.stringify(Object.entries(secret))],
    ['copied', JSON.stringify(Object.assign({}, secret))],
  ])('does not show %s', (_, shown) => {
    expect(shown).not.toContain('token-of-a-test')
  })
})
