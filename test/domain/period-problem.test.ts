import { describe, expect, it } from '@jest/globals'

import { explainPeriod } from '../../src/domain/pay/period-problem.js'

describe('a current period that cannot be worked with', () => {
  it.each([
    ['2023-14-4W', 'period 14 of 2023 (2023 has 13 periods of four weeks, and no day is left after them)'],
    ['2022-14-W4', 'period 14 of 2022 (2022 has 13 periods of four weeks, and no day is left after them)'],
    ['2023-53-W1', 'period 53 of 2023 (2023 has 52 weeks, and no day is left after them)'],
    ['2026-15-4W', 'period 15 of 2026 (2026 has 13 periods of four weeks)'],
    ['2026-13-M', 'period 13 of 2026 (2026 has 12 months)'],
    ['2026-0-M', 'period 0 of 2026 (2026 has 12 months)'],
    ['2026-11-Q', '"2026-11-Q" (which is not a known way to write a period)'],
    ['', '"" (which is not a known way to write a period)'],
  ])('is named: %j', (text, said) => {
    expect(explainPeriod(text)).toBe(said)
  })

  it.each(['2026-14-4W', '2026-53-W', '2026-11-M', ' 2026-01-m '])('is not %j', (text) => {
    expect(explainPeriod(text)).toBeUndefined()
  })
})
