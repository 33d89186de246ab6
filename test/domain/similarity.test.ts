import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'

import { similarity } from '../../src/domain/text/similarity.js'

describe('similarity', () => {
  // The examples that Winkler published (1990), and edges.
  it.each([
    ['MARTHA', 'MARHTA', 0.9611],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.8133],
    ['JELLYFISH', 'SMELLYFISH', 0.8963],
    ['Janssen', 'Jansen', 0.9714],
    ['abc', 'xyz', 0],
    ['ab', 'ba', 0],
    ['', 'a', 0],
    ['', '', 0],
    ['same', 'same', 1],
    ['a', 'A', 0],
  ])('of %j and %j is %d', (left, right, expected) => {
    expect(similarity(left, right)).toBeCloseTo(expected, 4)
  })

  const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ä') })

  it('lies between nothing and the same, and only the same text is the same', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const alike = similarity(left, right)
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
        expect(alike === 1).toBe(left === right && left !== '')
      }),
    )
  })

  it('is nothing where no letter is shared', () => {
    fc.assert(
      fc.property(text, (left) => {
        expect(similarity(left, left.replaceAll(/./gu, 'z'))).toBe(0)
      }),
    )
  })
})
