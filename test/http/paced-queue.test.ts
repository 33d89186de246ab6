import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createPacedQueue } from '../../src/http/paced-queue.js'

/** A clock that stands still until everybody waits, then jumps to whoever rings first, late by what `lateness` gives. */
const createFakeClock = (lateness: () => number = () => 0) => {
  let time = 0
  const waiting: { at: number; ring: () => void }[] = []
  const sleep = (ms: number): Promise<void> =>
    new Promise((ring) => waiting.push({ at: time + ms + lateness(), ring }))
  const runUntilIdle = async (): Promise<void> => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = waiting.sort((a, b) => a.at - b.at).shift()
      if (next === undefined) return
      time = Math.max(time, next.at)
      next.ring()
    }
  }
  return { now: () => time, sleep, runUntilIdle }
}

const mostInAnySecond = (starts: readonly number[]): number =>
  Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + 1000).length))

const simulate = async (options: {
  callsPerSecond: number
  calls: number
  latencyMs: number
  lateness?: () => number
}) => {
  const clock = createFakeClock(options.lateness)
  const queue = createPacedQueue({
    callsPerSecond: options.callsPerSecond,
    now: clock.now,
    sleep: clock.sleep,
  })
  const starts: number[] = []
  for (let i = 0; i < options.calls; i += 1) {
    void queue.run(async () => {
      starts.push(clock.now())
      await clock.sleep(options.latencyMs)
    })
  }
  await clock.runUntilIdle()
  return { starts, queue, clock }
}

describe('a paced queue', () => {
  it('never starts more calls than the rate in any sliding second, however late timers ring', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 900 }),
        async (callsPerSecond, delays, latencyMs) => {
          let turn = 0
          const lateness = () => delays[turn++ % delays.length]!
          const { starts } = await simulate({ callsPerSecond, calls: 90, latencyMs, lateness })

          expect(starts).toHaveLength(90)
          expect(mostInAnySecond(starts)).toBeLessThanOrEqual(callsPerSecond)
        },
      ),
      { numRuns: 15 },
    )
  })

  it.each([
    { callsPerSecond: 100, latencyMs: 50 },
    { callsPerSecond: 100, latencyMs: 300 },
    { callsPerSecond: 150, latencyMs: 300 },
  ])(
    'reaches nine tenths of $callsPerSecond a second at $latencyMs ms latency',
    async ({ callsPerSecond, latencyMs }) => {
      const { starts } = await simulate({ callsPerSecond, calls: 600, latencyMs, lateness: () => 1 })

      const seconds = (starts.at(-1)! - starts[0]!) / 1000

      expect((starts.length - 1) / seconds).toBeGreaterThanOrEqual(0.9 * callsPerSecond)
      expect(mostInAnySecond(starts)).toBeLessThanOrEqual(callsPerSecond)
    },
  )

  it('starts calls evenly, not in bursts', async () => {
    const { starts } = await simulate({ callsPerSecond: 50, calls: 60, latencyMs: 10 })

    const gaps = starts.slice(1).map((at, i) => at - starts[i]!)

    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15)
  })

  it('does not save up turns while idle', async () => {
    const { queue, clock } = await simulate({ callsPerSecond: 10, calls: 1, latencyMs: 0 })
    const idle = clock.sleep(60_000)
    await clock.runUntilIdle()
    await idle
    const starts: number[] = []

    for (let i = 0; i < 5; i += 1) {
      void queue.run(() => {
        starts.push(clock.now())
        return Promise.resolve()
      })
    }
    await clock.runUntilIdle()

    expect(starts[4]! - starts[0]!).toBeGreaterThanOrEqual(4 * 95)
  })

  it('keeps no more than the bound under way when the remote is slow', async () => {
    const clock = createFakeClock()
    const queue = createPacedQueue({
      callsPerSecond: 100,
      maxConcurrency: 4,
      now: clock.now,
      sleep: clock.sleep,
    })
    let underWay = 0
    let most = 0

    for (let i = 0; i < 12; i += 1) {
      void queue.run(async () => {
        most = Math.max(most, ++underWay)
        await clock.sleep(5_000)
        underWay -= 1
      })
    }
    await clock.runUntilIdle()

    expect(most).toBe(4)
  })

  it('hands on what a call gives, and goes on after one that failed', async () => {
    const queue = createPacedQueue({ callsPerSecond: 1000 })

    const failing = queue.run(() => Promise.reject(new Error('refused')))
    const working = queue.run(() => Promise.resolve(7))

    await expect(failing).rejects.toThrow('refused')
    await expect(working).resolves.toBe(7)
  })
})
