import { describe, expect, it } from '@jest/globals'

import { drawHistory, playHistory } from './driver.js'

/** Chosen so that together they hold every kind of step; `npm run bench -- --model` plays many more. */
const seeds = [1, 6, 30]

describe('a history of edits, runs, faults, kills and words of an operator', () => {
  it.each(seeds)('keeps every invariant and ends with both sides equal, with seed %i', async (seed) => {
    const { story, faults } = await playHistory(seed, drawHistory(seed))

    expect({ faults, story: faults.length === 0 ? [] : story }).toEqual({ faults: [], story: [] })
  })
})
