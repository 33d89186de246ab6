import { describe, expect, it } from '@jest/globals'

import { playHandOvers } from './history/play.js'

describe('a history of hand-overs', () => {
  it.each([1, 2, 3, 5, 7, 8, 13, 15, 18, 21, 34, 38])(
    'hands nothing over twice, deletes nothing without a word, confirms what was on the list, and comes to an end: %d',
    async (seed) => {
      expect(await playHandOvers(seed)).toEqual([])
    },
  )
})
