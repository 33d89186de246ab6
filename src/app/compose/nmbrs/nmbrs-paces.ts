import type { ConnectionConfig } from '../../../config/config.js'
import {
  accountsOf,
  findSharers,
  isShared,
  toCallsPerSecond,
  type NmbrsConfig,
} from '../../../config/nmbrs-accounts.js'
import type { Log } from '../../../domain/log.js'
import { createPacedQueue, type PaceEvent, type PacedQueue } from '../../../http/paced-queue.js'
import { systemClock, type Clock } from '../../../http/turns.js'

/**
 * The queues that calls to Nmbrs go through: one for each account, however many connections and runs use it.
 */
export interface NmbrsPaces {
  /** The queue of a connection's account, at the lowest rate that any of the connections sets for it. */
  queueOf(connection: ConnectionConfig, connections: readonly ConnectionConfig[]): PacedQueue
  /** The same for an account that is not the one a connection syncs with. */
  queueOfAccount(nmbrs: NmbrsConfig, connections: readonly ConnectionConfig[]): PacedQueue
}

export const createNmbrsPaces = (log: Log, clock: Clock = systemClock): NmbrsPaces => {
  const known: { accounts: readonly NmbrsConfig[]; queue: PacedQueue }[] = []
  const queueOfAccount: NmbrsPaces['queueOfAccount'] = (nmbrs, connections) => {
    const accounts = findSharers(
      nmbrs,
      connections.flatMap((one) => accountsOf(one.nmbrs)),
    )
    const callsPerSecond = toCallsPerSecond(accounts)
    const shared = known.find((one) => one.accounts.some((other) => isShared(nmbrs, other)))
    if (shared === undefined) {
      const limits = { callsPerSecond, ...toConcurrency(accounts) }
      const queue = createPacedQueue({ ...limits, clock, onChange: logChanges(log) })
      known.push({ accounts, queue })
      return queue
    }
    shared.accounts = accounts
    shared.queue.limitTo(callsPerSecond)
    return shared.queue
  }
  return {
    queueOfAccount,
    queueOf: ({ nmbrs }, connections) => queueOfAccount(nmbrs, connections),
  }
}

const toConcurrency = (accounts: readonly NmbrsConfig[]): { maxConcurrency?: number } => {
  const set = accounts.flatMap((nmbrs) => (nmbrs.api === 'rest' ? [nmbrs.rest.maxConcurrent] : []))
  return set.length === 0 ? {} : { maxConcurrency: Math.min(...set) }
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
