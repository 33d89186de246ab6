import * as z from 'zod'

import type { Observer } from '../sqlite/lease/lease-standing.js'

/** What is known of the processes that claim a refresh token. */
export type ClaimObserver = Pick<Observer, 'self' | 'isProcessAlive'>

const claimerSchema = z.object({
  claimer: z.string(),
  pid: z.number(),
  host: z.string(),
  space: z.string(),
  start: z.string(),
})

/** Who claims, and in which process, as it is kept. */
export const writeClaimer = (claimer: string, { self }: ClaimObserver): string =>
  JSON.stringify({ claimer, ...self })

/**
 * Whether the process that claimed surely ended: only one of those that can be seen from here. Its claim need
 * not be waited for, and the service may forgive a second use of the token for no longer than that.
 */
export const hasClaimerEnded = (kept: string, { self, isProcessAlive }: ClaimObserver): boolean => {
  const claimer = readClaimer(kept)
  if (claimer?.host !== self.host || claimer.space !== self.space) return false
  if (claimer.pid === self.pid && claimer.start === self.start) return false
  return isProcessAlive(claimer) === false
}

/** `undefined` for what an earlier version kept. */
const readClaimer = (kept: string): z.infer<typeof claimerSchema> | undefined => {
  try {
    return claimerSchema.safeParse(JSON.parse(kept)).data
  } catch {
    return undefined
  }
}
