/** Readings of many, each of which serves all who asked before it began. */
export interface SharedReading<Value> {
  /**
   * What there is under a key, read after this was asked; `undefined` when there is nothing. Throws what the
   * reading throws.
   */
  read(key: string): Promise<Value | undefined>
  /** How many wait for what they asked. */
  waiting(): number
}

interface Batch<Value> {
  wanted: Set<string>
  found: Promise<ReadonlyMap<string, Value>>
}

/** `readAll` is asked for the wanted keys, never again before its last reading has ended. */
export const createSharedReading = <Value>(
  readAll: (wanted: ReadonlySet<string>) => Promise<ReadonlyMap<string, Value>>,
): SharedReading<Value> => {
  let last: Promise<unknown> = Promise.resolve()
  let next: Batch<Value> | undefined
  let waiting = 0

  const openBatch = (): Batch<Value> => {
    const wanted = new Set<string>()
    const found = last.then(() => {
      next = undefined
      return readAll(wanted)
    })
    last = found.catch(() => undefined)
    return { wanted, found }
  }

  return {
    read: async (key) => {
      next ??= openBatch()
      next.wanted.add(key)
      waiting += 1
      try {
        return (await next.found).get(key)
      } finally {
        waiting -= 1
      }
    },
    waiting: () => waiting,
  }
}
