import { toClockInZone } from '../../domain/date/clock.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toResultWords } from '../sync/runs-list.js'
import type { RunsView } from '../sync/view/runs-view.js'
import type { RunView } from '../sync/view/run-view.js'
import type { OverviewRow } from './overview.js'
import type { OverviewColumn } from './columns.js'

/** The columns of a plan, and those of a sync. */
export const planColumns: readonly OverviewColumn[] = ['toSend', 'held', 'blocked', 'notConnected', 'result']
export const syncColumns: readonly OverviewColumn[] = [
  'sent',
  'failed',
  'held',
  'blocked',
  'notConnected',
  'result',
]

/** The line of a run in the table over several connections. */
export const toRunRow = (
  { run, people, outcomes: counts }: RunView,
  language: Language,
): Omit<OverviewRow, 'connection'> => {
  const done =
    run.mode === 'plan' ? [counts.planned] : [counts.applied, counts.failed + counts.unknown + counts.skipped]
  const { blocked = 0, notConnected = 0 } = people ?? {}
  return {
    values: [...done, counts.held, blocked, notConnected, commonTexts[language].result[run.result]],
    waits: run.result !== 'ok',
    ...(run.failure === null ? {} : { failure: run.failure }),
  }
}

/** Whether there is nothing to say of a run but its line. */
export const isQuietRun = ({ run, changes, findings, links }: RunView): boolean =>
  run.failure === null && changes.length + findings.length + links.length === 0

/** The columns of a list of runs. */
export const runColumns: readonly OverviewColumn[] = ['lastRun', 'mode', 'result']

/** The line of a connection with its latest run; the newest comes first. */
export const toLastRunRow = (
  { runs: [latest] }: RunsView,
  timeZone: string,
  language: Language,
): Omit<OverviewRow, 'connection'> => {
  if (latest === undefined) return { values: ['', '', ''] }
  const { run } = latest
  return {
    values: [toClockInZone(run.startedAt, timeZone), run.mode, toResultWords(latest, language)],
    waits: !run.ended || run.result !== 'ok',
  }
}
