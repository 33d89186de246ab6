import { toIso, toMs, type PastRun } from './past-runs.js'

/**
 * A clock that is set by less is corrected as clocks are; one that is set by more makes times that must not
 * be counted with.
 */
export const clockStepMs = 5 * 60_000

/** Whether a moment that is over lies ahead, so that the clock was ahead then, or is behind now. */
export const isAhead = (atMs: number, nowMs: number): boolean => atMs > nowMs + clockStepMs

/** Dates runs anew that started, by a clock that was ahead, after now. */
export class RunDates {
  /** When a run was first found to be dated ahead, by its id. */
  #foundMs = new Map<string, number>()
  #ahead = new Map<string, PastRun>()

  /**
   * The same runs; one that is dated ahead counts as of the moment that was noticed, which is the latest it
   * can have been.
   */
  correct(runs: readonly PastRun[], nowMs: number): PastRun[] {
    this.#ahead.clear()
    return runs.map((run) => {
      if (!isAhead(toMs(run.startedAt), nowMs)) return run
      const found = Math.min(this.#foundMs.get(run.id) ?? nowMs, nowMs)
      this.#foundMs.set(run.id, found)
      this.#ahead.set(run.id, run)
      const at = toIso(found)
      return { ...run, startedAt: at, finishedAt: run.finishedAt === null ? null : at }
    })
  }

  /** A run as its own clock dated it, if that was ahead. */
  findAhead({ id }: PastRun): PastRun | undefined {
    return this.#ahead.get(id)
  }
}
