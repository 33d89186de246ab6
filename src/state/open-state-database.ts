import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import type { Act } from '../domain/audit/act.js'
import type { CheckMemory } from '../daemon/checks/check-memory.js'
import type { NoticeMemory } from '../daemon/notices/decide-telling.js'
import type { AuditFacts } from '../domain/audit/audit.js'
import type { RunId } from '../domain/ids.js'
import type { Log } from '../domain/log.js'
import type { Lease, LeaseScope } from '../run/store/lease.js'
import type { Store } from '../run/store/store.js'
import { createRestoreDoubt } from './access/restored-work.js'
import { createAuditChain, type AuditChain } from './audit/chain.js'
import { createAuditEnd, toRecordBroken } from './audit/audit-end.js'
import { createRecordCheck } from './audit/record-check.js'
import { sealOldWords } from './sync/writes/seal-old-words.js'
import { createTakeAway } from './forget/take-away.js'
import { backupState, type BackupEnd } from './sqlite/file/backup.js'
import { createAuditWriter, randomSalt, type WriterParts } from './audit/writer.js'
import { usualPatienceMs, whileBusy } from './sqlite/busy.js'
import { CommitQueue, onlyWhile } from './sqlite/commit-queue.js'
import type { StateContext } from './sqlite/context.js'
import { createDigest } from './sqlite/digest.js'
import { explainLock } from './sqlite/lease/explain-lock.js'
import { isUsedHere, LeaseKeeper, usualLeaseTimes, type LeaseTimes } from './sqlite/lease/lease-keeper.js'
import { createMachineClock, type MachineClock } from './sqlite/lease/machine-clock.js'
import { takeOverSync } from './sqlite/file/log-sync.js'
import { createMeta } from './sqlite/meta.js'
import type { Observer } from './sqlite/lease/lease-standing.js'
import { createVersionGuard, isEmptyFile, migrate } from './sqlite/migrate.js'
import { allMigrations } from './sqlite/migrations/all-migrations.js'
import { currentTables } from './sqlite/migrations/current-tables.js'
import { createCheckMemory } from './daemon/check-memory.js'
import { createNoticeMemory } from './daemon/notice-memory.js'
import { openFile } from './sqlite/file/open-file.js'
import { openKey } from './sqlite/file/open-key.js'
import { Phrases } from './sqlite/phrases.js'
import { nameStateFile, readNow } from './sqlite/prepare.js'
import { readProcessMark, type ProcessMark } from './sqlite/lease/process-mark.js'
import { toStateError } from './sqlite/state-errors.js'
import { readStateInfo, type StateInfo } from './sqlite/file/state-info.js'
import { createStore } from './store.js'
import { removeConsents } from './consent/consent-statements.js'
import { createConsentStore, type ConsentOwner } from './consent/consents.js'
import { createSeal } from './consent/seal.js'
import type { ConsentStore } from '../credentials/consent-store.js'

export interface StateOptions {
  /** The SQLite file; made when it is not there. */
  path: string
  /** The key of the digests; made on the first run. */
  keyFile: string
  /** Epoch milliseconds. */
  now: () => number
  pid: number
  host: string
  /**
   * Whether the process of a lease still runs on this machine; `undefined` where the machine does not tell.
   */
  isProcessAlive: (mark: ProcessMark) => boolean | undefined
  /** A clock that no one sets; that of this machine when left out. */
  machineClock?: MachineClock
  /** A minute, renewed every quarter of it, when left out. */
  leaseTimes?: LeaseTimes
  log: Log
  /**
   * The random part of an audit entry; left out: a new one for each. `null`: none, as programs of before
   * wrote them.
   */
  newSalt?: () => string | null
  /** How long to wait for another program's transaction; 5 seconds when left out. */
  busyTimeoutMs?: number
}

