import type { AccountReader } from './account-reader.js'
import type { CallProber, SubjectFinder } from './prober.js'

/**
 * A live account under check. What was asked once is not asked again: a call that is tried and looked up is
 * sent once. While nothing is known of the account one call goes ahead of the others; when it shows that no
 * call can be answered, the others are not sent.
 */
export interface LiveAccount extends SubjectFinder, CallProber, AccountReader {
  /** What was sent so far, apart by whether a call was to be tried or only looked up. */
  spent(): { probes: number; lookUps: number }
  close(): void
}
