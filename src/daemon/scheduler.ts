import type { Log } from '../domain/log.js'
import type { RunDocument } from '../domain/run/run.js'
import { toRunFailure, type RunFailure } from '../domain/run/run-failure.js'
import {
  ConnectionWatch,
  type ConnectionStanding,
  type LoginsEnd,
  type ScheduledConnection,
} from './connection-watch.js'
import type { Timetable } from './due-times.js'
import type { OnDaemonEvent, RunCause } from './events.js'
import { toIso, type PastRun } from './past-runs.js'

/** How a turn of a connection ended. */
export type TurnEnd =
  /**
   * `logins`: what became of the self-service logins after it; left out where they were not worked out.
   * `messages`: tells people of their new logins, which may take minutes, and gives what became of logins and
   * messages.
   */
  | {
      kind: 'ended'
      document: RunDocument
      failure: RunFailure | undefined
      logins?: LoginsEnd | undefined
      messages?: () => Promise<LoginsEnd | undefined>
    }
  /** Another run is active; it is tried again soon. */
  | { kind: 'busy'; failure: RunFailure }
  | { kind: 'not-started'; failure: RunFailure }

/** What the scheduler needs of the world around it. */
export interface SchedulerPorts {
  /** Epoch milliseconds. */
  now: () => number
  /** Does something after a while, once; gives what takes that back. */
  setTimer: (afterMs: number, work: () => void) => () => void
  /** Rings at every due time of a timetable; gives what stops it. The moment that is rung for is told. */
  startAlarm: (timetable: Timetable, ring: (atMs: number) => void) => () => void
  /** The newest syncs of a connection. Throws when the state file cannot be read. */
  readSyncs: (connection: string) => Promise<readonly PastRun[]>
  /** How its latest logins ended, as far as the state file tells. Throws when it cannot be read. */
  readLogins: (connection: string) => Promise<LoginsEnd | undefined>
  /**
   * Runs a connection. `onStart` is called once the run may go on; it is not called while another one is
   * active.
   */
  run: (connection: string, onStart: () => void) => Promise<TurnEnd>
  emit: OnDaemonEvent
  log: Log
}

/**
 * How often it is looked whether something is due, alarm or not: a clock can be set, and a machine can sleep.
 */
export const heartbeatMs = 60_000
/** How soon a run is tried again that another one keeps waiting. */
export const waitStepMs = 15_000
/** When it is told that a run is kept waiting. */
export const longWaitMs = 30 * 60_000

/** Runs connections when they are due, one at a time. */
export class Scheduler {
  #watches = new Map<string, ConnectionWatch>()
  #stopAlarms: readonly (() => void)[] = []
  #stopTimer: () => void = () => undefined
  #work: Promise<void> | undefined
  /** Something came up while the work was about to end. */
  #lookAgain = false
  #stopping = false
  /** Messages that go on beside the turns, by connection. */
  #messages = new Map<string, Promise<void>>()
  /** An alarm can ring a moment before the clock says so. */
  #rungForMs = Number.NEGATIVE_INFINITY

  constructor(private readonly ports: SchedulerPorts) {}

  /** Starts with what ran before. Throws when the state file cannot be read. */
  async start(connections: readonly ScheduledConnection[]): Promise<void> {
    for (const connection of connections) {
      const watch = this.#add(connection)
      watch.noteStored(await this.ports.readSyncs(connection.name), this.ports.now())
      watch.noteLogins(await this.ports.readLogins(connection.name))
      watch.assumeTold()
      this.#tell(watch)
    }
    this.#setAlarms(connections)
    this.#wake()
  }

