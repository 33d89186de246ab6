import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { subtractAmounts, sumAmounts } from '../../../src/domain/pay/sum-amounts.js'

describe('sums of amounts', () => {
  it.each([
    [[], '0.00'],
    [['3150.00', '0.10', '0.20'], '3150.30'],
    [['15.1234', '0.0066'], '15.13'],
    [['15.1234'], '15.1234'],
    [['15.12345678', '0.00000001'], '15.12345679'],
    [['-0.00'], '0.00'],
    [['', 'unknown', '1'], '1.00'],
    [['-2.50', '1.25'], '-1.25'],
  ])('%j come to %s', (amounts, sum) => {
    expect(sumAmounts(amounts)).toBe(sum)
  })

  it('are exact whatever the order, and what is added is what is left after taking away', () => {
    const amount = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2))
    fc.assert(
      fc.property(fc.array(amount), amount, (amounts, one) => {
        const sum = sumAmounts([...amounts, one])
        expect(sumAmounts([one, ...amounts.toReversed()])).toBe(sum)
        expect(subtractAmounts(sum, one)).toBe(sumAmounts(amounts))
      }),
    )
  })
})
