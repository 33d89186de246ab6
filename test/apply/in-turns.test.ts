import { describe, expect, it } from '@jest/globals'

import { inTurns } from '../../src/apply/begin-order.js'

describe('taking lists in turns', () => {
  it('lets a short list through beside a long one', () => {
    const taken = [...inTurns([['a1', 'a2', 'a3', 'a4'], [], ['c1', 'c2']])]

    expect(taken).toEqual(['a1', 'c1', 'a2', 'c2', 'a3', 'a4'])
  })

  it('gives nothing for nothing', () => {
    expect([...inTurns([])]).toEqual([])
  })
})
