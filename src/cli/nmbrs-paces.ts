import type { ConnectionConfig } from '../config/config.js'
import type { Log } from '../domain/log.js'
import { createPacedQueue, type PaceEvent, type PacedQueue } from '../http/paced-queue.js'
import { systemClock, type Clock } from '../http/turns.js'

type Nmbrs = ConnectionConfig['nmbrs']

/** The queues that calls to Nmbrs go through: one for each account, however many connections and runs use it. */
export interface NmbrsPaces {
  /** The queue of a connection's account, at the lowest rate that any of the connections sets for it. */
  queueOf(connection: ConnectionConfig, connections: readonly ConnectionConfig[]): PacedQueue
}

export const createNmbrsPaces = (log: Log, clock: Clock = systemClock): NmbrsPaces => {
  const known: { accounts: readonly Nmbrs[]; queue: PacedQueue }[] = []
  return {
    queueOf: ({ nmbrs }, connections) => {
      const all = connections.map((connection) => connection.nmbrs)
      const accounts = findSharers(nmbrs, all)
      const callsPerSecond = Math.min(...accounts.map(({ maxCallsPerSecond }) => maxCallsPerSecond))
      const shared = known.find((one) => one.accounts.some((other) => isShared(nmbrs, other)))
      if (shared === undefined) {
        const queue = createPacedQueue({ callsPerSecond, clock, onChange: logChanges(log) })
        known.push({ accounts, queue })
        return queue
      }
      shared.accounts = accounts
      shared.queue.limitTo(callsPerSecond)
      return shared.queue
    },
  }
}

/**
 * Whether two connections count towards one limit. Nmbrs counts the calls of other users too (Nmbrs contract, section 5), so one user
 * in two environments and two users in one environment both share.
 */
const isShared = (a: Nmbrs, b: Nmbrs): boolean =>
  isSame(a.host, b.host) && (isSame(a.username, b.username) || isSame(a.domain, b.domain))

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whoever shares with one, or with somebody who shares with it. */
const findSharers = (one: Nmbrs, all: readonly Nmbrs[]): readonly Nmbrs[] => {
  let found = [one]
  for (;;) {
    const more = all.filter((other) => !found.includes(other) && found.some((each) => isShared(each, other)))
    if (more.length === 0) return found
    found = [...found, ...more]
  }
}

const logChanges =
  (log: Log) =>
  (event: PaceEvent): void => {
    const callsPerSecond = Math.round(event.callsPerSecond * 10) / 10
    switch (event.type) {
      case 'paused':
        log.warn('nmbrs asks for a pause', { pauseMs: event.pauseMs, callsPerSecond })
        return
      case 'lowered':
        log.info('nmbrs pace lowered', { callsPerSecond })
        return
      case 'recovered':
        log.info('nmbrs pace recovered', { callsPerSecond })
        return
    }
  }
