import type { SoapEnd } from '../domain/addresses/soap-end.js'
import type { ConsentStanding } from '../domain/consent.js'
import type { ConnectionStanding } from './connection-watch.js'

/** How the consent of a connection stands. */
export interface ConsentView {
  connection: string
  consent: ConsentStanding
  /** Whole days; 0 when it is gone. */
  daysLeft: number
}

/** What `/readyz` answers and `probe` reads. */
export interface Readiness {
  ready: boolean
  /** Since when the daemon runs, ISO 8601. */
  since: string
  version: string
  config: {
    loadedAt: string
    /**
     * When a changed configuration was last found wrong, and the former one kept; `null` when the latest one
     * is in use.
     */
    rejectedAt: string | null
  }
  connections: readonly ConnectionStanding[]
  /** Of connections that sync over REST, or had a consent: how it stands. */
  consents: readonly ConsentView[]
  /** Of connections that sync over SOAP while its end is near: how many days are left. */
  soapEnds: readonly SoapEnd[]
}

export type ReadinessFacts = Omit<Readiness, 'ready'>

export const toReadiness = (facts: ReadinessFacts): Readiness => ({
  ready: facts.connections.every(({ ready }) => ready),
  ...facts,
})
