/** How busy a way is, for those who decide whether to begin something more. */
export interface Traffic {
  /** Calls that wait for their turn. */
  waiting(): number
  /** Calls that had their turn and no answer yet. */
  underWay(): number
  /** Resolves when a call had its turn or ended. */
  nextChange(): Promise<void>
}

/** One call from asking for a turn to its answer. */
interface TrackedCall {
  start: () => void
  /** It was answered, failed, or never had its turn. */
  leave: () => void
}

/** Counts the calls of one lane. */
export const createTrafficCount = (): Traffic & { join: () => TrackedCall } => {
  let [waiting, underWay] = [0, 0]
  let next = createSignal()
  const tell = (): void => {
    const told = next
    next = createSignal()
    told.give()
  }
  const join = (): TrackedCall => {
    let started = false
    waiting += 1
    return {
      start: () => {
        started = true
        waiting -= 1
        underWay += 1
        tell()
      },
      leave: () => {
        if (started) underWay -= 1
        else waiting -= 1
        tell()
      },
    }
  }
  return { join, waiting: () => waiting, underWay: () => underWay, nextChange: () => next.given }
}

const createSignal = (): { given: Promise<void>; give: () => void } => {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}
