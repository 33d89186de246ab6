/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, not including, `below`. */
  int(below: number): number
  pick<Item>(items: readonly Item[]): Item
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  /** The same items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[]
}

/** Mulberry32: small, fast and good enough to invent people with. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    int,
    pick: (items) => {
      const item = items[int(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    chance: (percent) => next() * 100 < percent,
    shuffle: (items) => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = int(last + 1)
        const [left, right] = [shuffled[last], shuffled[other]]
        if (left !== undefined && right !== undefined) [shuffled[last], shuffled[other]] = [right, left]
      }
      return shuffled
    },
  }
}
