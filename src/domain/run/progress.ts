import type { ChangeReport } from '../change.js'
import type { Remote } from '../errors.js'
import type { RunId } from '../ids.js'
import type { RunMode, RunResult } from './run.js'

/**
 * What a run tells while it goes on. The terminal, the log and later screens and metrics listen to the same
 * events.
 */
export type ProgressEvent =
  | { type: 'run-started'; runId: RunId; connection: string; mode: RunMode }
  | { type: 'source-read'; read: number; total: number }
  | { type: 'target-read'; what: string; read: number; total?: number }
  | { type: 'planned'; changes: number; held: number }
  | { type: 'change-finished'; change: ChangeReport; done: number; total: number }
  | { type: 'run-finished'; runId: RunId; result: RunResult }

/**
 * Told of every call that failed, repeated or not. `code` is our own; the operation names a call and no one.
 */
export type OnFault = (fault: { remote: Remote; operation: string; code: string }) => void

export type OnProgress = (event: ProgressEvent) => void
