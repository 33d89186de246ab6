import { toSyncCommand } from '../plan/checks/limits/limit-findings.js'
import { toRequest } from './plan/check-limits.js'
import type { RunOptions } from './run-options.js'
import type { RunDeps } from './settings.js'

/**
 * The command for a sync of the people of this run, with its choices: anyone who follows it sends no more
 * than was asked for.
 */
export const toCommand = (deps: RunDeps, options: RunOptions): string =>
  toSyncCommand(toRequest(deps, options), {})
