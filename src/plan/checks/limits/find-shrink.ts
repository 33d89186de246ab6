import { shareOf } from './share-of.js'

/** A side that lost more people than it may, so that what was read cannot be trusted. */
export interface Shrink {
  side: 'source' | 'target'
  before: number
  gone: number
  allowed: number
}

/** One or two people come and go in a company of any size. */
const neverStops = 2

/**
 * Whether a side lost more people than `percent` of those who were there before. `before` is `undefined` when
 * nothing is known of earlier; then nothing can be said. `allow` is a number of people that takes the place
 * of the percentage. Up to two never count as lost.
 */
export const findShrink = (
  side: Shrink['side'],
  { before, gone }: { before: number | undefined; gone: number },
  percent: number,
  allow: number | undefined,
): Shrink | undefined => {
  if (before === undefined) return undefined
  const allowed = Math.max(neverStops, allow ?? shareOf(percent, before))
  return gone > allowed ? { side, before, gone, allowed } : undefined
}
