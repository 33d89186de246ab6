import type { ChangeReport } from '../../../domain/change.js'
import type { Finding } from '../../../domain/finding.js'
import type { StoredRun } from '../../../run/store/runs.js'
import { buildRunView, type Known, type RunView } from './run-view.js'
import { toRunRow } from './runs-view.js'

/** A run as the state keeps it. */
export interface KeptRun {
  run: StoredRun
  changes: readonly ChangeReport[]
  findings: readonly Finding[]
  error: string | null
}

/** All that `runs show` says: which links a run made stands on the audit record, not with the run. */
export interface KeptRunView extends RunView {
  /** What stopped it before its end. */
  error: string | null
}

export const buildKeptRunView = (
  { run, changes, findings, error }: KeptRun,
  known: Known = { findName: () => undefined },
): KeptRunView => {
  const row = toRunRow(run, error)
  const document = { run: { ...row.run, finishedAt: run.finishedAt ?? run.startedAt }, changes, findings }
  const view = buildRunView({ ...document, people: nobody, links: [], calls: noCalls }, known)
  return { ...view, ...row, nothing: run.ended ? view.nothing : null, error }
}

/** Stand for what a run that goes on has not said, and are shown nowhere. */
const nobody = { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 }
const noCalls = { alexis: 0, nmbrs: { total: 0, byOperation: {} } }
