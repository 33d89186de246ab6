/** What a piece of work cost this process. */
export interface Cost {
  /** Processor time of all threads, user and system. */
  cpuMs: number
  wallMs: number
  /** The most memory the process ever had, from its start on, loaded programs included. */
  peakMegabytes: number
  /** The longest time the event loop let nobody in; 0 when it was not watched. */
  longestStallMs: number
}

const watchEveryMs = 5

/**
 * Does the work and says what it cost. Watching for stalls takes a little time itself, so it is done only
 * when asked for.
 */
export const measure = async <Result>(
  work: () => Promise<Result>,
  { watchStalls }: { watchStalls: boolean },
): Promise<{ result: Result; cost: Cost }> => {
  const watch = watchStalls ? startStallWatch() : undefined
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  const result = await work()
  const wallMs = performance.now() - began
  const cpuMs = toCpuMs(process.cpuUsage(cpuBefore))
  const longestStallMs = watch?.stop() ?? 0
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  return { result, cost: { cpuMs, wallMs, peakMegabytes, longestStallMs } }
}

const toCpuMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

/** Processor time used since the process began, in milliseconds. */
export const readCpuMs = (): number => toCpuMs(process.cpuUsage())

/** A timer that should ring every few milliseconds; how much too late it ever rang is the longest stall. */
const startStallWatch = (): { stop: () => number } => {
  let longest = 0
  let last = performance.now()
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last - watchEveryMs)
    last = now
  }
  const timer = setInterval(look, watchEveryMs)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return longest
    },
  }
}
