import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { createPeriodWatch, type PeriodStanding } from '../../../src/apply/gate/period-watch.js'
import { toCurrentPeriod } from '../../../src/domain/pay/current-period.js'
import { AuthError, RemoteError } from '../../../src/domain/errors.js'
import { companyId } from '../../support/builders.js'

const setUp = (writes: number, period = '2026-11-M') => {
  const world = {
    period,
    calls: 0,
    time: 1_000_000,
    failure: undefined as Error | undefined,
    /** Readings answer when it resolves. */
    slow: undefined as Promise<void> | undefined,
  }
  const stopped: Error[] = []
  const watch = createPeriodWatch({
    target: {
      readCurrentPeriod: async () => {
        const { period: answer, failure, slow } = world
        world.calls += 1
        await slow
        if (failure !== undefined) throw failure
        return toCurrentPeriod(answer)
      },
    },
    companies: new Map([[companyId, { period: toCurrentPeriod(period), writes }]]),
    now: () => world.time,
    stop: (error) => stopped.push(error),
  })
  const write = (): Promise<PeriodStanding> => {
    watch.count(companyId)
    return watch.check(companyId)
  }
  const writeTimes = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) await write()
  }
  return { world, stopped, watch, write, writeTimes }
}

const remoteFailure = new RemoteError('away', {
  remote: 'nmbrs',
  operation: 'Company_GetCurrentPeriod',
  code: 'unavailable',
  retryable: true,
  carried: 'no',
  remedy: '',
})

describe('the payroll period while a plan is carried out', () => {
  it('is read once when there is one write, which is the first and the last', async () => {
    const { world, write } = setUp(1)

    expect(await write()).toBe('same')
    expect(world.calls).toBe(1)
  })

  it('is read before the first write and before the last, and not for each', async () => {
    const { world, writeTimes } = setUp(20)

    await writeTimes(19)
    expect(world.calls).toBe(1)
    await writeTimes(1)
    expect(world.calls).toBe(2)
  })

  it('is read again after twenty-five writes, and after some time however few they were', async () => {
    const { world, writeTimes } = setUp(1000)

    await writeTimes(26)
    expect(world.calls).toBe(2)
    world.time += 10_000
    await writeTimes(1)
    expect(world.calls).toBe(3)
  })

  it('keeps no write waiting while it is read again, up to fifty writes after the reading before', async () => {
    const { world, write, writeTimes } = setUp(1000)
    await writeTimes(25)
    let answer = (): void => undefined
    world.slow = new Promise((resolve) => (answer = resolve))
    world.period = '2026-12-M'

    await writeTimes(25)
    const waiting = write()
    const early = await Promise.race([waiting, nextTurn('waits')])
    answer()

    expect(early).toBe('waits')
    expect(await waiting).toBe('moved')
  })

  it('keeps writes waiting when the last word of it is older than ten seconds', async () => {
    const { world, write } = setUp(1000)
    await write()
    world.time += 10_000
    world.period = '2026-12-M'

    expect(await write()).toBe('moved')
  })

  it('is not forgotten when a reading that overtook another found it moved', async () => {
    const { world, write, writeTimes } = setUp(1000)
    let answer = (): void => undefined
    world.slow = new Promise((resolve) => (answer = resolve))
    const first = write()
    world.slow = undefined
    world.period = '2026-12-M'
    world.time += 5_000
    const second = write()
    expect(await second).toBe('moved')
    world.period = '2026-11-M'
    answer()

    await first
    await writeTimes(1)
    expect(await write()).toBe('moved')
  })

  it('counts writes that never happen, so that the last one is still known', async () => {
    const { world, watch, write } = setUp(3)

    await write()
    watch.count(companyId)
    world.period = '2026-12-M'

    expect(await write()).toBe('moved')
  })

  it('stays moved, whatever is read later', async () => {
    const { world, write, writeTimes } = setUp(500)
    await write()
    world.period = '2026-12-M'
    await writeTimes(25)
    await nextTurn()
    const calls = world.calls

    world.period = '2026-11-M'

    expect(await write()).toBe('moved')
    expect(world.calls).toBe(calls)
  })

  it.each([
    ['2026-11-4W', '2026-11-W4', 'same'],
    ['2026-01-M', '2026-1-M', 'same'],
    ['2026-53-W', '2026-53-W1', 'same'],
    ['2026-53-W', '2027-1-W', 'moved'],
    ['2026-12-M', '2026-12-4W', 'moved'],
    ['odd', 'odd', 'same'],
    ['odd', '2026-11-M', 'moved'],
  ])('that was %s and is %s counts as %s', async (planned, current, expected) => {
    const { world, write } = setUp(2, planned)
    world.period = current

    expect(await write()).toBe(expected)
  })

  it('that cannot be read keeps the write back, and is read again for the next', async () => {
    const { world, write } = setUp(5)
    world.failure = remoteFailure

    expect(await write()).toBe('unreadable')
    world.failure = undefined
    expect(await write()).toBe('same')
  })

  it('stops the run when the login does not hold any more', async () => {
    const { world, stopped, write } = setUp(5)
    world.failure = new AuthError('no', 'nmbrs', 'unauthorised', 'log in')

    expect(await write()).toBe('unreadable')
    expect(stopped).toHaveLength(1)
  })

  it('is asked for once by writes that come at the same moment', async () => {
    const { world, write } = setUp(25)

    const standings = await Promise.all(Array.from({ length: 24 }, write))

    expect(new Set(standings)).toEqual(new Set(['same']))
    expect(world.calls).toBe(1)
  })

  it('is never unknown for more writes than a reading serves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), fc.nat({ max: 400 }), async (writes, moveAt) => {
        const { world, write } = setUp(writes)
        const standings: PeriodStanding[] = []
        for (let turn = 0; turn < writes; turn += 1) {
          if (turn === moveAt) world.period = '2026-12-M'
          standings.push(await write())
        }

        const unnoticed = standings.filter((standing, turn) => standing === 'same' && turn >= moveAt)
        expect(unnoticed.length).toBeLessThan(50)
        if (moveAt < writes) expect(standings.at(-1)).toBe('moved')
        expect(world.calls).toBeLessThanOrEqual(2 + Math.ceil(writes / 25))
      }),
      { numRuns: 60 },
    )
  })
})
