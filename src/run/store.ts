import type { AccessBook } from '../access/access-book.js'
import type { PortalName } from '../access/logins/login.js'
import type { Journal } from '../apply/journal.js'
import type { ReleaseBook } from '../apply/gate/write-facts.js'
import type { Address } from '../domain/addresses/address-book.js'
import type { Baselines, PersonSeal, Seals, SectionBaseline } from '../domain/baseline.js'
import type { ChangeReport } from '../domain/change.js'
import type { Digest, DigestValue } from '../domain/digest.js'
import type { Finding } from '../domain/finding.js'
import type { Hold, HoldWord, NewHold } from '../domain/hold/hold.js'
import type {
  HoldId,
  IntentId,
  RunId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
  TargetRecordId,
} from '../domain/ids.js'
import type { Refusal } from '../domain/hold/lasting-refusal.js'
import type { KnownPerson } from '../domain/people/leaver.js'
import type { Link } from '../domain/link.js'
import type { PayrollTask } from '../domain/pay/payroll-task.js'
import type { CanaryFlaw, CanaryKind } from '../domain/run/canary.js'
import type { RunFailure } from '../domain/run/run-failure.js'
import type {
  CallCounts,
  PeopleCounts,
  RunMode,
  RunResult,
  RunSummary,
  RunTrigger,
} from '../domain/run/run.js'
import type { FieldName, MappedSection, Section } from '../domain/sections.js'
import type { ProgressBook } from '../onboarding/progress/progress-book.js'
import type { StoredKind } from '../domain/service.js'

/** A write of an earlier run whose end was never recorded, or whose answer was lost. */
export interface OpenIntent {
  id: IntentId
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  targetId: TargetEmployeeId | null
  kind: 'create' | 'update' | 'end'
  section: Section
  replaces: readonly TargetRecordId[]
  /** What a creation sent, and what parts a write of an address emptied; left out where that is not known. */
  sent?: Baselines
}

/** What one person's sections are settled at, found in sync while planning. */
export interface SettledSection {
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  section: MappedSection
  baseline: SectionBaseline
}

/** What a person decided about a section in which payroll changed something. */
export interface SettledDrift extends SettledSection {
  targetId: TargetEmployeeId
  fields: readonly FieldName[]
}

export interface StoredRun extends Omit<RunSummary, 'finishedAt'> {
  /** `null` while the run goes on, or when it was killed: no one knows when that was. */
  finishedAt: string | null
  /** `null` while the run goes on, or when it was killed. */
  ended: boolean
  people: PeopleCounts | null
  calls: CallCounts | null
  /** Whether it was about everybody, not about people that were named. */
  whole: boolean
  /** The code of what kept it from its end; `null` when it came to its end, goes on or was killed. */
  failureCode: string | null
}

/** Someone else's run that keeps this one from starting. */
export interface LeaseHolder {
  pid: number
  host: string
  since: string
}

/**
 * What a lease keeps others from: the whole file, or one connection with the accounts whose calls it makes.
 * Two connections with an account in common exclude each other, so that one process at a time keeps the pace
 * of an account.
 */
export type LeaseScope = 'whole-file' | { connection: string; accounts: readonly string[] }

/**
 * Held while a run goes on; renewed in the background. `lost` turns true when another process took it over.
 */
export interface Lease {
  isLost(): boolean
  release(): Promise<void>
}

/** A hold whose change is not there any more, and what became of it. */
export interface GoneHold {
  id: HoldId
  how: 'used' | 'superseded'
}

/** What waits for a person, and what people decided about it. */
export interface HoldBook {
  /** The open holds, in the order in which they were opened. */
  readHolds(): Promise<readonly Hold[]>
  /** Every hold there ever was, the newest first. */
  readHoldHistory(): Promise<readonly Hold[]>
  /** Stores those of the changes that no open hold stands for. */
  openHolds(wanted: readonly NewHold[]): Promise<void>
  closeHolds(gone: readonly GoneHold[]): Promise<void>
  /**
   * Adds what the store's actor decided and gives the hold as it is then. Throws `ConfigError` when there is
   * no open hold of that id.
   */
  addHoldWord(id: HoldId, word: Pick<HoldWord, 'word' | 'reason'>): Promise<Hold>
}

/** Account digests by company and employee. */
export type StoredAccounts = ReadonlyMap<TargetCompanyId, ReadonlyMap<TargetEmployeeId, readonly Digest[]>>

