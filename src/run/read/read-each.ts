import PQueue from 'p-queue'

/**
 * How many readings are under way at once. The pace is the target's; this keeps those that wait for it from
 * all being built at once.
 */
const readsAtOnce = 96

/**
 * Reads for each item, many at a time, and resolves when all are read. The first that fails rejects, and no
 * other begins after it.
 */
export const readEach = async <Item>(
  items: readonly Item[],
  read: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = new PQueue({ concurrency: readsAtOnce })
  try {
    await queue.addAll(items.map((item) => () => read(item)))
  } finally {
    queue.clear()
  }
}
