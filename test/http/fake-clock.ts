/**
 * A clock that stands still until everybody waits, then jumps to whoever rings first, late by what `lateness`
 * gives.
 */
export const createFakeClock = (lateness: () => number = () => 0) => {
  let time = 0
  const waiting: { at: number; ring: () => void }[] = []
  const sleep = (ms: number): Promise<void> =>
    new Promise((ring) => waiting.push({ at: time + ms + lateness(), ring }))
  const runUntilIdle = async (): Promise<void> => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = waiting.sort((a, b) => a.at - b.at).shift()
      if (next === undefined) return
      time = Math.max(time, next.at)
      next.ring()
    }
  }
  return { now: () => time, sleep, runUntilIdle }
}

/** A clock on which nobody waits: it jumps to where the sleeper wants to be. */
export const createJumpingClock = () => {
  let time = 0
  return {
    now: () => time,
    sleep: (ms: number) => {
      time += ms
      return Promise.resolve()
    },
  }
}
