/** One of each list after the other, until all are through: a short list does not wait for a long one. */
export function* inTurns<Item>(lists: readonly (readonly Item[])[]): Generator<Item> {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  for (let turn = 0; turn < longest; turn += 1) {
    for (const list of lists) {
      yield* list.slice(turn, turn + 1)
    }
  }
}
