import type { Config, ConnectionConfig } from '../../config/config.js'
import { toAccountKeys } from '../../config/nmbrs-accounts.js'
import type { RunId } from '../../domain/ids.js'
import type { Lease } from '../../run/store/lease.js'
import type { StateDatabase } from '../../state/open-state-database.js'

/**
 * Gives what takes the right to run over a connection. Connections that use one Nmbrs account exclude each
 * other, so that one process keeps its pace. What it gives throws `AbortError` (`lease-held`).
 */
export const leaseOf = (
  { name, nmbrs }: ConnectionConfig,
  { connections }: Config,
  state: Pick<StateDatabase, 'acquireLease'>,
): ((runId: RunId) => Promise<Lease>) => {
  const all = connections.map((connection) => connection.nmbrs)
  return (runId) => state.acquireLease({ connection: name, accounts: toAccountKeys(nmbrs, all) }, runId)
}
