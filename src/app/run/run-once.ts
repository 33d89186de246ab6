import { toRunId, type RunId } from '../../domain/ids.js'
import type { OnProgress } from '../../domain/run/progress.js'
import { runConnection, type RunEnd } from '../../run/run-connection.js'
import type { RunOptions } from '../../run/run-options.js'
import type { RunDeps } from '../../run/settings.js'
import type { Lease } from '../../run/store/lease.js'
import type { Surroundings } from '../surroundings.js'
import { interrupted, stopped } from './stopped.js'

type RunRequest = Omit<RunOptions, 'runId' | 'stopReason' | 'abortReason'>

/**
 * One run over one connection. A sync holds the lease while it goes on. Throws `AbortError` (`lease-held`).
 */
export const runOnce = async (
  { newRunId, interruption }: Pick<Surroundings, 'newRunId' | 'interruption'>,
  acquireLease: (runId: RunId) => Promise<Lease>,
  deps: RunDeps,
  request: RunRequest,
): Promise<RunEnd> => {
  const runId = toRunId(newRunId())
  const lease = request.mode === 'sync' ? await acquireLease(runId) : undefined
  try {
    const onProgress = stopReading(deps.onProgress, interruption)
    const stopReason = (): string | undefined => (interruption.aborted ? interrupted : undefined)
    const abortReason = (): string | undefined => (lease?.isLost() === true ? leaseLost : undefined)
    return await runConnection(
      { ...deps, store: deps.store.during(runId), onProgress },
      { ...request, runId, stopReason, abortReason },
    )
  } finally {
    await lease?.release()
  }
}

const leaseLost = 'Another process took over the lease of this run'

/** Writing asks for itself whether it should stop; reading is told here, at its next step. */
const stopReading =
  (onProgress: OnProgress, interruption: AbortSignal): OnProgress =>
  (event) => {
    if (interruption.aborted && (event.type === 'source-read' || event.type === 'planned')) throw stopped()
    onProgress(event)
  }
