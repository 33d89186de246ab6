import { AbortError } from '../domain/errors.js'
import type { RunDeps } from './settings.js'

/**
 * How long a phase of a run may go on without a page read or a write done. A first export takes hours and is
 * never without one for long.
 */
const usualStallMs = 300_000

/** Sees when a run makes no progress any more. */
export interface StallWatch {
  /** What a run works with, so that every answer of a remote and every page counts as progress. */
  readonly deps: RunDeps
  /** Does reading work; throws `AbortError` (`stalled`) when it makes no progress for too long. */
  guard<Result>(work: (deps: RunDeps) => Promise<Result>): Promise<Result>
  /**
   * Why no one else should be begun; `undefined` while there is progress. A person who was begun is finished.
   */
  stopReason(): string | undefined
  /** Time does not count while a person is asked. */
  pause<Result>(work: () => Promise<Result>): Promise<Result>
  stop(): void
}

const toStalled = (ms: number): AbortError =>
  new AbortError(
    `The run made no progress for ${Math.round(ms / 1000)} seconds: no page was read and no write was done`,
    'stalled',
    'AlexisHR or Nmbrs answers too slowly. Run again later; if it stays like this, look at their status pages and at the network.',
  )

/** Watches one run. `stallMs` in `deps` is how long may pass without progress. */
export const watchForStall = (deps: RunDeps): StallWatch => {
  const ms = deps.stallMs ?? usualStallMs
  const listeners = new Set<(error: AbortError) => void>()
  let stalled: AbortError | undefined
  let paused = false
  const timer = setTimeout(() => {
    if (paused) return
    stalled = toStalled(ms)
    for (const tell of listeners) tell(stalled)
  }, ms)
  timer.unref()
  const note = (): void => {
    if (stalled === undefined) timer.refresh()
  }
  const watched = toWatched(deps, note, () => undefined)
  const refused = toWatched(deps, note, () => stalled)

  return {
    deps: watched,
    guard: async (work) => {
      // The timer rings once: work that began after it would never be given up.
      if (stalled !== undefined) throw stalled
      note()
      let listener: ((error: AbortError) => void) | undefined
      const expired = new Promise<never>((_resolve, reject) => {
        listener = reject
        listeners.add(reject)
      })
      try {
        return await Promise.race([work(refused), expired])
      } finally {
        if (listener !== undefined) listeners.delete(listener)
      }
    },
    stopReason: () => stalled?.message,
    pause: async (work) => {
      paused = true
      try {
        return await work()
      } finally {
        paused = false
        note()
      }
    },
    stop: () => {
      clearTimeout(timer)
    },
  }
}

/**
 * What work that was given up still waits for must not go on with it: `findRefusal` says so at each answer.
 */
const toWatched = (deps: RunDeps, note: () => void, findRefusal: () => Error | undefined): RunDeps => ({
  ...deps,
  source: watchCalls(deps.source, note, findRefusal),
  target: watchCalls(deps.target, note, findRefusal),
  onProgress: (event) => {
    note()
    deps.onProgress(event)
  },
})

/** The same port; each answer of it is noted. */
const watchCalls = <Port extends object>(
  port: Port,
  note: () => void,
  findRefusal: () => Error | undefined,
): Port =>
  new Proxy(port, {
    get: (of, name) => {
      const member: unknown = Reflect.get(of, name, of)
      if (typeof member !== 'function') return member
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(member, of, args)
        if (!(result instanceof Promise)) return result
        return result.finally(() => {
          const refusal = findRefusal()
          if (refusal !== undefined) throw refusal
          note()
        })
      }
    },
  })
