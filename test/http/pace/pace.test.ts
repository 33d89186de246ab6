import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createPace, type Pace } from '../../../src/http/pace/pace.js'

/** Answers one call after the other, each taking so long; gives the moment after the last. */
const answer = (pace: Pace, calls: number, durationMs: number, from: number): number => {
  for (let i = 0; i < calls; i += 1) {
    pace.answered({ kind: 'write', startedAt: from + i * 10, endedAt: from + i * 10 + durationMs })
  }
  return from + calls * 10 + durationMs
}

describe('the pace', () => {
  it('begins at the limit and stays there while answers take as long as usual', () => {
    const pace = createPace(100)

    const now = answer(pace, 500, 300, 0)

    expect(pace.callsPerSecond(now)).toBe(100)
  })

  it('goes down by a fifth for each step of slow answers, and never below a tenth of the limit', () => {
    const pace = createPace(100)
    let now = answer(pace, 20, 50, 0)
    const seen: number[] = []

    for (let step = 0; step < 14; step += 1) {
      now = answer(pace, 20, 550, now)
      seen.push(Math.round(pace.callsPerSecond(now)))
    }

    expect(seen.slice(0, 4)).toEqual([80, 64, 51, 41])
    expect(seen.at(-1)).toBe(10)
  })

  it('does not count calls that had left before it went down', () => {
    const pace = createPace(100)
    const now = answer(pace, 20, 50, 0)

    for (let i = 0; i < 60; i += 1) pace.answered({ kind: 'write', startedAt: now, endedAt: now + 550 + i })

    expect(pace.callsPerSecond(now + 700)).toBeCloseTo(80)
  })

  it('does not mind a slow answer now and then', () => {
    const pace = createPace(100)
    let now = answer(pace, 20, 50, 0)

    for (let step = 0; step < 20; step += 1) {
      now = answer(pace, 5, 3_000, now)
      now = answer(pace, 15, 50, now)
    }

    expect(pace.callsPerSecond(now)).toBe(100)
  })

  it('does not judge by calls without a kind', () => {
    const pace = createPace(100)

    for (let i = 0; i < 200; i += 1)
      pace.answered({ kind: undefined, startedAt: i, endedAt: i + (i < 100 ? 10 : 60_000) })

    expect(pace.callsPerSecond(300)).toBe(100)
  })

  it('comes back step by step, tells when it is back, and does not go over the limit', () => {
    const told: string[] = []
    const pace = createPace(100, (change, callsPerSecond) =>
      told.push(`${change} ${Math.round(callsPerSecond)}`),
    )
    let now = answer(pace, 20, 50, 0)
    now = answer(pace, 20, 550, now)
    const seen: number[] = []

    for (let step = 0; step < 12; step += 1) {
      now = answer(pace, 20, 50, now)
      seen.push(Math.round(pace.callsPerSecond(now)))
    }

    expect(seen).toEqual([82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 100, 100])
    expect(told).toEqual(['lowered 80', 'recovered 100'])
  })

  it('is halved when the remote refuses, once for all calls that were under way', () => {
    const pace = createPace(100)

    for (let i = 0; i < 30; i += 1) pace.refused({ startedAt: i, endedAt: 100 + i })

    expect(pace.callsPerSecond(200)).toBe(50)
  })

  it('begins anew after a long silence', () => {
    const pace = createPace(100)
    pace.callsPerSecond(0)
    pace.refused({ startedAt: 0, endedAt: 1 })

    expect(pace.callsPerSecond(60_000)).toBe(50)
    expect(pace.callsPerSecond(60_000 + 300_001)).toBe(100)
  })

  it('keeps its part of the limit when the limit moves', () => {
    const pace = createPace(100)
    pace.refused({ startedAt: 0, endedAt: 1 })

    pace.limitTo(40)

    expect(pace.limit()).toBe(40)
    expect(pace.callsPerSecond(2)).toBe(20)
  })

  it('stays between a tenth of the limit and the limit, whatever happens', () => {
    const event = fc.oneof(
      fc.record({ type: fc.constant('answered' as const), durationMs: fc.integer({ min: 0, max: 5_000 }) }),
      fc.record({ type: fc.constant('refused' as const), durationMs: fc.integer({ min: 0, max: 100 }) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.array(event, { maxLength: 400 }), (limit, events) => {
        const pace = createPace(limit)
        let now = 0
        for (const { type, durationMs } of events) {
          const call = { kind: 'write', startedAt: now, endedAt: now + durationMs }
          if (type === 'answered') pace.answered(call)
          else pace.refused(call)
          now += durationMs

          const callsPerSecond = pace.callsPerSecond(now)
          expect(callsPerSecond).toBeLessThanOrEqual(limit)
          expect(callsPerSecond).toBeGreaterThanOrEqual(Math.max(1, limit / 10) - 1e-9)
        }
      }),
    )
  })
})
