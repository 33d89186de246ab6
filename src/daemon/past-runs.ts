import { Temporal } from 'temporal-polyfill'

import type { StoredRun } from '../run/store/runs.js'

/** A former sync of a connection, as far as its schedule is concerned. */
export type PastRun = Pick<
  StoredRun,
  'id' | 'trigger' | 'result' | 'startedAt' | 'finishedAt' | 'ended' | 'whole' | 'failureCode'
>

/** Runs that came to no end for a reason that says nothing about the connection. */
const neutralCodes = new Set(['stopped', 'lease-held', 'plan-stale'])

/** The code of a run that has a start and no end. */
export const killedCode = 'killed'

/** How many runs in a row kept failing, the latest first. */
export interface Trouble {
  failures: number
  /** Of the latest. */
  code: string
  latestStartMs: number
}

export const toMs = (isoText: string): number => Temporal.Instant.from(isoText).epochMilliseconds

export const toIso = (epochMs: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ fractionalSecondDigits: 3 })

/** Newest first. */
export const sortRuns = (runs: readonly PastRun[]): PastRun[] =>
  runs.toSorted((left, right) => toMs(right.startedAt) - toMs(left.startedAt))

type Verdict = { kind: 'works' } | { kind: 'neutral' } | { kind: 'failed'; code: string }

/**
 * What a run says about its connection. One that came to its end shows that the connection works, no matter
 * what became of single changes: those concern people and are told as such. Someone who tries something by
 * hand can only show that it works again.
 */
const judge = ({ trigger, ended, result, failureCode }: PastRun): Verdict => {
  if (ended && failureCode === null) return { kind: result === 'aborted' ? 'neutral' : 'works' }
  if (trigger !== 'schedule') return { kind: 'neutral' }
  const code = failureCode ?? killedCode
  return neutralCodes.has(code) ? { kind: 'neutral' } : { kind: 'failed', code }
}

/**
 * The failures since the connection last worked; `undefined` when there are none. `runs` are newest first.
 */
export const findTrouble = (runs: readonly PastRun[]): Trouble | undefined => {
  let trouble: Trouble | undefined
  for (const run of runs) {
    const verdict = judge(run)
    if (verdict.kind === 'works') break
    if (verdict.kind === 'neutral') continue
    trouble ??= { failures: 0, code: verdict.code, latestStartMs: toMs(run.startedAt) }
    trouble.failures += 1
  }
  return trouble
}

/**
 * The end of the latest run over everyone that left nothing failed; `undefined` when there is none. `runs`
 * are newest first.
 */
export const findLastSuccess = (runs: readonly PastRun[]): number | undefined => {
  const end = runs.find(
    ({ ended, whole, result }) => ended && whole && (result === 'ok' || result === 'held'),
  )?.finishedAt
  return end === undefined || end === null ? undefined : toMs(end)
}

/**
 * The latest run that did what a schedule asks for, or was started by one: due times count from its start. A
 * run by hand counts when it was about everyone and came to its end. `runs` are newest first.
 */
export const findLatestTurn = (runs: readonly PastRun[]): PastRun | undefined =>
  runs.find((run) => run.trigger === 'schedule' || (run.whole && judge(run).kind === 'works'))

/** Whether a run was ended from outside, by a signal or without warning, so that it is to be done again. */
export const wasCutOff = ({ ended, failureCode }: PastRun): boolean => !ended || failureCode === 'stopped'
