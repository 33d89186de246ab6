import { describe, expect, it } from '@jest/globals'

import { playYear } from './year.js'

describe('a year of one employer, through 53 weeks, a new year and both changes of the clocks', () => {
  it.each([1, 2])('loses nobody, doubles nobody, and lists who needs a hand, with seed %i', async (seed) => {
    const { story, faults } = await playYear(seed)

    expect({ faults, story: faults.length === 0 ? [] : story }).toEqual({ faults: [], story: [] })
  })
})
