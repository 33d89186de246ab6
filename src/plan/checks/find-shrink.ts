import { shareOf } from './share-of.js'

/** A side that lost more people than it may, so that what was read cannot be trusted. */
export interface Shrink {
  side: 'source' | 'target'
  before: number
  gone: number
  allowed: number
}

/**
 * Whether a side lost more people than `percent` of those who were there before. `before` is `undefined` when nothing is known of
 * earlier; then nothing can be said. `allow` is a number of people that takes the place of the percentage.
 */
export const findShrink = (
  side: Shrink['side'],
  { before, gone }: { before: number | undefined; gone: number },
  percent: number,
  allow: number | undefined,
): Shrink | undefined => {
  if (before === undefined) return undefined
  const allowed = allow ?? shareOf(percent, before)
  return gone > allowed ? { side, before, gone, allowed } : undefined
}
