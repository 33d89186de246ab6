import type { RunId } from '../domain/ids.js'
import type { RunDocument, RunResult } from '../domain/run/run.js'
import type { RunFailure } from '../domain/run/run-failure.js'
import { findFreshness, findNextTry, isQuarantined, type Freshness } from './back-off.js'
import { findNextDue, type Timetable } from './due-times.js'
import type { DaemonEvent, RunCause } from './events.js'
import {
  findLastSuccess,
  findLatestTurn,
  findTrouble,
  killedCode,
  sortRuns,
  toIso,
  toMs,
  wasCutOff,
  type PastRun,
  type Trouble,
} from './past-runs.js'
import { clockStepMs, isAhead, RunDates } from './run-dates.js'

/** What the daemon is to keep running. */
export interface ScheduledConnection {
  name: string
  /** `undefined`: only when it is asked for. */
  timetable: Timetable | undefined
  /** Whether a run that was due while the daemon was down, or was cut off, is made up for. */
  catchUp: boolean
}

/** How the self-service logins after a run ended. */
export interface LoginsEnd {
  failure: RunFailure | undefined
}

/** After so many failures in a row the logins of a connection are more than a bad night. */
const loginFailuresBeforeNotReady = 2

/** How a connection is doing. Moments are ISO 8601. */
export interface ConnectionStanding {
  connection: string
  /**
   * Neither stale nor quarantined, its latest run is not dated ahead, and its logins did not fail twice in a
   * row.
   */
  ready: boolean
  /** Two due times have passed without a success. */
  stale: boolean
  running: boolean
  waitingSince: string | null
  schedule: string | null
  lastSuccessAt: string | null
  lastRunAt: string | null
  lastResult: RunResult | null
  nextRunAt: string | null
  quarantine: { code: string; failures: number } | null
  /**
   * When its latest run started by a clock that was ahead of the one of now; `null` when there is no such
   * doubt.
   */
  datedAhead: string | null
  /**
   * Why the self-service logins after the latest run failed, and how often in a row; `null` when they did
   * not.
   */
  logins: { code: string; failures: number } | null
}

/** Runs of this process that are kept in mind, in case the state file could not take their end. */
const rememberedRuns = 50

/**
 * Knows of one connection what ran, what is due, and what was told about it. Reads and starts nothing itself.
 */
export class ConnectionWatch {
  #connection: ScheduledConnection
  /** What the state file knows; `undefined` before it was first read. */
  #stored: readonly PastRun[] | undefined
  #own: readonly PastRun[] = []
  #runs: readonly PastRun[] = []
  #dueMs = Number.POSITIVE_INFINITY
  #trouble: Trouble | undefined
  #lastSuccessMs: number | undefined
  #freshness: Freshness | undefined
  #latestTurnMs: number | undefined
  #asked = false
  #running = false
  #waiting: { sinceMs: number; told: boolean } | undefined
  /** The code of the quarantine that was told last; `undefined` when none is in force. */
  #toldCode: string | undefined
  #toldAhead = false
  #logins: { code: string; failures: number } | undefined
  #dates = new RunDates()
  /** When this was last worked out. */
  #reckonedMs = Number.NEGATIVE_INFINITY
  #watchedSinceMs: number
  #failures = new Map<string, RunFailure>()

  constructor(connection: ScheduledConnection, watchedSinceMs: number) {
    this.#connection = connection
    this.#watchedSinceMs = watchedSinceMs
  }

  get name(): string {
    return this.#connection.name
  }

  /** Takes over a changed schedule. What the new one would have had due before now is over. */
  change(connection: ScheduledConnection, nowMs: number): void {
    const { timetable } = this.#connection
    const same =
      timetable?.cron === connection.timetable?.cron && timetable?.timeZone === connection.timetable?.timeZone
    this.#connection = connection
    if (!same) this.#latestTurnMs = nowMs
    this.#reckon(nowMs)
  }