/** Employees who are not simply on the payroll, by what the lists by type said. */
export interface StoredKinds {
  kinds: ReadonlyMap<TargetEmployeeId, StoredKind>
  /** ISO 8601 in UTC. */
  readAt: string | undefined
}

/** A link that a rule made and whose first contact wrote who the person is, before such changes were held. */
export interface LinkReview {
  companyId: TargetCompanyId
  sourceId: SourceEmployeeId
  targetId: TargetEmployeeId
  /** What the first contact wrote. */
  fields: readonly FieldName[]
  writtenAt: string
  /** A whole sync has reported it. */
  isTold: boolean
}

/** What only payroll can do, as far as it has to be kept. */
export interface PayrollWork {
  /** Writes that the target refused for good. */
  readRefusals(): Promise<readonly Refusal[]>
  /** Their values moved, or they are not wanted any more. */
  dropRefusals(refusals: readonly Refusal[]): Promise<void>
  /** A person wants them tried again; goes on record. */
  retryRefusals(refusals: readonly Refusal[]): Promise<void>
  /** The tasks of everyone who is connected to the employee that they are about, done ones included. */
  readPayrollTasks(): Promise<readonly PayrollTask[]>
  /** About how many people there are tasks that no one said to be done. */
  countOpenTasks(): Promise<number>
  /** Says that they are done, or open again after all; goes on record. */
  settlePayrollTasks(tasks: readonly PayrollTask[], how: 'done' | 'open'): Promise<void>
}

/** Whom the last sync of everybody had in scope. */
export interface LastScope {
  people: number
  /** How many were connected and not in scope. */
  outOfScope: number
  /** ISO 8601 in UTC. */
  startedAt: string
}

/** An address and when both its ids were last seen to be of one. */
export interface StoredAddress extends Address {
  /** ISO 8601 in UTC. */
  verifiedAt: string
}

/** Where companies and employees of the target are found over the other transport. */
export interface AddressStore {
  readAddresses(): Promise<readonly StoredAddress[]>
  /** Sets these and takes the others away that are in `dropped`, at once. What changes goes on record. */
  writeAddresses(found: readonly Address[], dropped?: readonly Pick<Address, 'kind' | 'key'>[]): Promise<void>
}

/** What a sync over SOAP saw when it read along over REST. Counts, codes and ids of people of AlexisHR. */
export interface ShadowRead {
  runId: RunId
  /** ISO 8601 in UTC. */
  readAt: string
  /** Why it did not come to its end; `null` when it did. */
  problem: string | null
  people: number
  differences: number
  /** People whom REST does not have, or of whom one side could not be read. */
  notCompared: number
}

export interface ShadowDifference {
  subject: SourceEmployeeId
  section: Section
  field: FieldName
}

/** What was seen while REST was read along. */
export interface ShadowBook {
  /** All that were stored, oldest first. */
  readShadowReads(): Promise<readonly ShadowRead[]>
  /** Those of the last read that came to its end. */
  readShadowDifferences(): Promise<readonly ShadowDifference[]>
  /** Adds a read. The differences take the place of those before, unless it did not come to its end. */
  addShadowRead(read: ShadowRead, differences: readonly ShadowDifference[]): Promise<void>
}

/**
 * What was seen of the first people of earlier runs, by circumstances: the version of the program and the
 * transport.
 */
export interface CanaryBook {
  /**
   * Kinds that were right, and what was not right since. `passedOver`: people for whom a write was not
   * confirmed before, under whatever circumstances.
   */
  readCanary(circumstances: string): Promise<{
    proven: ReadonlySet<CanaryKind>
    flaws: readonly CanaryFlaw[]
    passedOver: ReadonlySet<SourceEmployeeId>
  }>
  /** Adds kinds that are right now; what was not right before is over. */
  noteProven(circumstances: string, kinds: readonly CanaryKind[]): Promise<void>
  noteFlaws(circumstances: string, flaws: readonly CanaryFlaw[]): Promise<void>
  /** Someone goes on without, so what was not right keeps no one back any more. */
  dropFlaws(): Promise<void>
}

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

