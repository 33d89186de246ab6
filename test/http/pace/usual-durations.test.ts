import { describe, expect, it } from '@jest/globals'

import {
  createUsualDurations,
  memoryMs,
  type UsualDurations,
} from '../../../src/http/pace/usual-durations.js'

const teach = (durations: UsualDurations, durationMs: number, nowMs = 0): void => {
  for (let i = 0; i < 20; i += 1) durations.judge('read', durationMs, nowMs)
}

describe('usual durations', () => {
  it('say nothing until enough calls of the kind were seen', () => {
    const durations = createUsualDurations()

    const verdicts = Array.from({ length: 20 }, () => durations.judge('read', 50, 0))

    expect(new Set(verdicts)).toEqual(new Set(['unknown']))
    expect(durations.judge('read', 50, 0)).toBe('usual')
    expect(durations.judge('write', 50, 0)).toBe('unknown')
  })

  it.each([
    { usualMs: 50, durationMs: 350, verdict: 'usual' },
    { usualMs: 50, durationMs: 550, verdict: 'slow' },
    { usualMs: 300, durationMs: 600, verdict: 'usual' },
    { usualMs: 300, durationMs: 800, verdict: 'slow' },
    { usualMs: 2_000, durationMs: 2_500, verdict: 'usual' },
    { usualMs: 2_000, durationMs: 3_100, verdict: 'slow' },
  ])('of $usualMs ms make a call of $durationMs ms $verdict', ({ usualMs, durationMs, verdict }) => {
    const durations = createUsualDurations()
    teach(durations, usualMs)

    expect(durations.judge('read', durationMs, 1)).toBe(verdict)
  })

  it('are the best that was seen, not what came first', () => {
    const durations = createUsualDurations()
    teach(durations, 600)
    teach(durations, 60)
    teach(durations, 600)

    expect(durations.judge('read', 600, 0)).toBe('slow')
  })

  it('leave room for calls that differ by nature', () => {
    const durations = createUsualDurations()
    for (let i = 0; i < 20; i += 1) durations.judge('read', i % 2 === 0 ? 100 : 1_000, 0)

    expect(durations.judge('read', 1_000, 0)).toBe('usual')
  })

  it('follow a remote that stays slow', () => {
    const durations = createUsualDurations()
    teach(durations, 50)
    teach(durations, 600, memoryMs)

    expect(durations.judge('read', 600, memoryMs)).toBe('slow')
    teach(durations, 600, 2 * memoryMs)
    teach(durations, 600, 2 * memoryMs)
    expect(durations.judge('read', 600, 2 * memoryMs)).toBe('usual')
  })

  it('are forgotten after a long silence', () => {
    const durations = createUsualDurations()
    teach(durations, 50)

    expect(durations.judge('read', 600, 10 * memoryMs)).toBe('unknown')
  })
})
