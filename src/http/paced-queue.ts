import type { Passage } from './pace/arrivals.js'
import { createLines, type Lines } from './pace/lines.js'
import { createPace, type Pace, type PaceChange } from './pace/pace.js'
import { createTrafficCount, type Traffic } from './traffic.js'
import { createTurns, systemClock, type Clock, type Turns } from './turns.js'

/**
 * Lets calls start one after the other at an even pace, which goes down while the remote is slow or asks for
 * it. One per account: everything the account sends goes through it.
 */
export interface PacedQueue {
  /**
   * A line of its own for each user of the account. The lines get their turns one after the other, however
   * long one of them is.
   */
  openLane(options?: LaneOptions): Lane
  /** Sets how many calls a second there may be at most. */
  limitTo(callsPerSecond: number): void
}

export interface Lane {
  /**
   * Runs the call when its turn has come, in the order of asking; gives back what the call gives back. Calls
   * of one `kind` take about as long as each other; how long a call without a kind takes says nothing. Throws
   * `LaneClosed` for a call that never had its turn. The call says when it leaves, which may be later than
   * its turn: until then, or until its end, it counts as one that may leave at any moment.
   */
  run<T>(call: (leaves: () => void) => Promise<T>, kind?: string): Promise<T>
  readonly traffic: Traffic
  /** What still waits for its turn is refused. */
  close(): void
}

export interface LaneOptions {
  /**
   * Whether an error says that the remote gets too many calls, and how long it wants none, in milliseconds.
   */
  findOverload?: (error: unknown) => { pauseMs: number } | undefined
}

/** The lane was closed before the call had its turn. */
export class LaneClosed extends Error {
  override readonly name = 'LaneClosed'
}

export type PaceEvent =
  { type: PaceChange; callsPerSecond: number } | { type: 'paused'; callsPerSecond: number; pauseMs: number }

export interface PaceOptions {
  callsPerSecond: number
  /**
   * Most calls under way at once. How many really are follows from the pace and the latency (100 a second at
   * 300 ms: 30); the bound only keeps a remote that got slow from being swamped.
   */
  maxConcurrency?: number
  clock?: Clock
  onChange?: (event: PaceEvent) => void
}

/**
 * One start each 1000 / rate milliseconds, and never more calls than the limit that can arrive in any sliding
 * second. After idle time calls start at the same pace: unused turns are not saved up.
 */
export const createPacedQueue = (options: PaceOptions): PacedQueue => {
  const { clock = systemClock, maxConcurrency = 128, onChange = () => undefined } = options
  const pace = createPace(options.callsPerSecond, (type, callsPerSecond) => {
    onChange({ type, callsPerSecond })
  })
  const turns = createTurns(pace, clock)
  const lines = createLines()
  const perform = createPerform({ pace, turns, clock, onChange })
  const serve = createServe(lines, turns, createRoom(maxConcurrency))
  return {
    openLane: (lane = {}) => {
      const line = lines.open()
      const traffic = createTrafficCount()
      return {
        traffic,
        run: (call, kind) =>
          new Promise((resolve, reject) => {
            const tracked = traffic.join()
            const refuse = (): void => {
              tracked.leave()
              reject(new LaneClosed('closed before the call had its turn'))
            }
            const start = (passage: Passage): Promise<void> => {
              tracked.start()
              return perform({ call, kind, passage }, lane).finally(tracked.leave).then(resolve, reject)
            }
            line.push({ start, refuse })
            serve()
          }),
        close: () => {
          line.close()
        },
      }
    },
    limitTo: (callsPerSecond) => {
      pace.limitTo(callsPerSecond)
    },
  }
}

/** Lets calls start, one at each turn, for as long as any wait. */
const createServe = (lines: Lines, turns: Turns, room: Room): (() => void) => {
  let serving = false
  const serve = async (): Promise<void> => {
    serving = true
    while (lines.someoneWaits()) {
      await room.available()
      const passage = await turns.next()
      // Chosen only now, so that a lane that came last does not wait for all that was there before it.
      const next = lines.takeNext()
      if (next === undefined) passage.ends(false)
      else void room.enter(() => next.start(passage))
    }
    serving = false
  }
  return () => {
    if (!serving) void serve()
  }
}

interface Surroundings {
  pace: Pace
  turns: Turns
  clock: Clock
  onChange: (event: PaceEvent) => void
}

interface StartedCall<T> {
  call: (leaves: () => void) => Promise<T>
  kind: string | undefined
  passage: Passage
}

type Perform = <T>(started: StartedCall<T>, lane: LaneOptions) => Promise<T>

/** Makes a call, and tells the pace how it went. */
const createPerform = ({ pace, turns, clock, onChange }: Surroundings): Perform => {
  const slowDown = (startedAt: number, pauseMs: number): void => {
    pace.refused({ startedAt, endedAt: clock.now() })
    if (pauseMs <= 0) return
    turns.pause(pauseMs)
    onChange({ type: 'paused', callsPerSecond: pace.callsPerSecond(clock.now()), pauseMs })
  }
  return async ({ call, kind, passage }, lane) => {
    const startedAt = clock.now()
    try {
      const result = await call(() => {
        passage.leaves(kind)
      })
      passage.ends(true)
      pace.answered({ kind, startedAt, endedAt: clock.now() })
      return result
    } catch (error) {
      passage.ends(false)
      const overload = lane.findOverload?.(error)
      if (overload !== undefined) slowDown(startedAt, overload.pauseMs)
      throw error
    }
  }
}

/** Room for so many calls at once. */
interface Room {
  /** Resolves when there is a place. */
  available(): Promise<void>
  enter(call: () => Promise<void>): Promise<void>
}

const createRoom = (places: number): Room => {
  let taken = 0
  let leave: () => void = () => undefined
  return {
    available: async () => {
      while (taken >= places) await new Promise<void>((resolve) => (leave = resolve))
    },
    enter: async (call) => {
      taken += 1
      await call()
      taken -= 1
      leave()
    },
  }
}