/** Who is connected to whom, and who is not on purpose. */
export interface LinkStore {
  readLinks(): Promise<readonly Link[]>
  /**
   * Stores the link, replacing what was stored for the person in that company. Throws `ConfigError` when the
   * target is linked to someone else. `reason` goes on record.
   */
  writeLink(link: Link, reason?: string): Promise<void>
  /** Several links at once, in one transaction. */
  writeLinks(links: readonly Link[]): Promise<void>
  /** Takes away an `ignored` or `create-wanted` mark, or a tombstone. */
  deleteLink(sourceId: SourceEmployeeId, companyId: TargetCompanyId): Promise<void>
  /**
   * Links of an earlier version that a person is to look at. One leaves the list when it ends or a person
   * says that it is right.
   */
  readLinkReviews(): Promise<readonly LinkReview[]>
  /** All of them were reported. */
  noteLinkReviewsTold(): Promise<void>
}

/** What is settled of each person: baselines, and the seals that say so in short. */
export interface BaselineStore {
  /** What was stored of the people of whom all was settled, and of whom nothing was stored since. */
  readPersonSeals(companyId: TargetCompanyId): Promise<ReadonlyMap<SourceEmployeeId, PersonSeal>>
  writePersonSeals(
    companyId: TargetCompanyId,
    seals: ReadonlyMap<SourceEmployeeId, PersonSeal>,
  ): Promise<void>
  /** The seals of these people's sections. Someone without any is not among them. */
  readSeals(
    companyId: TargetCompanyId,
    subjects: readonly SourceEmployeeId[],
  ): Promise<ReadonlyMap<SourceEmployeeId, Seals>>
  /** What is settled for these people. Someone for whom nothing ever was is not among them. */
  readBaselines(
    companyId: TargetCompanyId,
    subjects: readonly SourceEmployeeId[],
  ): Promise<ReadonlyMap<SourceEmployeeId, Baselines>>
  writeBaselines(settled: readonly SettledSection[]): Promise<void>
  /** Stores what a person decided about values that payroll changed, and puts it on record. */
  settleDrift(kind: 'drift-accepted' | 'drift-restored', decided: readonly SettledDrift[]): Promise<void>
}

/** What was seen of bank accounts, as digests. */
export interface AccountStore {
  /** When each person's bank account was last looked at, ISO 8601; absent when never. */
  readBankLooks(companyId: TargetCompanyId): Promise<ReadonlyMap<SourceEmployeeId, string>>
  writeBankLooks(companyId: TargetCompanyId, subjects: readonly SourceEmployeeId[], at: string): Promise<void>
  /**
   * Digests of the bank accounts that employees of the target were known to hold, comparable within the
   * connection.
   */
  readAccounts(): Promise<StoredAccounts>
  /** Sets what these employees hold. */
  writeAccounts(
    companyId: TargetCompanyId,
    accounts: ReadonlyMap<TargetEmployeeId, readonly Digest[]>,
  ): Promise<void>
}

/** What kind of employee each one is in payroll. */
export interface KindStore {
  /**
   * What kind of employee each one was when the lists by type were last read, and when that was; `undefined`
   * when never.
   */
  readKinds(companyId: TargetCompanyId): Promise<StoredKinds>
  /** Takes the place of what was stored of the company. */
  writeKinds(companyId: TargetCompanyId, kinds: StoredKinds['kinds']): Promise<void>
}

/** The writes of this run and those of earlier ones whose end is not known. */
export interface IntentJournal extends Journal {
  readOpenIntents(): Promise<readonly OpenIntent[]>
  /** Closes intents whose result was found out by reading. */
  resolveIntents(
    ids: readonly IntentId[],
    how: 'found-applied' | 'found-not-applied' | 'superseded',
  ): Promise<void>
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
   * When the sync of everybody ended that lies so many of them back, the last one being 1; `undefined` when
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

/**
 * Everything a run keeps between runs, by what it is about. Of one connection, for one actor: what goes on
 * record is theirs. Holds ids, digests, codes and times only.
 */
export interface Store {
  readonly digest: DigestValue
  /** The same for what this actor does in a run: the record names the run. */
  during(runId: RunId): Store
  readonly links: LinkStore
  readonly addresses: AddressStore
  readonly shadow: ShadowBook
  readonly canary: CanaryBook
  readonly forgetting: ForgetBook
  readonly baselines: BaselineStore
  readonly accounts: AccountStore
  readonly kinds: KindStore
  readonly journal: IntentJournal
  readonly releases: ReleaseBook
  readonly holds: HoldBook
  readonly work: PayrollWork
  readonly runs: RunStore
  readonly record: RecordStore
  /** Where applications at consumers stand. */
  readonly applications: ProgressBook
  /** What is kept of a portal of self-service logins. */
  openAccessBook(portal: PortalName): Promise<AccessBook>
}
