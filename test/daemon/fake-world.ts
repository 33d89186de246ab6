import { setImmediate as turn } from 'node:timers/promises'

import type { LoginsEnd } from '../../src/daemon/connection-watch.js'
import { findNextDue, type Timetable } from '../../src/daemon/due-times.js'
import type { DaemonEvent } from '../../src/daemon/events.js'
import { toIso, type PastRun } from '../../src/daemon/past-runs.js'
import { Scheduler, type TurnEnd } from '../../src/daemon/scheduler.js'
import { silentLog } from '../../src/domain/log.js'
import type { RunDocument } from '../../src/domain/run/run.js'
import { aPastRun, at } from './past-run-builders.js'

/** What a run does in the fake world. */
export type Ending = 'ok' | 'busy' | 'not-started' | { code: string }

interface Timer {
  atMs: number
  work: () => void
}

interface Alarm {
  timetable: Timetable
  nextMs: number
  ring: (atMs: number) => void
}

/** Clock, alarms, state and runs that a test moves by hand. */
export interface FakeWorld {
  scheduler: Scheduler
  events: DaemonEvent[]
  /** `10:15 acme`, for every run that began, in UTC. */
  began: string[]
  /** What the state file knows, by connection, the newest first. */
  stored: Map<string, PastRun[]>
  /** How the coming runs end; `ok` when it has nothing to say. */
  endings: (connection: string) => Ending
  /** What became of the logins after a run, in order; after the last one they are not worked out. */
  logins: (LoginsEnd | undefined)[]
  /** What tells people of their new logins after a run, in order. */
  messages: (() => Promise<LoginsEnd | undefined>)[]
  /** What the state file knows of them. */
  storedLogins: LoginsEnd | undefined
  runMs: number
  /** Whether alarms ring; without them only the heartbeat is left. */
  alarmsWork: boolean
  /** Whether the state file can be read. */
  readable: boolean
  advanceTo: (moment: string) => Promise<void>
  /** Sets the clock without anything happening in between: the machine slept. */
  sleepUntil: (moment: string) => Promise<void>
  /**
   * Sets the clock by hand: timers go on as they were, because they do not follow it. Then a minute passes.
   */
  setClock: (moment: string) => Promise<void>
  now: () => number
}

export const createFakeWorld = (start: string): FakeWorld => {
  let nowMs = at(start)
  const timers = new Set<Timer>()
  const alarms = new Set<Alarm>()
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 6; turns += 1) await turn()
  }

  const run = async (connection: string, onStart: () => void): Promise<TurnEnd> => {
    const ending = world.endings(connection)
    if (ending === 'busy') return { kind: 'busy', failure: { code: 'lease-held', message: 'x', remedy: 'x' } }
    if (ending === 'not-started')
      return { kind: 'not-started', failure: { code: 'state-unusable', message: 'x', remedy: 'x' } }
    onStart()
    world.began.push(`${toIso(nowMs).slice(11, 16)} ${connection}`)
    const failure = ending === 'ok' ? undefined : { ...ending, message: 'x', remedy: 'x' }
    const startedAt = nowMs
    nowMs += world.runMs
    await turn()
    const done = aPastRun(startedAt, {
      finishedAt: toIso(nowMs),
      result: failure === undefined ? 'ok' : 'failed',
      failureCode: failure?.code ?? null,
    })
    world.stored.set(connection, [done, ...(world.stored.get(connection) ?? [])])
    const messages = world.messages.shift()
    return {
      ...{ kind: 'ended', document: aDocument(connection, done), failure, logins: world.logins.shift() },
      ...(messages === undefined ? {} : { messages }),
    }
  }

  const world: FakeWorld = {
    events: [],
    began: [],
    stored: new Map(),
    endings: () => 'ok',
    logins: [],
    messages: [],
    storedLogins: undefined,
    runMs: 1000,
    alarmsWork: true,
    readable: true,
    now: () => nowMs,
    scheduler: new Scheduler({
      now: () => nowMs,
      setTimer: (afterMs, work) => {
        const timer = { atMs: nowMs + afterMs, work }
        timers.add(timer)
        return () => timers.delete(timer)
      },
      startAlarm: (timetable, ring) => {
        const alarm = { timetable, nextMs: findNextDue(timetable, nowMs), ring }
        alarms.add(alarm)
        return () => alarms.delete(alarm)
      },
      readSyncs: (connection) =>
        world.readable
          ? Promise.resolve(world.stored.get(connection) ?? [])
          : Promise.reject(new Error('unreadable')),
      readLogins: () => Promise.resolve(world.storedLogins),
      run,
      emit: (event) => world.events.push(event),
      log: silentLog,
    }),
    advanceTo: async (moment) => {
      await settle()
      for (;;) {
        const next = Math.min(
          ...[...timers].map(({ atMs }) => atMs),
          ...[...alarms].map(({ nextMs }) => nextMs),
        )
        if (next > at(moment)) break
        nowMs = Math.max(nowMs, next)
        fire()
        await settle()
      }
      nowMs = Math.max(nowMs, at(moment))
    },
    sleepUntil: async (moment) => {
      await settle()
      nowMs = at(moment)
      for (const alarm of alarms) alarm.nextMs = findNextDue(alarm.timetable, nowMs)
      fire()
      await settle()
    },
    setClock: async (moment) => {
      await settle()
      const byMs = at(moment) - nowMs
      nowMs += byMs
      for (const timer of timers) timer.atMs += byMs
      for (const alarm of alarms) alarm.nextMs = findNextDue(alarm.timetable, nowMs)
      await world.advanceTo(toIso(nowMs + 61_000))
    },
  }

  const fire = (): void => {
    for (const alarm of alarms) {
      if (alarm.nextMs > nowMs) continue
      const rang = alarm.nextMs
      alarm.nextMs = findNextDue(alarm.timetable, nowMs)
      if (world.alarmsWork) alarm.ring(rang)
    }
    for (const timer of timers) {
      if (timer.atMs > nowMs) continue
      timers.delete(timer)
      timer.work()
    }
  }

  return world
}

const aDocument = (connection: string, { id, result, startedAt, finishedAt }: PastRun): RunDocument => ({
  run: {
    id,
    connection,
    mode: 'sync',
    trigger: 'schedule',
    result,
    startedAt,
    finishedAt: finishedAt ?? startedAt,
    failure: null,
  },
  people: { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 },
  changes: [],
  findings: [],
  links: [],
  calls: { alexis: 0, nmbrs: { total: 0, byOperation: {} } },
})
