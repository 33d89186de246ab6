import type { ConnectionStanding } from './connection-watch.js'
import type { OnDaemonEvent } from './events.js'

export interface HeartbeatOptions {
  /** As they are when it is asked. */
  standings: () => readonly ConnectionStanding[]
  /** Whether a changed configuration was refused. */
  isConfigRejected: () => boolean
  /** Calls the address, if there is one. Never throws. */
  call: () => Promise<void>
}

/**
 * Calls an address after each run that left nothing failed, as long as no connection is in trouble: one
 * address stands for all of them, and must not be green because of those that are well. One call at a time.
 */
export const createHeartbeat = ({ standings, isConfigRejected, call }: HeartbeatOptions): OnDaemonEvent => {
  let calling = false
  const beat = (): void => {
    if (calling || isConfigRejected() || !standings().every(isWell)) return
    calling = true
    void call().finally(() => {
      calling = false
    })
  }
  return (event) => {
    if (event.type !== 'run-ended' || event.failure !== undefined) return
    const { result } = event.document.run
    // What became of the logins is told just after the run.
    if (result === 'ok' || result === 'held') setImmediate(beat)
  }
}

/** Something held waits for a person and is no trouble of the service. */
const isWell = ({ ready, lastResult, logins, waitingSince }: ConnectionStanding): boolean =>
  ready && logins === null && waitingSince === null && lastResult !== 'failed' && lastResult !== 'aborted'
