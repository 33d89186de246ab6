export interface Spread {
  min: number
  median: number
  max: number
}

/** Throws when there is nothing to describe. */
export const toSpread = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  const [min, max] = [sorted.at(0), sorted.at(-1)]
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (min === undefined || max === undefined || upper === undefined || lower === undefined) {
    throw new Error('no values to describe')
  }
  return { min, median: (lower + upper) / 2, max }
}

/**
 * The most moments that fall within any span of `spanMs`, its end not included. The moments may come in any
 * order.
 */
export const mostWithin = (momentsMs: readonly number[], spanMs: number): number => {
  const sorted = [...momentsMs].sort((a, b) => a - b)
  let most = 0
  let first = 0
  sorted.forEach((moment, index) => {
    while ((sorted[first] ?? moment) <= moment - spanMs) first += 1
    most = Math.max(most, index - first + 1)
  })
  return most
}
