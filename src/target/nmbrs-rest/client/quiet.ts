/** Keeps the writes of a client and the readings that they would disturb apart. */
export interface Quiet {
  /**
   * Runs while none of the writes is on its way: those that are come to their end first, and those that come
   * wait.
   */
  whileQuiet<Result>(run: () => Promise<Result>): Promise<Result>
  /** Begins to watch, and gives whether no write has been on its way since. */
  watch(): () => boolean
}

/** `write` runs beside other writes, and never beside what runs while it is quiet. */
export interface WriteTurns extends Quiet {
  write<Result>(run: () => Promise<Result>): Promise<Result>
}

/**
 * How many writes may still leave while something waits for quiet: the more there are, the more people one
 * reading of a list serves. Those who write wait for readings themselves soon, so that it is quiet before
 * that most of the time.
 */
const mostPassing = 100

type Kind = 'write' | 'quiet'

const otherKind = { write: 'quiet', quiet: 'write' } as const

export const createWriteTurns = (): WriteTurns => {
  const waiting: Record<Kind, (() => void)[]> = { write: [], quiet: [] }
  let [running, turn, writes, passed]: [number, Kind, number, number] = [0, 'write', 0, 0]

  const begin = (kind: Kind): void => {
    turn = kind
    running += 1
    if (kind === 'write') writes += 1
    passed = kind === 'write' && waiting.quiet.length > 0 ? passed + 1 : 0
  }
  const isFree = (kind: Kind): boolean => {
    if (running === 0) return true
    if (turn !== kind) return false
    return kind === 'write' ? waiting.quiet.length === 0 || passed < mostPassing : waiting.write.length === 0
  }
  const enter = (kind: Kind): Promise<void> | undefined => {
    if (isFree(kind)) {
      begin(kind)
      return undefined
    }
    return new Promise((resolve) => {
      waiting[kind].push(() => {
        begin(kind)
        resolve()
      })
    })
  }
  const leave = (): void => {
    running -= 1
    if (running > 0) return
    const next = waiting[otherKind[turn]].length > 0 ? otherKind[turn] : turn
    for (const start of waiting[next].splice(0)) start()
  }
  const runAs =
    (kind: Kind) =>
    async <Result>(run: () => Promise<Result>): Promise<Result> => {
      await enter(kind)
      try {
        return await run()
      } finally {
        leave()
      }
    }

  return {
    write: runAs('write'),
    whileQuiet: runAs('quiet'),
    watch: () => {
      const before = running > 0 && turn === 'write' ? undefined : writes
      return () => before === writes
    },
  }
}
