import type { Config, ConnectionConfig } from '../config/config.js'
import { AbortError } from '../domain/errors.js'
import { toRunId } from '../domain/ids.js'
import type { OnProgress } from '../domain/run/progress.js'
import { runConnection, type RunEnd } from '../run/run-connection.js'
import type { RunOptions } from '../run/run-options.js'
import type { RunDeps } from '../run/settings.js'
import type { StateDatabase } from '../state/open-state-database.js'
import { selectConnection, selectConnections } from './compose.js'
import { toCommonExitCode, toExitCode, type ExitCode } from './exit-codes.js'
import type { ConnectionFlags } from './flags.js'
import type { Io } from './io.js'
import { reportError } from './report-error.js'

type RunRequest = Omit<RunOptions, 'runId' | 'stopReason' | 'abortReason'>

/** One run over one connection. A sync holds the lease while it goes on. Throws `AbortError` (`lease-held`). */
export const runOnce = async (
  io: Io,
  state: StateDatabase,
  deps: RunDeps,
  request: RunRequest,
): Promise<RunEnd> => {
  const runId = toRunId(io.newRunId())
  const lease = request.mode === 'sync' ? await state.acquireLease(runId) : undefined
  try {
    const onProgress = stopReading(deps.onProgress, io.interruption)
    const stopReason = (): string | undefined => (io.interruption.aborted ? interrupted : undefined)
    const abortReason = (): string | undefined => (lease?.isLost() === true ? leaseLost : undefined)
    return await runConnection({ ...deps, onProgress }, { ...request, runId, stopReason, abortReason })
  } finally {
    await lease?.release()
  }
}

const interrupted = 'The run was interrupted by a signal'
const leaseLost = 'Another process took over the lease of this run'

const stopped = (): AbortError =>
  new AbortError(interrupted, 'stopped', 'Nothing was written; start the command again')

/** Writing asks for itself whether it should stop; reading is told here, at its next step. */
const stopReading =
  (onProgress: OnProgress, interruption: AbortSignal): OnProgress =>
  (event) => {
    if (interruption.aborted && (event.type === 'source-read' || event.type === 'planned')) throw stopped()
    onProgress(event)
  }

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
