import { createLeastDurations } from './least-durations.js'

/**
 * Counts calls by the second in which they can arrive at the remote. A limit is counted there, and we see
 * only when a call leaves and when its answer comes: what took longer than such calls take at least may have
 * been lost before the call was counted.
 */
export interface Arrivals {
  /** A call may leave from now on. */
  begin(): Passage
  /**
   * Until when one more call could be one too many of so many in a second; `-Infinity` when there is room.
   * May be asked again then.
   */
  fullUntil(most: number): number
}

/** One call on its way. */
export interface Passage {
  /**
   * It leaves now; only the first word of it counts. Calls of one kind take at least about as long as each
   * other.
   */
  leaves(kind: string | undefined): void
  /** It ended. One that never said that it leaves counts as leaving now. */
  ends(isAnswered: boolean): void
}

/**
 * Calls that leave at the same distance may arrive closer together by this much, no matter what their answers
 * look like.
 */
const windowMs = 1020

/**
 * A call is taken to have arrived this much later than it left, at most. With a server whose answers take now
 * short, now long, the pace then still is nine tenths of what is allowed: 1000 / (1020 + 80).
 */
const latestDelayMs = 80

interface Call {
  kind: string | undefined
  leftAt: number | undefined
  endedAt: number | undefined
}

export const createArrivals = (now: () => number): Arrivals => {
  const least = createLeastDurations()
  let calls: Call[] = []

  /** The latest moment at which it can have arrived, by what is known now. */
  const arrivesBy = ({ kind, leftAt, endedAt }: Call, nowMs: number): number => {
    if (leftAt === undefined) return nowMs
    const leastMs = kind === undefined ? undefined : least.find(kind)
    const lateMs = leastMs === undefined ? 0 : (endedAt ?? nowMs) - leftAt - leastMs
    return leftAt + Math.min(latestDelayMs, Math.max(0, lateMs))
  }

  const isLongAgo = ({ leftAt, endedAt }: Call, nowMs: number): boolean =>
    leftAt !== undefined && endedAt !== undefined && leftAt + latestDelayMs + windowMs <= nowMs

  const begin = (): Passage => {
    const call: Call = { kind: undefined, leftAt: undefined, endedAt: undefined }
    calls.push(call)
    return {
      leaves: (kind) => {
        if (call.leftAt !== undefined) return
        call.kind = kind
        call.leftAt = now()
      },
      ends: (isAnswered) => {
        call.endedAt = now()
        call.leftAt ??= call.endedAt
        if (isAnswered && call.kind !== undefined)
          least.learn(call.kind, call.endedAt - call.leftAt, call.endedAt)
      },
    }
  }

  return {
    begin,
    fullUntil: (most) => {
      if (calls.length < most) return -Infinity
      const nowMs = now()
      calls = calls.filter((call) => !isLongAgo(call, nowMs))
      const arrivals = calls.map((call) => arrivesBy(call, nowMs)).sort((a, b) => a - b)
      return (arrivals.at(-most) ?? -Infinity) + windowMs
    },
  }
}
