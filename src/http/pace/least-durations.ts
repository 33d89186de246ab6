import { memoryMs } from './usual-durations.js'

/** What calls of each kind took at least in the last minutes, in milliseconds. */
export interface LeastDurations {
  find(kind: string): number | undefined
  learn(kind: string, durationMs: number, nowMs: number): void
}

/** The least of the time under way, and of the one before. */
interface Kind {
  since: number
  least: number
  leastBefore: number
}

export const createLeastDurations = (): LeastDurations => {
  const kinds = new Map<string, Kind>()
  return {
    find: (name) => {
      const kind = kinds.get(name)
      return kind === undefined ? undefined : Math.min(kind.least, kind.leastBefore)
    },
    learn: (name, durationMs, nowMs) => {
      const kind = kinds.get(name)
      if (kind === undefined) kinds.set(name, { since: nowMs, least: durationMs, leastBefore: Infinity })
      else if (nowMs - kind.since < memoryMs) kind.least = Math.min(kind.least, durationMs)
      else kinds.set(name, { since: nowMs, least: durationMs, leastBefore: kind.least })
    },
  }
}
