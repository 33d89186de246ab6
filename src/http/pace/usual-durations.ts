/**
 * Whether a call took much longer than calls of its kind usually do; `unknown` while too few of them were
 * seen.
 */
export type DurationVerdict = 'usual' | 'slow' | 'unknown'

/** Learns what calls of each kind usually take. */
export interface UsualDurations {
  /** Compares one call with those before it, and remembers it. All times in milliseconds. */
  judge(kind: string, durationMs: number, nowMs: number): DurationVerdict
}

/** Enough calls for a figure that one odd answer does not move. */
const groupSize = 20
/** What three of four calls stay under: kinds whose calls differ much by nature are not taken for slow. */
const quantile = 0.75
/**
 * A call is slow when it takes this much longer than usual, and half as long again. Over its limit Nmbrs
 * delays each call by half a second (Nmbrs contract, section 5).
 */
const slowerByMs = 400
const slowerByPart = 0.5

/**
 * How long a good figure is remembered at least. A remote that stays slow for longer although it was asked
 * for less is slow for reasons of its own; then that is usual.
 */
export const memoryMs = 300_000

/** What is known of one kind of call: the best figure of the time under way and of the one before. */
interface Kind {
  group: number[]
  since: number
  best: number
  bestBefore: number
}

export const createUsualDurations = (): UsualDurations => {
  const kinds = new Map<string, Kind>()
  return {
    judge: (name, durationMs, nowMs) => {
      const kind = kinds.get(name) ?? { group: [], since: nowMs, best: Infinity, bestBefore: Infinity }
      kinds.set(name, kind)
      forgetOld(kind, nowMs)
      const verdict = compare(durationMs, Math.min(kind.best, kind.bestBefore))
      learn(kind, durationMs)
      return verdict
    },
  }
}

const compare = (durationMs: number, usualMs: number): DurationVerdict => {
  if (usualMs === Infinity) return 'unknown'
  return durationMs > usualMs + Math.max(slowerByMs, usualMs * slowerByPart) ? 'slow' : 'usual'
}

const forgetOld = (kind: Kind, nowMs: number): void => {
  const ageMs = nowMs - kind.since
  if (ageMs < memoryMs) return
  kind.bestBefore = ageMs < 2 * memoryMs ? kind.best : Infinity
  kind.best = Infinity
  kind.group = []
  kind.since = nowMs
}

const learn = (kind: Kind, durationMs: number): void => {
  kind.group.push(durationMs)
  if (kind.group.length < groupSize) return
  kind.group.sort((a, b) => a - b)
  kind.best = Math.min(kind.best, kind.group[Math.floor(groupSize * quantile) - 1] ?? Infinity)
  kind.group = []
}
