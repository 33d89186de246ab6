import type { SoapEnd } from '../../domain/addresses/soap-end.js'
import type { ChangeReport, Outcome } from '../../domain/change.js'
import type { Severity } from '../../domain/findings/severity.js'
import type { PeopleCounts, RunResult } from '../../domain/run/run.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { SilentApplication } from '../events.js'
import type { CheckDigest } from '../checks/compare-check.js'

/** What notices can be about; which of them are sent is configured. */
export const noticeKinds = ['failed', 'held', 'quarantined', 'not-ready', 'recovered'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How many changes of one sort had which outcome. */
export interface ChangeCount {
  kind: ChangeReport['kind']
  section: ChangeReport['section']
  outcome: Outcome
  count: number
}

/** Changes that wait for a person, by what they wait for. */
export interface WaitingCount {
  reason: string
  count: number
  /** Those that a person can release, by the id of the hold. */
  holds: readonly string[]
}

export interface FindingCount {
  code: string
  severity: Exclude<Severity, 'info'>
  count: number
}

/** What a run did, as counts, codes and ids of runs. */
export interface RunDigest {
  id: string
  result: RunResult
  /** ISO 8601 with offset Z. */
  startedAt: string
  finishedAt: string
  people: PeopleCounts
  changes: readonly ChangeCount[]
  waiting: readonly WaitingCount[]
  findings: readonly FindingCount[]
  /** What is to be said about the run as a whole, such as a limit that was reached. */
  remarks: readonly string[]
}

/**
 * One message to the people who look after the sync. Holds counts, codes and commands, and nothing of any
 * person.
 */
export interface Notice {
  kind: NoticeKind | 'test'
  /** `null` for what concerns all of them. */
  connection: string | null
  /** ISO 8601 with offset Z. */
  at: string
  /** What happened, in a few words: the subject line without its beginning. */
  headline: string
  run: RunDigest | undefined
  failure: RunFailure | undefined
  quarantine: { failures: number; nextTryAt: string } | undefined
  /** What an onboarding check says. */
  check: CheckDigest | undefined
  /** What a consumer has still to say after an application. */
  application?: SilentApplication | undefined
  /** Of a connection that is still on SOAP while its end is near. */
  soapEnd?: Pick<SoapEnd, 'daysLeft'> | undefined
  /** Since when it has been just so, for a reminder. ISO 8601 with offset Z. */
  unchangedSince: string | undefined
  /** What to do next, as commands. */
  commands: readonly string[]
}