/** What is kept between runs, in one file. */
export interface StateDatabase {
  /** Whether this program made the file just now, so that no one is connected in it. */
  readonly isNew: boolean
  /**
   * The store of one connection for anyone who acts. One opened file serves many. Throws `AbortError`
   * (`state-unusable`).
   */
  store(connection: string, act: Act): Store
  /**
   * The right to run over a connection, or to be alone with the whole file. Throws `AbortError`
   * (`lease-held`) naming the process, host and start of the run that is in the way.
   */
  acquireLease(scope: LeaseScope, runId: RunId): Promise<Lease>
  /**
   * Does at once what only the holder of the lease of a connection may do, such as letting the bytes of a
   * write leave. Throws `AbortError` (`lease-held`) and does nothing when someone else has the lease now.
   */
  readonly whileHeld: (connection: string, work: () => void) => void
  /** What each channel of notices was last told. */
  noticeMemory(): NoticeMemory
  /** What repeated onboarding checks found last. */
  checkMemory(): CheckMemory
  /** The consent to REST of a connection, given to an app. */
  consents(owner: ConsentOwner): ConsentStore
  /** The audit record of all connections. */
  readonly audit: AuditChain
  /**
   * Copies everything into a new file, while runs may go on, and reads the copy through. Throws `ConfigError`
   * or `AbortError`.
   */
  backup(file: string): Promise<BackupEnd>
  /**
   * For a file that a backup was put into: takes away the lease and the consents of back then, puts work
   * about logins in doubt that was handed over since or was just being handed over, and puts the restore on
   * record. `former`: the file before, if it can be read. Gives how many people's work is in doubt.
   */
  noteRestored(act: Act, facts: AuditFacts, former: string | null): Promise<number>
  /** What the file is like, after a look through all of it. */
  info(): Promise<StateInfo>
  /**
   * Waits for the last writes, gives the lease back and closes the file. Nothing may be asked of it
   * afterwards.
   */
  close(): Promise<void>
}

/** See `StateDatabase.noteRestored`. */
const noteRestored = (
  context: StateContext & { lease: { forget: () => void } },
  act: Act,
  facts: AuditFacts,
  former: string | null,
): Promise<number> => {
  const noteDoubt = createRestoreDoubt(context, act, former)
  return context.queue.run(() => {
    context.lease.forget()
    removeConsents(context.sqlite)
    context.audit(act, null, facts)
    return noteDoubt()
  })
}

/**
 * Tells the moment as text. Thousands of rows are stored in the same millisecond, so the last text is kept.
 */
const createIsoClock = (now: () => number): (() => string) => {
  let last = { ms: Number.NaN, text: '' }
  return () => {
    const ms = now()
    if (ms !== last.ms) {
      last = { ms, text: Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 }) }
    }
    return last.text
  }
}

/** Makes sure of the tables and the key, and that the file takes a write. */
const prepareFile = (
  sqlite: Database.Database,
  { keyFile, log }: StateOptions,
  nowText: () => string,
): { isNew: boolean; schemaVersion: number; key: Buffer } => {
  try {
    const isNew = isEmptyFile(sqlite)
    const schemaVersion = migrate(sqlite, allMigrations, nowText, currentTables)
    const meta = createMeta(sqlite)
    const openAndNote = sqlite.transaction((): Buffer => {
      meta.write('opened-at', nowText())
      const former = meta.find('key-check')
      const key = openKey(sqlite, keyFile, meta, log)
      if (createAuditEnd(sqlite, key).begin(meta.find('key-check') !== former))
        sealOldWords({ sqlite, digest: createDigest(key), isOnRecord: createRecordCheck(sqlite, key) })
      return key
    })
    return { isNew, schemaVersion, key: openAndNote.immediate() }
  } catch (error) {
    sqlite.close()
    throw toStateError(error, nameStateFile(sqlite.name))
  }
}

/**
 * Opens the state file, brings its tables up to date and finds its key. Nothing of a remote is touched before
 * this has succeeded. Throws `AbortError` (`state-unusable`) with a remedy when the file, its folder or the
 * key cannot be used.
 */
