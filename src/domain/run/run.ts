import type { ChangeReport } from '../change.js'
import type { Finding } from '../finding.js'
import type { RunId, SourceEmployeeId, TargetEmployeeId } from '../ids.js'
import type { EvidenceAttribute, MatchAttribute } from '../link.js'
import type { CanaryReport } from './canary.js'
import type { RunFailure } from './run-failure.js'

export type RunMode = 'plan' | 'sync'
export type RunTrigger = 'cli' | 'schedule' | 'web'
/**
 * `ok`: nothing left over; `held`: finished with something held or blocked; `failed`: a write or a remote
 * failed; `aborted`: stopped before its end.
 */
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
  /** Connected people who are not in scope; left out when there is none. */
  outOfScope?: number
}

export interface CallCounts {
  alexis: number
  nmbrs: { total: number; byOperation: Readonly<Record<string, number>> }
}

/**
 * A link that a run made, or would make: which rule, and what agrees and differs, by name. A clean new link
 * is no finding.
 */
export interface LinkReport {
  subject: SourceEmployeeId
  targetId: TargetEmployeeId
  /**
   * The rule as the configuration names it, or `recovered` for the employee of a creation whose answer was
   * lost.
   */
  rule: string
  agrees: readonly EvidenceAttribute[]
  differs: readonly MatchAttribute[]
}

/** Who was forgotten after a run, because their employment ended so many days before. */
export interface ForgottenReport {
  afterDays: number
  people: readonly SourceEmployeeId[]
}

/** The one document that `plan --json` and `sync --json` print. Holds no personal value. */
export interface RunDocument {
  /** `failure`: what stopped it; `null` when it came to its end. */
  run: RunSummary & { failure: RunFailure | null }
  people: PeopleCounts
  changes: readonly ChangeReport[]
  findings: readonly Finding[]
  links: readonly LinkReport[]
  /**
   * Mapped fields that the transport does not carry, `bankAccount.BIC`: they are neither compared nor sent.
   * Left out when there are none.
   */
  notCarried?: readonly string[]
  /**
   * `open`: for how many people payroll has something to complete or check until a person says that it is
   * done. Not known of runs of before.
   */
  worklist?: { open: number }
  /** How those went who were written ahead of all others; left out where no one was. */
  canary?: CanaryReport
  /** Left out where no one was forgotten. */
  forgotten?: ForgottenReport
  calls: CallCounts
  /** The sync of the same people with the same choices, as a command; for a screen, not for `--json`. */
  command?: string
}
