import { countOutcomes } from '../../domain/change.js'
import { toClockInZone } from '../../domain/date/clock.js'
import type { Language } from '../../domain/language/language.js'
import type { RunDocument } from '../../domain/run/run.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import type { StoredRun } from '../../run/store.js'
import { runTexts } from '../sync/texts/run-texts.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

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
  { run, people, changes }: RunDocument,
  language: Language,
): Omit<OverviewRow, 'connection'> => {
  const counts = countOutcomes(changes)
  const done =
    run.mode === 'plan' ? [counts.planned] : [counts.applied, counts.failed + counts.unknown + counts.skipped]
  const { blocked, notConnected } = people
  return {
    values: [...done, counts.held, blocked, notConnected, commonTexts[language].result[run.result]],
    waits: run.result !== 'ok',
    ...(run.failure === null ? {} : { failure: run.failure }),
  }
}

/** Whether there is nothing to say of a run but its line. */
export const isQuietRun = ({ run, changes, findings, links }: RunDocument): boolean =>
  run.failure === null && changes.length + findings.length + links.length === 0

/** The columns of a list of runs. */
export const runColumns: readonly OverviewColumn[] = ['lastRun', 'mode', 'result']

/** The line of a connection with its latest run; the newest comes first. */
export const toLastRunRow = (
  [latest]: readonly StoredRun[],
  timeZone: string,
  language: Language,
): Omit<OverviewRow, 'connection'> => {
  if (latest === undefined) return { values: ['', '', ''] }
  const result = latest.ended ? commonTexts[language].result[latest.result] : runTexts[language].goesOn
  return {
    values: [toClockInZone(latest.startedAt, timeZone), latest.mode, result],
    waits: !latest.ended || latest.result !== 'ok',
  }
}
