import { describe, expect, it } from '@jest/globals'

import { selectConnection, selectConnections } from '../../src/app/compose/select-connections.js'
import type { Config } from '../../src/config/config.js'

const names = ['acme', 'klant-01', 'klant-02', 'klant-10']
const config = { connections: names.map((name) => ({ name })) } as unknown as Config
const select = (...asked: string[]): string[] => selectConnections(config, asked).map(({ name }) => name)

describe('which connections are meant', () => {
  it.each([
    [['klant-01'], ['klant-01']],
    [['klant-*'], ['klant-01', 'klant-02', 'klant-10']],
    [['klant-0?'], ['klant-01', 'klant-02']],
    [
      ['klant-10', 'acme', 'klant-1*'],
      ['acme', 'klant-10'],
    ],
    [['*'], names],
  ])('%j', (asked, expected) => {
    expect(select(...asked)).toEqual(expected)
  })

  it('is all of them when nothing is asked for', () => {
    expect(selectConnections(config, undefined)).toHaveLength(4)
  })

  it.each([
    ['klant-3', 'There is no connection klant-3; there is: acme, klant-01, klant-02, klant-10'],
    ['x*', 'There is no connection x*; there is: acme, klant-01, klant-02, klant-10'],
    ['.*', 'There is no connection .*; there is: acme'],
    ['acme,klant-01', 'There is no connection acme,klant-01; there is: acme'],
  ])('is nobody for %s', (asked, expected) => {
    expect(() => select('acme', asked)).toThrow(expected)
  })

  it('must be one for a command about one', () => {
    expect(selectConnection(config, ['klant-10']).name).toBe('klant-10')
    expect(() => selectConnection(config, ['klant-0*'])).toThrow('--connection NAME: klant-01, klant-02')
    expect(() => selectConnection(config, undefined)).toThrow('--connection NAME: acme, klant-01')
  })

  it('names a dozen of many', () => {
    const many = { connections: Array.from({ length: 40 }, (_, index) => ({ name: `k${index}` })) }
    expect(() => selectConnection(many as unknown as Config, undefined)).toThrow(/k11 and 28 more$/)
  })
})
