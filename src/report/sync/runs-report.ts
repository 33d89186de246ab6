import { toClockInZone } from '../../domain/date/clock.js'
import type { Finding } from '../../domain/finding.js'
import type { ChangeReport } from '../../domain/change.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { CallCounts, PeopleCounts, RunDocument } from '../../domain/run/run.js'
import type { StoredRun } from '../../run/store.js'
import { toRunJson, type RunJson } from './run-json.js'
import { buildRunText } from './run-text.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../kit/person-label.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { sayTo } from '../translate/say-to.js'
import { runTexts } from './texts/run-texts.js'

/** A run as the state keeps it. */
export interface KeptRun {
  run: StoredRun
  changes: readonly ChangeReport[]
  findings: readonly Finding[]
  error: string | null
}

/** The latest runs, one line each; times on the clock of a zone. */
export const buildRunsText = (runs: readonly StoredRun[], timeZone: string, look: Look): string => {
  const texts = runTexts[look.language]
  if (runs.length === 0) return `${texts.noRuns}\n`
  const rows = runs.map((run) => [
    run.id,
    toClockInZone(run.startedAt, timeZone),
    run.mode,
    run.trigger,
    run.people === null ? '' : String(run.people.inScope),
    run.calls === null ? '' : String(run.calls.nmbrs.total),
    run.ended ? commonTexts[look.language].result[run.result] : texts.goesOn,
  ])
  return `${layOutTable(rows, { width: look.width, head: texts.runsHead }).join('\n')}\n`
}

/** One run with its changes and findings; times on the clock of a zone. */
export const buildKeptRunText = (
  kept: KeptRun,
  timeZone: string,
  look: Look,
  findName: FindName = () => undefined,
): string => {
  const text = buildRunText(toDocument(kept), { findName, reviewed: false }, look)
  const { startedAt, finishedAt } = kept.run
  const texts = runTexts[look.language]
  const began = toClockInZone(startedAt, timeZone)
  const times =
    finishedAt === null ? texts.startedAt(began) : texts.fromTo(began, toClockInZone(finishedAt, timeZone))
  const stopped = kept.error === null ? '' : `${texts.stoppedBy(sayTo(kept.error, look))}\n`
  return `${text}${times}\n${stopped}`
}

/** A run as documents tell it: one that goes on or was killed has no end. */
type KeptRunSummary = Omit<RunJson['run'], 'finishedAt'> & { finishedAt: string | null }

/** The document of `runs --json`. A run that goes on or was killed has no end, no people and no calls. */
export const toRunsJson = (runs: readonly StoredRun[]): unknown =>
  runs.map((run) => {
    const {
      run: summary,
      people,
      calls,
    } = toRunJson(toDocument({ run, changes: [], findings: [], error: null }))
    return {
      ...summary,
      finishedAt: run.finishedAt,
      ended: run.ended,
      people: run.people === null ? null : people,
      calls: run.calls === null ? null : calls,
    }
  })

/** The document of `runs show --json`: that of the run itself, with what stopped it. */
export const toKeptRunJson = (
  kept: KeptRun,
): Omit<RunJson, 'run' | 'links'> & { run: KeptRunSummary; ended: boolean; error: string | null } => {
  const { run, people, changes, findings, calls } = toRunJson(toDocument(kept))
  return {
    run: { ...run, finishedAt: kept.run.finishedAt },
    people,
    changes,
    findings,
    calls,
    ended: kept.run.ended,
    error: kept.error,
  }
}

const nobody: PeopleCounts = { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 }
const noCalls: CallCounts = { alexis: 0, nmbrs: { total: 0, byOperation: {} } }

/** As a run that has ended; who prints it says so when it has not. */
const toDocument = ({ run, changes, findings, error }: KeptRun): RunDocument => ({
  run: { ...run, finishedAt: run.finishedAt ?? run.startedAt, failure: toFailure(run, error) },
  people: run.people ?? nobody,
  changes,
  findings,
  // Which links a run made stands on the audit record, not with the run.
  links: [],
  calls: run.calls ?? noCalls,
})

const toFailure = ({ failureCode }: StoredRun, error: string | null): RunFailure | null =>
  failureCode === null ? null : { code: failureCode, message: error ?? '', remedy: undefined }
