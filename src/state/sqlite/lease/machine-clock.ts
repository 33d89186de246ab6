import { readlinkSync } from 'node:fs'
import { readBoot, readOrEmpty } from './process-mark.js'

/**
 * A clock that no one sets: it runs on while the wall clock is put forward or back. Readings of two processes
 * may be compared when both name the same clock; `name` is empty where there is none to share.
 */
export interface MachineClock {
  name: string
  /** Milliseconds since some moment of the machine's start. */
  now: () => number
}

/**
 * On Linux every process of one start of the machine, in any container, reads the same monotonic clock
 * (time_namespaces(7) says when not).
 */
export const createMachineClock = (): MachineClock => {
  const boot = readBoot()
  const space = readOrEmpty(() => readlinkSync('/proc/self/ns/time'))
  return {
    name: boot === '' ? '' : `${boot} ${space}`.trim(),
    now: () => Number(process.hrtime.bigint() / 1_000_000n),
  }
}
