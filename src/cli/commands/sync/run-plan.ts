import { openConnection } from '../../../app/compose/compose.js'
import { leaseOf } from '../../../app/compose/lease.js'
import type { PlanFile } from '../../../app/run/plan-file.js'
import { runOnce } from '../../../app/run/run-once.js'
import type { RunEnd } from '../../../run/run-connection.js'
import type { RunDeps } from '../../../run/settings.js'
import type { OpenedConnection } from '../../connections/over-connections.js'
import type { RunFlags } from './print-run.js'
import { toRequest } from './to-request.js'

/** What a plan was made with, and what came of it. */
export interface PlanMade {
  deps: RunDeps
  options: PlanFile['options']
  end: RunEnd
}

/** Plans one connection for the people who were named. Writes nothing to either side. Throws as `lookUp`. */
export const runPlan = async (
  flags: RunFlags,
  { workspace, connection, state, releases }: OpenedConnection,
): Promise<PlanMade> => {
  const { io } = workspace
  const deps = await openConnection(connection, workspace, state, releases)
  const options = await toRequest(io, flags, deps)
  const takeLease = leaseOf(connection, workspace.config, state)
  const end = await runOnce(io, takeLease, deps, { ...options, mode: 'plan', trigger: 'cli' })
  return { deps, options, end }
}
