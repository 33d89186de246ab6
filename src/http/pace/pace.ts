import { createUsualDurations, memoryMs } from './usual-durations.js'

/** One call that was answered. Moments in milliseconds on one clock. */
export interface AnsweredCall {
  /** Calls of one kind take about as long as each other. `undefined`: how long it took says nothing. */
  kind: string | undefined
  startedAt: number
  endedAt: number
}

export type PaceChange = 'lowered' | 'recovered'

/**
 * How many calls a second may start. It begins at the limit, goes down step by step while the remote answers
 * slowly or refuses, and comes back up, never over the limit. Pure but for what it remembers: the same calls
 * give the same pace.
 */
export interface Pace {
  callsPerSecond(nowMs: number): number
  /** The limit, as it was last set. */
  limit(): number
  limitTo(callsPerSecond: number): void
  /** The remote did as it was asked. */
  answered(call: AnsweredCall): void
  /** The remote said that it gets too many calls. */
  refused(call: Pick<AnsweredCall, 'startedAt' | 'endedAt'>): void
}

/** So many answers are looked at together before the pace changes. */
const answersPerStep = 20
/** Slow answers among them from which on the pace goes down, and up to which it goes up. */
const slowToLower = 7
const slowToRaise = 2
const slowFactor = 0.8
const refusedFactor = 0.5
/** Each step up, as part of the limit. */
const raisePart = 0.02
/** The slowest pace, as part of the limit; one call a second in any case. */
const slowestPart = 0.1

export const createPace = (
  callsPerSecond: number,
  onChange: (change: PaceChange, callsPerSecond: number) => void = () => undefined,
): Pace => {
  const durations = createUsualDurations()
  let limit = callsPerSecond
  let pace = limit
  // Calls that left before the pace last went down show what it was like then.
  let since = -Infinity
  let lastAsked = Infinity
  let step = { judged: 0, slow: 0 }

  const lower = (factor: number, nowMs: number): void => {
    const slowest = Math.min(limit, Math.max(1, limit * slowestPart))
    const next = Math.max(slowest, pace * factor)
    since = nowMs
    step = { judged: 0, slow: 0 }
    if (next === pace) return
    pace = next
    onChange('lowered', pace)
  }

  const raise = (): void => {
    if (pace === limit) return
    pace = Math.min(limit, pace + limit * raisePart)
    if (pace === limit) onChange('recovered', pace)
  }

  const takeStep = (nowMs: number): void => {
    const { slow } = step
    if (slow >= slowToLower) {
      lower(slowFactor, nowMs)
      return
    }
    step = { judged: 0, slow: 0 }
    if (slow <= slowToRaise) raise()
  }

  return {
    callsPerSecond: (nowMs) => {
      // What was learned in another hour, or last night, says nothing now.
      if (nowMs - lastAsked > memoryMs) pace = limit
      lastAsked = nowMs
      return pace
    },
    limit: () => limit,
    limitTo: (next) => {
      pace = Math.min(next, (pace / limit) * next)
      limit = next
    },
    answered: ({ kind, startedAt, endedAt }) => {
      if (kind === undefined) return
      const verdict = durations.judge(kind, endedAt - startedAt, endedAt)
      if (verdict === 'unknown' || startedAt < since) return
      step.judged += 1
      if (verdict === 'slow') step.slow += 1
      if (step.judged >= answersPerStep) takeStep(endedAt)
    },
    refused: ({ startedAt, endedAt }) => {
      if (startedAt >= since) lower(refusedFactor, endedAt)
    },
  }
}
