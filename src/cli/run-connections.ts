import { selectConnection, selectConnections } from '../app/compose/select-connections.js'
import { stopped } from '../app/run/run-once.js'
import type { Config, ConnectionConfig } from '../config/config.js'
import { toCommonExitCode, toExitCode, type ExitCode } from './exit-codes.js'
import type { ConnectionFlags } from './flags.js'
import type { Io } from './io.js'
import { reportError } from './report-error.js'

/**
 * The connections that a run is about: the named one, or all of them. A document, a file or a list of people belongs to one connection;
 * `needsOne` says that there is such a thing. Throws `ConfigError` naming the choices.
 */
export const selectForRun = (
  config: Config,
  { connection, json }: ConnectionFlags,
  needsOne: boolean,
): readonly ConnectionConfig[] =>
  needsOne || json === true ? [selectConnection(config, connection)] : selectConnections(config, connection)

/** Does the work for each connection in turn. What goes wrong with one is said and does not keep the others from their turn. */
export const forEachConnection = async (
  io: Io,
  flags: ConnectionFlags,
  connections: readonly ConnectionConfig[],
  work: (connection: ConnectionConfig) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const codes: ExitCode[] = []
  for (const connection of connections) {
    try {
      if (io.interruption.aborted) throw stopped()
      codes.push(await work(connection))
    } catch (error) {
      reportError(io, error, flags)
      codes.push(toExitCode(error))
    }
  }
  return toCommonExitCode(codes)
}
