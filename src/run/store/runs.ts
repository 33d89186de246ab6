import type { ChangeReport } from '../../domain/change.js'
import type { Digest } from '../../domain/digest.js'
import type { Finding } from '../../domain/finding.js'
import type { RunId } from '../../domain/ids.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type {
  CallCounts,
  PeopleCounts,
  RunMode,
  RunResult,
  RunSummary,
  RunTrigger,
} from '../../domain/run/run.js'

export interface StoredRun extends Omit<RunSummary, 'finishedAt'> {
  /** `null` while the run goes on, or when it was killed: no one knows when that was. */
  finishedAt: string | null
  /** `null` while the run goes on, or when it was killed. */
  ended: boolean
  people: PeopleCounts | null
  calls: CallCounts | null
  /** Whether it was about everyone, not about people that were named. */
  whole: boolean
  /** The code of what kept it from its end; `null` when it came to its end, goes on or was killed. */
  failureCode: string | null
}

/** Whom the last sync of everyone had in scope. */
export interface LastScope {
  people: number
  /** How many were connected and not in scope. */
  outOfScope: number
  /** ISO 8601 in UTC. */
  startedAt: string
}

/** The runs and what became of their changes. */
export interface RunStore {
  startRun(run: {
    id: RunId
    mode: RunMode
    trigger: RunTrigger
    startedAt: string
    whole: boolean
  }): Promise<void>
  finishRun(
    id: RunId,
    end: {
      result: RunResult
      finishedAt: string
      people: PeopleCounts
      calls: CallCounts
      failure?: RunFailure
    },
  ): Promise<void>
  /**
   * Outcomes of changes that were never written (held, skipped, planned); written ones are stored by
   * `closeIntent`.
   */
  writeReports(id: RunId, changes: readonly ChangeReport[], findings: readonly Finding[]): Promise<void>
  readRuns(limit: number): Promise<readonly StoredRun[]>
  /** The newest syncs, newest first. */
  readSyncs(limit: number): Promise<readonly StoredRun[]>
  readRun(
    id: RunId,
  ): Promise<
    | { run: StoredRun; changes: readonly ChangeReport[]; findings: readonly Finding[]; error: string | null }
    | undefined
  >
  findLastScope(): Promise<LastScope | undefined>
  purgeRuns(which: { before: string; keep: number }): Promise<number>
  /**
   * When the sync of everyone ended that lies so many of them back, the last one being 1; `undefined` when
   * there were not so many.
   */
  findSyncEnd(back: number): Promise<string | undefined>
  /**
   * How many syncs of this connection have ended, removed ones included; decides whose turn it is for a look
   * at the bank account.
   */
  countSyncs(): Promise<number>
}

/** What goes on record beside the writes. */
export interface RecordStore {
  /** Throws `AbortError` (`record-broken`) when the end of the audit record is not what was written last. */
  ensureRecordWhole(): Promise<void>
  /**
   * Compares the settings with those of the sync before, puts the paths that differ on record, and keeps the
   * new ones.
   */
  noteSettings(digests: ReadonlyMap<string, Digest>): Promise<void>
  /** Puts on record what a person allowed for the run that goes on: `past-periods`, `create=25`. */
  noteAllowed(codes: readonly string[]): Promise<void>
}
