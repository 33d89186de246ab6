import { toRunId } from '../../src/domain/ids.js'
import { toIso, type PastRun } from '../../src/daemon/past-runs.js'
import { Temporal } from 'temporal-polyfill'

export const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

let runs = 0

/** A scheduled sync that came to its end and left nothing over. */
export const aPastRun = (startedAt: string | number, differs: Partial<PastRun> = {}): PastRun => {
  const startMs = typeof startedAt === 'string' ? at(startedAt) : startedAt
  return {
    id: toRunId(`run-${(runs += 1)}`),
    trigger: 'schedule',
    result: 'ok',
    startedAt: toIso(startMs),
    finishedAt: toIso(startMs + 60_000),
    ended: true,
    whole: true,
    failureCode: null,
    ...differs,
  }
}

export const failed = { result: 'failed', failureCode: 'nmbrs-timeout' } as const
export const killed = { result: 'aborted', ended: false } as const
export const stopped = { result: 'aborted', failureCode: 'stopped' } as const
export const byHand = { trigger: 'cli' } as const
