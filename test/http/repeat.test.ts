import { beforeEach, describe, expect, it } from '@jest/globals'

import { repeatAttempt, type Again } from '../../src/http/repeat.js'
import { defaultRetryPolicy } from '../../src/http/retry-policy.js'

const passing = new Error('passing')
let waits: number[]
let attempts: number

beforeEach(() => {
  waits = []
  attempts = 0
})

const policy = {
  ...defaultRetryPolicy,
  baseDelayMs: 1000,
  random: () => 1,
  sleep: (ms: number): Promise<void> => {
    waits.push(ms)
    return Promise.resolve()
  },
}

/** Succeeds at the attempt of this number. */
const succeedAt = (which: number) => (): Promise<string> => {
  attempts += 1
  return attempts === which ? Promise.resolve('done') : Promise.reject(passing)
}

const run = (which: number, judge: () => Again | undefined, closing = new AbortController().signal) =>
  repeatAttempt(succeedAt(which), { policy, closing, judge })

describe('repeating an attempt', () => {
  it('goes on until it succeeds, with waits that double', async () => {
    expect(await run(4, () => ({ retries: 3 }))).toBe('done')
    expect(waits).toEqual([1000, 2000, 4000])
  })

  it('waits as long as it is asked to', async () => {
    await run(2, () => ({ retries: 1, retryAfter: '7' }))

    expect(waits).toEqual([7000])
  })

  it('throws what the last attempt threw', async () => {
    await expect(run(5, () => ({ retries: 3 }))).rejects.toBe(passing)
    expect(attempts).toBe(4)
  })

  it('makes no second attempt of what is not worth it', async () => {
    await expect(run(2, () => undefined)).rejects.toBe(passing)
    expect(waits).toEqual([])
  })

  it('makes no second attempt when nothing is wanted any more', async () => {
    await expect(run(2, () => ({ retries: 3 }), AbortSignal.abort())).rejects.toBe(passing)
    expect(attempts).toBe(1)
  })
})
