import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long pure work may keep the event loop before others get their turn. */
const longestStretchMs = 25

/** Lets others in between two stretches of work that each go through everyone. */
export const letOthersIn = (): Promise<void> => nextTurn()

/**
 * Does pure work for each item and collects what it gives, letting others in every now and then: with tens of
 * thousands of people the lease must still be renewed and a signal still be heard.
 */
export const mapInTurns = async <Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): Promise<Result[]> => {
  const results: Result[] = []
  let began = performance.now()
  for (const item of items) {
    results.push(map(item))
    if (performance.now() - began < longestStretchMs) continue
    await letOthersIn()
    began = performance.now()
  }
  return results
}
