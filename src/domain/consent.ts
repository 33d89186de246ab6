/** How a consent for REST stands. `ends-soon`: within a week. */
export type ConsentStanding = 'ok' | 'ends-soon' | 'gone' | 'none'

/**
 * The consent of one connection, as it may be shown. Moments are ISO 8601 in UTC; `null` where there is none.
 */
export interface ConsentStatus {
  connection: string
  consent: ConsentStanding
  scopes: readonly string[]
  accessEndsAt: string | null
  refreshEndsAt: string | null
}