export const openStateDatabase = async (options: StateOptions): Promise<StateDatabase> => {
  const path = resolve(options.path)
  const keyFile = resolve(options.keyFile)
  const observer = toObserver(options)
  const open = (): StateDatabase => {
    const sqlite = openFile(path, options.log)
    const nowText = createIsoClock(options.now)
    const prepared = prepareFile(sqlite, { ...options, keyFile }, nowText)
    return createStateDatabase(sqlite, options, { ...prepared, keyFile, nowText, observer })
  }
  try {
    return await whileBusy(open, options.busyTimeoutMs ?? usualPatienceMs)
  } catch (error) {
    throw explainLock(error, path, observer)
  }
}

/** What this process knows of itself and of others when it meets a lease. */
const toObserver = ({ now, pid, host, isProcessAlive, machineClock }: StateOptions): Observer => ({
  now,
  machineClock: machineClock ?? createMachineClock(),
  self: readProcessMark(pid, host),
  isProcessAlive,
  isUsedHere,
})

interface Opened {
  isNew: boolean
  keyFile: string
  schemaVersion: number
  key: Buffer
  nowText: () => string
  observer: Observer
}

/** The audit record as stores use it. */
const openRecord = (
  parts: WriterParts,
): Pick<StateContext, 'audit' | 'isOnRecord' | 'ensureRecordWhole' | 'takeAway'> => {
  const { sqlite, key, end } = parts
  return {
    audit: createAuditWriter(parts),
    isOnRecord: createRecordCheck(sqlite, key),
    ensureRecordWhole: () => {
      const flaw = end.findFlaw()
      if (flaw !== undefined) throw toRecordBroken(flaw)
    },
    takeAway: createTakeAway(sqlite, key),
  }
}

const createStateDatabase = (
  sqlite: Database.Database,
  options: StateOptions,
  { isNew, keyFile, schemaVersion, key, nowText, observer }: Opened,
): StateDatabase => {
  const { log, leaseTimes: times = usualLeaseTimes } = options
  const name = nameStateFile(sqlite.name)
  const phrases = new Phrases(sqlite)
  const disk = takeOverSync(sqlite)
  const forget = (): void => {
    phrases.forget()
  }
  const ensureVersion = createVersionGuard(sqlite, schemaVersion)
  const allCommits = new CommitQueue(sqlite, name, forget, disk.sync, options.busyTimeoutMs)
  const queue = onlyWhile(ensureVersion, allCommits)
  const digest = createDigest(key)
  const digestAccount = (account: string): string => digest('nmbrs account', 'account', account)
  const files = { sqlite, queue, ensureVersion, nowText }
  const lease = new LeaseKeeper({ ...observer, ...files, digestAccount, log, times })
  const end = createAuditEnd(sqlite, key)
  const newSalt = options.newSalt ?? randomSalt
  const record = openRecord({ sqlite, phrases, nowText, key, end, newSalt })
  const context: StateContext = {
    sqlite,
    name,
    queue,
    phrases,
    ...record,
    nowText,
    ensureLease: lease.ensureHeld,
  }
  const seal = createSeal(key, 'tokens of consents')

  return {
    isNew,
    store: (connection, act) => createStore(context, digest, connection, act),
    acquireLease: (scope, runId) => lease.acquire(scope, runId),
    whileHeld: lease.whileHeld,
    noticeMemory: () => createNoticeMemory(context),
    checkMemory: () => createCheckMemory(context),
    consents: (owner) => createConsentStore(context, seal, observer, owner),
    audit: createAuditChain(sqlite, key, end),
    backup: (file) => backupState(sqlite, file),
    noteRestored: (act, facts, former) => noteRestored({ ...context, lease }, act, facts, former),
    info: () =>
      readNow(() => readStateInfo(sqlite, { keyFile, schemaVersion, holders: lease.findHolders() })),
    close: async () => {
      await lease.close()
      await allCommits.close()
      await disk.close()
      sqlite.close()
    },
  }
}
