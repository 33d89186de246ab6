import type { ConnectionStanding } from './connection-watch.js'

/** What `/readyz` answers and `probe` reads. */
export interface Readiness {
  ready: boolean
  /** Since when the daemon runs, ISO 8601. */
  since: string
  version: string
  config: {
    loadedAt: string
    /** When a changed configuration was last found wrong, and the former one kept; `null` when the latest one is in use. */
    rejectedAt: string | null
  }
  connections: readonly ConnectionStanding[]
}

export type ReadinessFacts = Omit<Readiness, 'ready'>

export const toReadiness = (facts: ReadinessFacts): Readiness => ({
  ready: facts.connections.every(({ ready }) => ready),
  ...facts,
})
