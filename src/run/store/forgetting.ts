import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { KnownPerson } from '../../domain/people/leaver.js'

/** What there is about one person, in numbers, and whom they ever were in the target. */
export interface KeptOfPerson {
  counts: {
    links: number
    baselines: number
    writes: number
    outcomes: number
    holds: number
    findings: number
    logins: number
    /** Entries of the audit record. */
    entries: number
  }
  targets: readonly { companyId: TargetCompanyId; targetId: TargetEmployeeId }[]
  /** A portal of self-service logins still has one. */
  hasActiveLogin: boolean
  /** A creation got no answer, and no one looked since. */
  hasOpenCreation: boolean
}

export interface ForgetEnd {
  /** What stands for the person in the record now. */
  pseudonym: string
  entries: number
}

/** How people who were erased on both sides are forgotten. */
export interface ForgetBook {
  readKept(subject: SourceEmployeeId): Promise<KeptOfPerson>
  /**
   * Deletes everything about a person, and puts a pseudonym in their place in the audit record. `isCompact`:
   * no byte of it is left in the file; else another program had it for too long, and the next sync does it.
   */
  forget(subject: SourceEmployeeId, reason?: string): Promise<ForgetEnd & { isCompact: boolean }>
  /**
   * Takes the typed reason out of an entry. Throws `ConfigError` where there is none, or where it still
   * counts.
   */
  forgetReason(entry: number): Promise<void>
  /** Everyone of whom something is kept that outlives the runs, sorted. */
  readKnown(): Promise<readonly KnownPerson[]>
  /** When something was noted about a person last, ISO 8601; `undefined` when never. */
  findLastNoted(subject: SourceEmployeeId): Promise<string | undefined>
  /**
   * Forgets a person whose time has come, in the run that goes on; `undefined` and nothing else when
   * something of theirs waits by now. The bytes go with `compact`.
   */
  forgetUnlessWaiting(subject: SourceEmployeeId, afterDays: number): Promise<ForgetEnd | undefined>
  /** Takes the bytes of what was forgotten out of the file, where that was not done yet. */
  compact(): Promise<boolean>
}