  /** Goes on with other connections or schedules. A run that goes on is not touched. */
  async change(connections: readonly ScheduledConnection[]): Promise<void> {
    const names = new Set(connections.map(({ name }) => name))
    for (const name of this.#watches.keys()) if (!names.has(name)) this.#watches.delete(name)
    this.#setAlarms(connections)
    for (const connection of connections) {
      const known = this.#watches.get(connection.name)
      if (known !== undefined) known.change(connection, this.ports.now())
      else await this.#refresh(this.#add(connection))
    }
    this.#wake()
  }

  /** Runs connections now, in turn, whether they are due or not. */
  ask(names: readonly string[]): void {
    for (const name of names) this.#watches.get(name)?.ask()
    this.#wake()
  }

  standings(): readonly ConnectionStanding[] {
    return [...this.#watches.values()].map((watch) => watch.standingAt(this.ports.now()))
  }

  /** Starts nothing any more, and waits for the run that goes on, and for messages under way. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#stopTimer()
    for (const stopAlarm of this.#stopAlarms) stopAlarm()
    await this.#work
    await Promise.all(this.#messages.values())
  }

  #add(connection: ScheduledConnection): ConnectionWatch {
    const watch = new ConnectionWatch(connection, this.ports.now())
    this.#watches.set(connection.name, watch)
    return watch
  }

  #setAlarms(connections: readonly ScheduledConnection[]): void {
    for (const stopAlarm of this.#stopAlarms) stopAlarm()
    const timetables = new Map(
      connections.flatMap(({ timetable }) =>
        timetable === undefined ? [] : [[`${timetable.timeZone} ${timetable.cron}`, timetable]],
      ),
    )
    this.#stopAlarms = [...timetables.values()].map((timetable) =>
      this.ports.startAlarm(timetable, (atMs) => {
        this.#rungForMs = Math.max(this.#rungForMs, atMs)
        this.#wake()
      }),
    )
  }

  /** Does what is to be done now, unless that goes on already: it looks again after each turn. */
  #wake(): void {
    if (this.#stopping) return
    if (this.#work !== undefined) {
      this.#lookAgain = true
      return
    }
    this.#stopTimer()
    this.#lookAgain = false
    this.#work = this.#takeTurns()
      .catch((error: unknown) => {
        this.ports.log.error('the daemon could not continue; it tries again', {
          code: toRunFailure(error).code,
        })
      })
      .finally(() => {
        this.#work = undefined
        if (this.#lookAgain) this.#wake()
        else this.#setTimer()
      })
  }

  #setTimer(): void {
    if (this.#stopping) return
    const waits = [...this.#watches.values()].some(({ isWaiting }) => isWaiting)
    this.#stopTimer = this.ports.setTimer(waits ? waitStepMs : heartbeatMs, () => {
      this.#wake()
    })
  }

  async #takeTurns(): Promise<void> {
    await this.#lookAfterTroubled()
    // A run by hand keeps its connection and its account waiting, and no one else.
    const waiting = new Set<ConnectionWatch>()
    for (;;) {
      const next = this.#findNext(waiting)
      if (next === undefined) return
      if (!(await this.#takeTurn(next))) waiting.add(next)
    }
  }

  /** Someone may have mended by hand what kept a connection from working. */
  async #lookAfterTroubled(): Promise<void> {
    for (const watch of this.#watches.values()) {
      if (!watch.standingAt(this.ports.now()).ready) await this.#refresh(watch)
    }
  }

  /** Who is asked for first, then who is due longest. */
  #findNext(waiting: ReadonlySet<ConnectionWatch>): ConnectionWatch | undefined {
    if (this.#stopping) return undefined
    const nowMs = this.#nowMs()
    const ready = [...this.#watches.values()].filter(
      (watch) => !waiting.has(watch) && watch.causeAt(nowMs) !== undefined,
    )
    return ready.find(({ isAsked }) => isAsked) ?? ready.toSorted((a, b) => a.dueMs - b.dueMs)[0]
  }

  #nowMs(): number {
    const nowMs = this.ports.now()
    // Only what rang just now: after the clock was set back, an alarm of before it means nothing.
    return this.#rungForMs - nowMs < 1000 ? Math.max(nowMs, this.#rungForMs) : nowMs
  }

  /** Gives `false` when another run keeps it waiting. */
  async #takeTurn(watch: ConnectionWatch): Promise<boolean> {
    await this.#refresh(watch)
    const cause = watch.causeAt(this.#nowMs())
    if (cause === undefined) {
      // What it waited for did its work as well.
      watch.stopWaiting()
      return true
    }
    const startMs = this.#nowMs()
    watch.startTurn()
    const end = await this.#run(watch, cause)
    if (end.kind === 'busy') {
      this.#keepWaiting(watch, end.failure)
      return false
    }
    const said = whatIsSaidNow(end)
    watch.endTurn(startMs, said, this.ports.now())
    this.#tellEnd(watch, cause, said)
    if (end.kind === 'ended' && end.messages !== undefined) this.#goOnBeside(watch, end.messages)
    await this.#refresh(watch)
    return true
  }

  async #run(watch: ConnectionWatch, cause: RunCause): Promise<TurnEnd> {
    const { name: connection } = watch
    try {
      return await this.ports.run(connection, () => {
        this.ports.emit({ type: 'run-started', at: this.#at(), connection, cause })
      })
    } catch (error) {
      return { kind: 'not-started', failure: toRunFailure(error) }
    }
  }

  /** Messages of one connection go one after another, and no other connection waits for them. */
  #goOnBeside(watch: ConnectionWatch, messages: () => Promise<LoginsEnd | undefined>): void {
    const { name: connection } = watch
    const before = this.#messages.get(connection) ?? Promise.resolve()
    const work = before
      .then(messages)
      .catch((error: unknown): LoginsEnd => ({ failure: toRunFailure(error) }))
      .then((end) => {
        if (this.#messages.get(connection) === work) this.#messages.delete(connection)
        // What was not sent because the daemon ends is sent by the next one.
        if (end === undefined || this.#stopping) return
        watch.noteLogins(end)
        this.ports.emit({ type: 'logins-ended', at: this.#at(), connection, failure: end.failure })
      })
    this.#messages.set(connection, work)
  }

  #keepWaiting(watch: ConnectionWatch, failure: RunFailure): void {
    const { name: connection, isWaiting } = watch
    if (!isWaiting) this.ports.log.info('run waits for another one', { connection })
    const sinceMs = watch.keepWaiting(this.ports.now(), longWaitMs)
    if (sinceMs === undefined) return
    this.ports.emit({ type: 'run-waits', at: this.#at(), connection, since: toIso(sinceMs), failure })
  }

  #tellEnd(
    { name: connection }: ConnectionWatch,
    cause: RunCause,
    end: Exclude<TurnEnd, { kind: 'busy' }>,
  ): void {
    const facts = { at: this.#at(), connection, cause }
    if (end.kind === 'not-started') {
      this.ports.emit({ type: 'run-not-started', ...facts, failure: end.failure })
    } else {
      const { document, failure } = end
      this.ports.emit({ type: 'run-ended', ...facts, document, failure })
      if (end.logins === undefined) return
      this.ports.emit({ type: 'logins-ended', at: facts.at, connection, failure: end.logins.failure })
    }
  }

  /** Takes in what ran meanwhile, by hand too. Without the state file it goes on with what it knows. */
  async #refresh(watch: ConnectionWatch): Promise<void> {
    try {
      watch.noteStored(await this.ports.readSyncs(watch.name), this.ports.now())
    } catch (error) {
      const { code } = toRunFailure(error)
      this.ports.log.warn('former runs could not be read', { connection: watch.name, code })
    }
    this.#tell(watch)
  }

  #tell(watch: ConnectionWatch): void {
    for (const event of watch.review(this.ports.now())) this.ports.emit(event)
  }

  #at(): string {
    return toIso(this.ports.now())
  }
}

/**
 * Where messages are still to go out, what became of the logins is said with them: a failure must count once.
 */
const whatIsSaidNow = <End extends Exclude<TurnEnd, { kind: 'busy' }>>(end: End): End =>
  end.kind === 'ended' && end.messages !== undefined ? { ...end, logins: undefined } : end
