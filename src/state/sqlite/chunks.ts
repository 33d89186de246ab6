import { setImmediate } from 'node:timers/promises'
import type { Commits } from './commit-queue.js'

/**
 * Rows per step. Tens of milliseconds of work at most, so that timers, sockets and the lease go on in
 * between.
 */
export const chunkRows = 2000

/**
 * Reads page after page, each starting after the last row of the one before, and hands every row over once,
 * in order.
 */
export const readInChunks = async <Row>(
  readAfter: (last: Row | undefined, limit: number) => readonly Row[],
  take: (row: Row) => void,
): Promise<void> => {
  let last: Row | undefined
  for (;;) {
    const rows = readAfter(last, chunkRows)
    for (const row of rows) take(row)
    if (rows.length < chunkRows) return
    last = rows.at(-1)
    await setImmediate()
  }
}

/** Cuts a list into pieces that are written in one transaction each. */
export const toChunks = <Item>(items: readonly Item[]): (readonly Item[])[] => {
  const chunks: (readonly Item[])[] = []
  for (let start = 0; start < items.length; start += chunkRows)
    chunks.push(items.slice(start, start + chunkRows))
  return chunks
}

/** Writes item after item, in a transaction for each piece. */
export const writeInChunks = async <Item>(
  queue: Commits,
  items: readonly Item[],
  write: (item: Item) => void,
): Promise<void> => {
  for (const chunk of toChunks(items)) {
    await queue.run(() => {
      for (const item of chunk) write(item)
    })
  }
}
