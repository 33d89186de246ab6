import { describe, expect, it } from '@jest/globals'

import { playYear } from './year.js'

describe('a year of one employer, through 53 weeks, a new year and both changes of the clocks', () => {
  it.each([
    [1, 'a few people go first', { canary: { perKind: 1, transport: 'soap', looksMs: [] } }],
    [2, 'who left is forgotten the day after', { forgetAfterDays: 1 }],
  ])(
    'loses nobody, doubles nobody, and lists who needs a hand, with seed %i, where %s',
    async (seed, _what, ours) => {
      const { story, faults } = await playYear(seed, ours)

      expect({ faults, story: faults.length === 0 ? [] : story }).toEqual({ faults: [], story: [] })
    },
  )
})