  /** Takes in what the state file knows of former syncs. */
  noteStored(runs: readonly PastRun[], nowMs: number): void {
    if (isSame(runs, this.#stored)) return
    this.#stored = runs
    this.#reckon(nowMs)
  }

  /** Someone wants a run now. */
  ask(): void {
    this.#asked = true
  }

  /** When its next run is due, back-off included; `Infinity` for never. */
  get dueMs(): number {
    return this.#dueMs
  }

  get isAsked(): boolean {
    return this.#asked
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  /** Why it should run now; `undefined` when it should not. */
  causeAt(nowMs: number): RunCause | undefined {
    if (this.#asked) return 'asked'
    this.#followClock(nowMs)
    if (this.#dueMs > nowMs) return undefined
    return this.#dueMs <= this.#watchedSinceMs ? 'missed' : 'due'
  }

  startTurn(): void {
    this.#running = true
  }

  /** Another run is active: this one goes on waiting. Gives since when, once it has waited for `longMs`. */
  keepWaiting(nowMs: number, longMs: number): number | undefined {
    this.#running = false
    this.#waiting ??= { sinceMs: nowMs, told: false }
    this.#waiting.sinceMs = Math.min(this.#waiting.sinceMs, nowMs)
    const { sinceMs, told } = this.#waiting
    if (told || nowMs - sinceMs < longMs) return undefined
    this.#waiting.told = true
    return sinceMs
  }

  /** Takes in how the logins ended; `undefined`: they were not worked out. */
  noteLogins(end: LoginsEnd | undefined): void {
    if (end === undefined) return
    const { failure } = end
    this.#logins = failure && { code: failure.code, failures: (this.#logins?.failures ?? 0) + 1 }
  }

  stopWaiting(): void {
    this.#waiting = undefined
  }

  /** There was a turn, with a run or without. */
  endTurn(
    startMs: number,
    end: { document?: RunDocument; failure: RunFailure | undefined; logins?: LoginsEnd | undefined },
    nowMs: number,
  ): void {
    this.noteLogins(end.logins)
    this.#running = false
    this.#waiting = undefined
    this.#asked = false
    this.#latestTurnMs = startMs
    if (end.failure !== undefined) this.#failures.set(end.failure.code, end.failure)
    this.#own = [toPastRun(startMs, end), ...this.#own].slice(0, rememberedRuns)
    this.#reckon(nowMs)
  }

  /** What is to be told about quarantine and about clocks since the last time this was asked. */
  review(nowMs: number): DaemonEvent[] {
    this.#followClock(nowMs)
    return [...this.#reviewClock(nowMs), ...this.#reviewTrouble(nowMs)]
  }

  #reviewClock(nowMs: number): DaemonEvent[] {
    const startedAt = this.#findAhead()?.startedAt
    if (this.#toldAhead === (startedAt !== undefined)) return []
    this.#toldAhead = startedAt !== undefined
    const [at, connection] = [toIso(nowMs), this.name]
    if (startedAt === undefined) return [{ type: 'clock-right', at, connection }]
    return [{ type: 'clock-ahead', at, connection, startedAt, nextRunAt: toIsoOrNever(this.#dueMs) ?? at }]
  }

  #reviewTrouble(nowMs: number): DaemonEvent[] {
    const trouble = isQuarantined(this.#trouble) ? this.#trouble : undefined
    if (trouble?.code === this.#toldCode) return []
    this.#toldCode = trouble?.code
    const [at, connection] = [toIso(nowMs), this.name]
    if (trouble === undefined) return [{ type: 'recovered', at, connection }]
    const { failures, code } = trouble
    const failure = this.#failures.get(code) ?? toKnownFailure(code)
    const nextTryAt = toIsoOrNever(this.#dueMs) ?? at
    return [{ type: 'quarantined', at, connection, failures, failure, nextTryAt }]
  }

  /**
   * Takes for told what the process before this one has told. A run that was killed took its process with it,
   * so what it led to was not told.
   */
  assumeTold(): void {
    const told = findTrouble(this.#runs[0]?.ended === false ? this.#runs.slice(1) : this.#runs)
    this.#toldCode = isQuarantined(told) ? told.code : undefined
  }

  standingAt(nowMs: number): ConnectionStanding {
    this.#followClock(nowMs)
    const { timetable } = this.#connection
    const stale = this.#isStaleAt(nowMs)
    const [latest] = this.#runs
    const quarantine = isQuarantined(this.#trouble) ? this.#trouble : undefined
    const ahead = this.#findAhead()
    return {
      connection: this.name,
      ready: !stale && quarantine === undefined && ahead === undefined && !this.#loginsKeepFailing(),
      stale,
      running: this.#running,
      waitingSince: this.#waiting === undefined ? null : toIso(this.#waiting.sinceMs),
      schedule: timetable?.cron ?? null,
      lastSuccessAt: this.#lastSuccessMs === undefined ? null : toIso(this.#lastSuccessMs),
      lastRunAt: (latest && this.#dates.findAhead(latest)?.startedAt) ?? latest?.startedAt ?? null,
      lastResult: latest?.ended === true ? latest.result : null,
      nextRunAt: toIsoOrNever(this.#dueMs) ?? null,
      quarantine: quarantine === undefined ? null : { code: quarantine.code, failures: quarantine.failures },
      datedAhead: ahead?.startedAt ?? null,
      logins: this.#logins ?? null,
    }
  }

  #loginsKeepFailing(): boolean {
    return (this.#logins?.failures ?? 0) >= loginFailuresBeforeNotReady
  }

  #isStaleAt(nowMs: number): boolean {
    if (this.#freshness === undefined) return false
    const pending = this.#running || this.#dueMs <= nowMs
    const { untilMs, untilWhilePendingMs } = this.#freshness
    return (pending ? untilWhilePendingMs : untilMs) <= nowMs
  }

  /** After the clock was set back, times of before it must not be counted with. */
  #followClock(nowMs: number): void {
    if (nowMs < this.#reckonedMs - clockStepMs) this.#reckon(nowMs)
  }

  /** The run that due times count from, when it is dated ahead. */
  #findAhead(): PastRun | undefined {
    const latest = this.#connection.timetable === undefined ? undefined : findLatestTurn(this.#runs)
    return latest && this.#dates.findAhead(latest)
  }

  #reckon(nowMs: number): void {
    this.#reckonedMs = nowMs
    this.#watchedSinceMs = notAhead(this.#watchedSinceMs, nowMs)
    this.#latestTurnMs = this.#latestTurnMs && notAhead(this.#latestTurnMs, nowMs)
    const own = new Set(this.#own.map(({ id }) => id))
    const runs = [...this.#own, ...(this.#stored ?? []).filter(({ id }) => !own.has(id))]
    this.#runs = sortRuns(this.#dates.correct(runs, nowMs))
    // What only runs when it is asked for has no tries that could be fewer.
    this.#trouble = this.#connection.timetable === undefined ? undefined : findTrouble(this.#runs)
    this.#lastSuccessMs = this.#findSuccess(nowMs)
    this.#dueMs = this.#findDue()
    const { timetable } = this.#connection
    this.#freshness =
      timetable === undefined
        ? undefined
        : findFreshness(timetable, this.#lastSuccessMs ?? this.#watchedSinceMs)
  }

  /** A success that is dated ahead says nothing of how old it is. */
  #findSuccess(nowMs: number): number | undefined {
    const known = this.#lastSuccessMs
    const dated = this.#runs.filter((run) => this.#dates.findAhead(run) === undefined)
    return findLastSuccess(dated) ?? (known === undefined || isAhead(known, nowMs) ? undefined : known)
  }

  #findDue(): number {
    const { timetable } = this.#connection
    if (timetable === undefined) return Number.POSITIVE_INFINITY
    const due = this.#findDueWithoutBackOff(timetable)
    return isQuarantined(this.#trouble) ? Math.max(due, findNextTry(timetable, this.#trouble)) : due
  }

  #findDueWithoutBackOff(timetable: Timetable): number {
    if (this.#latestTurnMs !== undefined)
      return findNextDue(timetable, Math.max(this.#latestTurnMs, this.#latestStartMs()))
    // Without a scheduled run so far there is none that could have been missed.
    const scheduled = this.#runs.some(({ trigger }) => trigger === 'schedule')
    if (!this.#connection.catchUp || !scheduled)
      return findNextDue(timetable, Math.max(this.#watchedSinceMs, this.#latestStartMs()))
    const latest = findLatestTurn(this.#runs)
    if (latest !== undefined && wasCutOff(latest)) return toMs(latest.startedAt)
    return findNextDue(timetable, this.#latestStartMs())
  }

  #latestStartMs(): number {
    const latest = findLatestTurn(this.#runs)
    return latest === undefined ? Number.NEGATIVE_INFINITY : toMs(latest.startedAt)
  }
}

const notAhead = (atMs: number, nowMs: number): number => (isAhead(atMs, nowMs) ? nowMs : atMs)

/** Whether nothing ran in between. */
const isSame = (runs: readonly PastRun[], before: readonly PastRun[] | undefined): boolean =>
  runs.length === before?.length && runs[0]?.id === before[0]?.id && runs[0]?.ended === before[0]?.ended

const toPastRun = (
  startMs: number,
  { document, failure }: { document?: RunDocument; failure: RunFailure | undefined },
): PastRun => {
  const facts = { trigger: 'schedule', ended: true, whole: true, failureCode: failure?.code ?? null } as const
  if (document !== undefined) return { ...document.run, ...facts }
  const at = toIso(startMs)
  // Never stored and never shown, so it needs no id that can be told.
  const id = `not-started-${startMs}` as RunId
  return { ...facts, id, result: 'aborted', startedAt: at, finishedAt: at }
}

/** What can be said about a failure that another process saw. */
const toKnownFailure = (code: string): RunFailure =>
  code === killedCode
    ? {
        code,
        message: 'The run was killed before its end',
        remedy: 'Look in the log of the machine for what ended it, for example a lack of memory',
      }
    : { code, message: `The runs end with ${code}`, remedy: 'nmbrs-sync runs' }

const toIsoOrNever = (epochMs: number): string | undefined =>
  epochMs === Number.POSITIVE_INFINITY ? undefined : toIso(epochMs)
