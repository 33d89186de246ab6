import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseRetryAfter } from '../../src/http/retry-after.js'

// Sun, 22 Nov 2026 12:00:00 GMT
const limits = { nowMs: 1_795_348_800_000, maxMs: 120_000 }

describe('the wait a Retry-After header asks for', () => {
  it.each([
    ['30', 30_000],
    [' 5 ', 5_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:00:45 GMT', 45_000],
    ['Sun, 22 Nov 2026 11:59:00 GMT', 0],
    ['86400', 120_000],
    ['Mon, 23 Nov 2026 12:00:00 GMT', 120_000],
    ['99999999999999999999999999', 120_000],
  ])('reads %p as %p ms', (header, expected) => {
    const wait = parseRetryAfter(header, limits)

    expect(wait).toBe(expected)
  })

  it.each([
    [undefined],
    [''],
    ['soon'],
    ['-3'],
    ['1.5'],
    ['Sun, 31 Feb 2026 12:00:00 GMT'],
    ['Sun, 22 Foo 2026 12:00:00 GMT'],
    ['Sun, 22 Nov 2026 12:00:00 CET'],
    [30],
  ])('takes %p for no answer', (header) => {
    const wait = parseRetryAfter(header, limits)

    expect(wait).toBeUndefined()
  })

  it('is never negative and never over the limit', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat().map(String), fc.string()), fc.nat(), (header, maxMs) => {
        const wait = parseRetryAfter(header, { nowMs: limits.nowMs, maxMs }) ?? 0

        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(maxMs)
      }),
    )
  })
})
