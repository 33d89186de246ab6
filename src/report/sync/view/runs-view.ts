import type { RunFailure } from '../../../domain/run/run-failure.js'
import type { StoredRun } from '../../../run/store/runs.js'
import type { RunView } from './run-view.js'

/** One of the runs so far. */
export type RunRow = Pick<RunView, 'run' | 'people' | 'calls'>

/** All that `runs` says of a connection, the newest first. */
export interface RunsView {
  connection: string
  runs: readonly RunRow[]
}

export const buildRunsView = (connection: string, runs: readonly StoredRun[]): RunsView => ({
  connection,
  runs: runs.map((run) => toRunRow(run, null)),
})

/** What is listed of a run. */
export const toRunRow = (run: StoredRun, error: string | null): RunRow => {
  const { id, connection, mode, trigger, result, startedAt, finishedAt, ended, people, calls } = run
  return {
    run: {
      ...{ id, connection, mode, trigger, result, startedAt, finishedAt, ended },
      failure: toFailure(run, error),
    },
    people,
    calls,
  }
}

const toFailure = ({ failureCode }: StoredRun, error: string | null): RunFailure | null =>
  failureCode === null ? null : { code: failureCode, message: error ?? '', remedy: undefined }
