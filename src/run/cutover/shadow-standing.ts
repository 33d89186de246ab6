import { toDayInZone } from '../../domain/date/plain-date.js'
import type { ShadowDifference, ShadowRead } from '../store/shadow.js'

/** What syncs over SOAP saw while they read along over REST. */
export interface ShadowStanding {
  /** When REST was read along for the first time, no matter what came of it; `null` when never. */
  since: string | null
  /**
   * On how many days it was read to the end without a difference, after the last day with one. A day without
   * a read counts for nothing.
   */
  days: number
  /** When it was last read to the end; `null` when never. The counts and differences are of then. */
  lastReadAt: string | null
  people: number
  differences: readonly ShadowDifference[]
  /** People whom REST does not have, or of whom one side could not be read. */
  notCompared: number
  /** Why the last sync did not read it to the end; `null` when it did. */
  problem: string | null
}

/** `reads`: oldest first. `differences`: those of the last one that came to its end. Pure. */
export const toShadowStanding = (
  reads: readonly ShadowRead[],
  differences: readonly ShadowDifference[],
  timeZone: string,
): ShadowStanding => {
  const whole = reads.filter(({ problem }) => problem === null)
  const dayOf = ({ readAt }: ShadowRead): string => toDayInZone(Date.parse(readAt), timeZone)
  const unlike = whole.filter((read) => read.differences > 0).map(dayOf)
  const lastUnlike = unlike.at(-1) ?? ''
  // No one compared is no day without a difference.
  const alike = new Set(whole.filter(({ people }) => people > 0).map(dayOf))
  const last = whole.at(-1)
  return {
    since: reads[0]?.readAt ?? null,
    days: [...alike].filter((day) => day > lastUnlike).length,
    lastReadAt: last?.readAt ?? null,
    people: last?.people ?? 0,
    differences,
    notCompared: last?.notCompared ?? 0,
    problem: reads.at(-1)?.problem ?? null,
  }
}
