import { describe, expect, it } from '@jest/globals'

import { findShrink } from '../../../../src/plan/checks/limits/find-shrink.js'
import { shareOf } from '../../../../src/plan/checks/limits/share-of.js'

describe('a share of people', () => {
  it.each([
    [30, 5, 2],
    [20, 5, 1],
    [10, 3, 1],
    [1, 1, 1],
    [50, 0, 1],
    [0, 500, 0],
    [100, 7, 7],
    [2.5, 1000, 25],
    [7, 100, 7],
    [14, 50, 7],
    [29, 100, 29],
  ])('of %d percent of %d is %d, rounded up and at least one', (percent, people, share) => {
    expect(shareOf(percent, people)).toBe(share)
  })
})

describe('a side that shrank', () => {
  it.each([
    // before, gone, tolerated
    [5, 1, true],
    [5, 2, true],
    [5, 3, false],
    [2, 2, true],
    [3, 3, false],
    [10, 2, true],
    [10, 3, false],
    [100, 20, true],
    [100, 21, false],
    [5000, 1000, true],
    [5000, 1001, false],
    [100, 0, true],
  ])('from %d people by %d is tolerated: %s', (before, gone, tolerated) => {
    expect(findShrink('source', { before, gone }, 20, undefined) === undefined).toBe(tolerated)
  })

  it('is tolerated up to the number that was allowed', () => {
    expect(findShrink('target', { before: 100, gone: 60 }, 20, 60)).toBeUndefined()
    expect(findShrink('target', { before: 100, gone: 61 }, 20, 60)).toEqual({
      side: 'target',
      before: 100,
      gone: 61,
      allowed: 60,
    })
  })

  it('never has for one or two people, whatever is allowed', () => {
    expect(findShrink('source', { before: 40, gone: 2 }, 0, undefined)).toBeUndefined()
    expect(findShrink('source', { before: 40, gone: 2 }, 20, 0)).toBeUndefined()
    expect(findShrink('source', { before: 40, gone: 3 }, 20, 2)).toMatchObject({ gone: 3, allowed: 2 })
  })

  it('is not known to have shrunk when nobody was read before', () => {
    expect(findShrink('source', { before: undefined, gone: 3 }, 20, undefined)).toBeUndefined()
  })
})
