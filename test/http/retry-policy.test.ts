import { describe, expect, it } from '@jest/globals'

import type { HttpFailureReason } from '../../src/http/http-failure.js'
import { defaultRetryPolicy, delayBefore, isWorthRepeating } from '../../src/http/retry-policy.js'

const policy = { ...defaultRetryPolicy, baseDelayMs: 1000, maxDelayMs: 10_000, nowMs: () => 0 }

describe('repeating a read', () => {
  it.each<[HttpFailureReason]>([
    [{ kind: 'status', status: 408 }],
    [{ kind: 'status', status: 429 }],
    [{ kind: 'status', status: 500 }],
    [{ kind: 'status', status: 504 }],
    [{ kind: 'timeout' }],
    [{ kind: 'truncated' }],
    [{ kind: 'unreachable', code: 'ECONNRESET' }],
    [{ kind: 'unreachable', code: 'EAI_AGAIN' }],
  ])('is worth it after %p', (reason) => {
    expect(isWorthRepeating(reason)).toBe(true)
  })

  it.each<[HttpFailureReason]>([
    [{ kind: 'status', status: 400 }],
    [{ kind: 'status', status: 401 }],
    [{ kind: 'status', status: 403 }],
    [{ kind: 'status', status: 404 }],
    [{ kind: 'redirect', status: 302 }],
    [{ kind: 'not-json' }],
    [{ kind: 'not-utf8' }],
    [{ kind: 'too-large' }],
    [{ kind: 'closed' }],
    [{ kind: 'unreachable', code: 'ENOTFOUND' }],
    [{ kind: 'unreachable', code: 'CERT_HAS_EXPIRED' }],
  ])('is not worth it after %p', (reason) => {
    expect(isWorthRepeating(reason)).toBe(false)
  })

  it('doubles the wait up to the longest and spreads it over the upper half', () => {
    const shortest = [1, 2, 3, 9].map((repeat) =>
      delayBefore(repeat, undefined, { ...policy, random: () => 0 }),
    )
    const middle = [1, 2, 3, 9].map((repeat) =>
      delayBefore(repeat, undefined, { ...policy, random: () => 0.5 }),
    )

    expect(shortest).toEqual([500, 1000, 2000, 5000])
    expect(middle).toEqual([750, 1500, 3000, 7500])
  })

  it('waits as long as the server asks, up to the longest', () => {
    const waits = ['3', '0', '3600'].map((retryAfter) => delayBefore(4, retryAfter, policy))

    expect(waits).toEqual([3000, 0, 10_000])
  })
})
