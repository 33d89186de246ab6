import { RestRefusal } from './rest-refusal.js'
import type { NmbrsSwitches } from '../switches.js'

/** What the gateway keeps count of. */
export interface Limits {
  /** Counts one call. Throws 429 or 503. */
  check(switches: NmbrsSwitches): void
  clear(): void
}

/**
 * A limit in a sliding second, and an outage that lasts (Nmbrs REST contract, sections 4.4, 4.5 and 15, row
 * 34).
 */
export const createLimits = (now: () => number): Limits => {
  let answered: number[] = []
  let outage: { ms: number; since: number } | undefined
  const checkOutage = ({ restOutageMs: ms }: NmbrsSwitches): void => {
    if (ms === 0) outage = undefined
    else if (outage?.ms !== ms) outage = { ms, since: now() }
    if (outage !== undefined && now() < outage.since + outage.ms)
      throw new RestRefusal(503, 'Unavailable.', 'The service is not available.')
  }
  return {
    check: (switches) => {
      checkOutage(switches)
      answered = answered.filter((at) => at > now() - 1000)
      const limit = switches.restCallsPerSecond
      if (limit > 0 && answered.length >= limit)
        throw new RestRefusal(429, 'TooManyRequests.', 'Rate limit is exceeded. Try again in 1 second.')
      answered.push(now())
    },
    clear: () => {
      answered = []
      outage = undefined
    },
  }
}
