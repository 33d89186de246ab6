import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createPacedQueue, LaneClosed, type PaceEvent } from '../../src/http/paced-queue.js'
import { createFakeClock } from './fake-clock.js'

const mostInAnySecond = (starts: readonly number[]): number => {
  let [most, from] = [0, 0]
  for (const [index, at] of starts.entries()) {
    while (starts[from]! <= at - 1000) from += 1
    most = Math.max(most, index - from + 1)
  }
  return most
}

const simulate = async (options: {
  callsPerSecond: number
  calls: number
  latencyMs: number
  lateness?: () => number
  /** How long each call waits for its connection once it has had its turn. */
  connecting?: () => number
}) => {
  const clock = createFakeClock(options.lateness)
  const queue = createPacedQueue({
    callsPerSecond: options.callsPerSecond,
    clock,
  })
  const lane = queue.openLane()
  const starts: number[] = []
  for (let i = 0; i < options.calls; i += 1) {
    void lane.run(async (leaves) => {
      const connectMs = options.connecting?.() ?? 0
      if (connectMs > 0) await clock.sleep(connectMs)
      leaves()
      starts.push(clock.now())
      await clock.sleep(options.latencyMs)
    })
  }
  await clock.runUntilIdle()
  return { starts, lane, clock }
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

  it('never lets more calls leave than the rate in any sliding second, however long they wait for a connection', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 8 }),
        async (callsPerSecond, waits) => {
          let turn = 0
          const connecting = () => waits[turn++ % waits.length]!
          const { starts } = await simulate({ callsPerSecond, calls: 90, latencyMs: 50, connecting })

          expect(starts).toHaveLength(90)
          expect(mostInAnySecond(starts)).toBeLessThanOrEqual(callsPerSecond)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('counts a call that does not say when it leaves as leaving until it ends', async () => {
    const clock = createFakeClock()
    const lane = createPacedQueue({ callsPerSecond: 2, clock }).openLane()
    const ends: number[] = []
    for (let i = 0; i < 6; i += 1) {
      void lane.run(async () => {
        await clock.sleep(3_000)
        ends.push(clock.now())
      })
    }

    await clock.runUntilIdle()

    expect(ends).toHaveLength(6)
    expect(mostInAnySecond(ends)).toBe(2)
  })

  it('gives the place of a call that failed before it left to others a second later', async () => {
    const clock = createFakeClock()
    const lane = createPacedQueue({ callsPerSecond: 1, clock }).openLane()

    const failing = lane.run(() => Promise.reject(new Error('no connection')))
    const working = lane.run((leaves) => {
      leaves()
      return Promise.resolve(clock.now())
    })

    await expect(Promise.all([failing, clock.runUntilIdle()])).rejects.toThrow('no connection')
    await clock.runUntilIdle()
    expect(await working).toBeLessThan(1_200)
  })

  it.each([
    { what: 'stands still for a moment now and then', delayOf: (at: number) => Math.max(0, 70 - (at % 700)) },
    { what: 'takes now short, now long', delayOf: (at: number) => (at * 7919) % 90 },
  ])(
    'keeps to the rate where calls arrive, and to nine tenths of it, with a server that $what',
    async ({ delayOf }) => {
      const clock = createFakeClock()
      const lane = createPacedQueue({ callsPerSecond: 100, clock }).openLane()
      const arrivals: number[] = []
      for (let i = 0; i < 1_500; i += 1) {
        void lane.run(async (leaves) => {
          leaves()
          await clock.sleep(delayOf(clock.now()))
          arrivals.push(clock.now())
          await clock.sleep(50)
        }, 'write')
      }

      await clock.runUntilIdle()

      const seconds = (arrivals.at(-1)! - arrivals[0]!) / 1000
      expect(mostInAnySecond(arrivals)).toBeLessThanOrEqual(100)
      expect((arrivals.length - 1) / seconds).toBeGreaterThanOrEqual(90)
    },
  )

  it('keeps up the pace although many timers ring late', async () => {
    const late = [0, 15, 0, 3, 20, 1, 0, 9]
    let turn = 0
    const { starts } = await simulate({
      callsPerSecond: 100,
      calls: 600,
      latencyMs: 50,
      lateness: () => late[turn++ % late.length]!,
    })

    const seconds = (starts.at(-1)! - starts[0]!) / 1000

    expect((starts.length - 1) / seconds).toBeGreaterThanOrEqual(93)
    expect(mostInAnySecond(starts)).toBeLessThanOrEqual(100)
  })

  it('starts calls evenly, not in bursts', async () => {
    const { starts } = await simulate({ callsPerSecond: 50, calls: 60, latencyMs: 10 })

    const gaps = starts.slice(1).map((at, i) => at - starts[i]!)

    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15)
  })

  it('does not save up turns while idle', async () => {
    const { lane, clock } = await simulate({ callsPerSecond: 10, calls: 1, latencyMs: 0 })
    const idle = clock.sleep(60_000)
    await clock.runUntilIdle()
    await idle
    const starts: number[] = []

    for (let i = 0; i < 5; i += 1) {
      void lane.run(() => {
        starts.push(clock.now())
        return Promise.resolve()
      })
    }
    await clock.runUntilIdle()

    expect(starts[4]! - starts[0]!).toBeGreaterThanOrEqual(4 * 95)
  })

  it('keeps no more than the bound under way when the remote is slow', async () => {
    const clock = createFakeClock()
    const lane = createPacedQueue({ callsPerSecond: 100, maxConcurrency: 4, clock }).openLane()
    let underWay = 0
    let most = 0

    for (let i = 0; i < 12; i += 1) {
      void lane.run(async () => {
        most = Math.max(most, ++underWay)
        await clock.sleep(5_000)
        underWay -= 1
      })
    }
    await clock.runUntilIdle()

    expect(most).toBe(4)
  })

  it('hands on what a call gives, and goes on after one that failed', async () => {
    const lane = createPacedQueue({ callsPerSecond: 1000 }).openLane()

    const failing = lane.run(() => Promise.reject(new Error('refused')))
    const working = lane.run(() => Promise.resolve(7))

    await expect(failing).rejects.toThrow('refused')
    await expect(working).resolves.toBe(7)
  })

  it('gives each lane its turn, however many calls wait in another', async () => {
    const clock = createFakeClock()
    const queue = createPacedQueue({ callsPerSecond: 10, clock })
    const order: string[] = []
    const ask = (lane: ReturnType<typeof queue.openLane>, name: string, calls: number): void => {
      for (let i = 0; i < calls; i += 1) {
        void lane.run(() => {
          order.push(name)
          return Promise.resolve()
        })
      }
    }

    ask(queue.openLane(), 'a', 500)
    ask(queue.openLane(), 'b', 3)
    ask(queue.openLane(), 'c', 2)
    await clock.runUntilIdle()

    expect(order.slice(0, 9).join('')).toMatch(/^a?(?:abc){2}abaa?$/)
    expect(order).toHaveLength(505)
  })

  it('refuses what still waits in a lane that is closed, and goes on with the others', async () => {
    const clock = createFakeClock()
    const queue = createPacedQueue({ callsPerSecond: 10, clock })
    const [leaving, staying] = [queue.openLane(), queue.openLane()]
    const call = (): Promise<string> => Promise.resolve('done')
    const dropped = Promise.allSettled([leaving.run(call), leaving.run(call)])
    const kept = staying.run(call)

    leaving.close()
    await clock.runUntilIdle()

    expect((await dropped).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(leaving.run(call)).rejects.toBeInstanceOf(LaneClosed)
    await expect(kept).resolves.toBe('done')
  })

  it('starts nothing in any lane while the remote wants to be left alone, and goes on more slowly', async () => {
    const clock = createFakeClock()
    const events: PaceEvent[] = []
    const queue = createPacedQueue({ callsPerSecond: 10, clock, onChange: (event) => events.push(event) })
    const findOverload = (): { pauseMs: number } => ({ pauseMs: 30_000 })
    const refused = queue.openLane({ findOverload }).run(() => Promise.reject(new Error('429')))
    const other = queue.openLane()
    const starts: number[] = []

    await expect(Promise.all([refused, clock.runUntilIdle()])).rejects.toThrow('429')
    for (let i = 0; i < 4; i += 1) {
      void other.run(() => Promise.resolve(starts.push(clock.now())))
    }
    await clock.runUntilIdle()

    expect(starts[0]).toBeGreaterThanOrEqual(30_000)
    expect(starts[3]! - starts[0]!).toBeGreaterThanOrEqual(3 * 200)
    expect(events).toEqual([
      { type: 'lowered', callsPerSecond: 5 },
      { type: 'paused', callsPerSecond: 5, pauseMs: 30_000 },
    ])
  })

  it('keeps to a lower limit from the moment it is set', async () => {
    const clock = createFakeClock()
    const queue = createPacedQueue({ callsPerSecond: 100, clock })
    const lane = queue.openLane()
    const starts: number[] = []
    const ask = (calls: number): void => {
      for (let i = 0; i < calls; i += 1) void lane.run(() => Promise.resolve(starts.push(clock.now())))
    }
    ask(100)
    await clock.runUntilIdle()
    starts.length = 0

    queue.limitTo(20)
    ask(60)
    await clock.runUntilIdle()

    expect(mostInAnySecond(starts)).toBeLessThanOrEqual(20)
  })

  it('yields to a remote that delays calls over a limit of its own, and takes the pace up again', async () => {
    const clock = createFakeClock()
    const queue = createPacedQueue({ callsPerSecond: 100, clock })
    const lane = queue.openLane()
    const arrivals: number[] = []
    let allowed = 150
    // Over the limit each call is delayed by half a second.
    const call = async (): Promise<void> => {
      arrivals.push(clock.now())
      // As many as are allowed came within a second: this one is over the limit.
      const crowded = (arrivals.at(-allowed - 1) ?? -Infinity) > clock.now() - 1000
      await clock.sleep(crowded ? 550 : 50)
    }
    const ask = (calls: number): void => {
      for (let i = 0; i < calls; i += 1) void lane.run(call, 'write')
    }
    const perSecond = (from: number): number =>
      arrivals.filter((at) => at >= from && at < from + 10_000).length / 10

    ask(500)
    await clock.runUntilIdle()
    allowed = 60
    const crowdedAt = clock.now()
    ask(4_000)
    await clock.runUntilIdle()
    allowed = 150
    const quietAt = clock.now()
    ask(4_000)
    await clock.runUntilIdle()

    expect(perSecond(crowdedAt + 20_000)).toBeGreaterThanOrEqual(40)
    expect(perSecond(crowdedAt + 20_000)).toBeLessThanOrEqual(70)
    expect(perSecond(quietAt + 20_000)).toBeGreaterThanOrEqual(90)
    expect(mostInAnySecond(arrivals)).toBeLessThanOrEqual(100)
  })
})
