import { describe, expect, it } from '@jest/globals'

import { oneTo, sampleOf } from '../support/matrix.js'

const rows = oneTo(35)

describe('the sample of a matrix', () => {
  it('is the whole when the whole is asked for', () => {
    expect(sampleOf('faults', rows, 'whole', 'a commit')).toEqual(rows)
  })

  it('is the same for the same commit and matrix', () => {
    expect(sampleOf('faults', rows, 'sample', 'a commit')).toEqual(
      sampleOf('faults', rows, 'sample', 'a commit'),
    )
  })

  it('gives each row its turn over the commits', () => {
    const seen = new Set(oneTo(200).flatMap((commit) => sampleOf('faults', rows, 'sample', `${commit}`)))

    expect([...seen].sort((left, right) => left - right)).toEqual(rows)
  })

  it.each(['large', 'sample'])('has at least one row of the smallest matrix: %s', (part) => {
    for (const commit of oneTo(50)) {
      expect(sampleOf('faults', [1], part, `${commit}`)).toEqual([1])
      expect(sampleOf('faults', [1, 2], part, `${commit}`)).toHaveLength(1)
      expect(sampleOf('faults', oneTo(9), part, `${commit}`).length).toBeGreaterThan(0)
    }
  })

  it('is larger when a larger one is asked for', () => {
    const [large, small] = ['large', 'sample'].map(
      (part) => sampleOf('faults', rows, part, 'a commit').length,
    )

    expect(large).toBeGreaterThan(small ?? 0)
    expect(large).toBeLessThan(rows.length)
  })

  it('refuses a part that there is not', () => {
    expect(() => sampleOf('faults', rows, 'all', 'a commit')).toThrow('NMBRS_SYNC_MATRIX is all')
  })
})
