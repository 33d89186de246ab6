import { describe, expect, it } from '@jest/globals'

import { readEach } from '../../src/run/read/read-each.js'

describe('reading for each of many', () => {
  it('reads for all of them, and never for more than a hundred at once', async () => {
    const read: number[] = []
    let [open, most] = [0, 0]

    await readEach(
      Array.from({ length: 300 }, (_, index) => index),
      async (index) => {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setImmediate(resolve))
        open -= 1
        read.push(index)
      },
    )

    expect(new Set(read).size).toBe(300)
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(100)
  })

  it('fails with the first that fails, and begins no other', async () => {
    let begun = 0

    const reading = readEach(
      Array.from({ length: 300 }, (_, index) => index),
      () => {
        begun += 1
        return Promise.reject(new Error('away'))
      },
    )

    await expect(reading).rejects.toThrow('away')
    expect(begun).toBeLessThan(300)
  })
})
