import type { ChangeReport } from './change.js'
import type { Finding } from './finding.js'
import type { RunId } from './ids.js'

export type RunMode = 'plan' | 'sync'
export type RunTrigger = 'cli' | 'schedule' | 'web'
/** `ok`: nothing left over; `held`: finished with something held or blocked; `failed`: a write or a remote failed; `aborted`: stopped before its end. */
export type RunResult = 'ok' | 'held' | 'failed' | 'aborted'

export interface RunSummary {
  id: RunId
  connection: string
  mode: RunMode
  trigger: RunTrigger
  result: RunResult
  /** ISO 8601 with offset Z. */
  startedAt: string
  finishedAt: string
}

export interface PeopleCounts {
  read: number
  inScope: number
  linked: number
  notConnected: number
  ignored: number
  blocked: number
}

export interface CallCounts {
  alexis: number
  nmbrs: { total: number; byOperation: Readonly<Record<string, number>> }
}

/** The one document that `plan --json` and `sync --json` print. Holds no personal value. */
export interface RunDocument {
  run: RunSummary
  people: PeopleCounts
  changes: readonly ChangeReport[]
  findings: readonly Finding[]
  calls: CallCounts
}
