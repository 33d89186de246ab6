import type { LeaseRow } from './lease-statements.js'
import type { MachineClock } from './machine-clock.js'
import type { ProcessMark } from './process-mark.js'

/** What is known on this side when someone else's lease is looked at. */
export interface Observer {
  /** Epoch milliseconds. */
  now: () => number
  machineClock: MachineClock
  self: ProcessMark
  /**
   * Whether the process of a mark still runs on this machine; `undefined` where the machine does not tell.
   */
  isProcessAlive: (mark: ProcessMark) => boolean | undefined
  /** Whether a lease of this very process is still in use. */
  isUsedHere: (token: string) => boolean
}

/** Whether the process of a lease is one that this process can see. */
export const isInSight = (row: LeaseRow, self: ProcessMark): boolean =>
  row.host === self.host && row.process_space === self.space

/**
 * Whether a lease has ended without being given back. As long as its process lives, paused or asleep, it has
 * not, however old it is; time decides only where no one can see the process. A clock that someone set says
 * nothing where the machine's own clock can be asked.
 */
export const isOver = (row: LeaseRow, observer: Observer): boolean => {
  const { self, isProcessAlive, isUsedHere } = observer
  if (isInSight(row, self)) {
    if (row.pid === self.pid && row.process_start === self.start) return !isUsedHere(row.token)
    const { pid, host, process_space: space, process_start: start } = row
    const alive = isProcessAlive({ pid, host, space, start })
    if (alive !== undefined) return !alive
  }
  return hasExpired(row, observer)
}

const hasExpired = (row: LeaseRow, { now, machineClock }: Observer): boolean =>
  row.clock !== '' && row.clock === machineClock.name
    ? machineClock.now() >= row.expires_tick
    : now() >= row.expires_at
