import { toClockInZone } from '../../domain/date/clock.js'
import type { Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toJsonCalls, toJsonPeople, toJsonSummary } from './run-json.js'
import { runTexts } from './texts/run-texts.js'
import type { RunRow, RunsView } from './view/runs-view.js'

/** The latest runs, one line each; times on the clock of a zone. */
export const buildRunsText = ({ runs }: RunsView, timeZone: string, look: Look): string => {
  const { language, width } = look
  const texts = runTexts[language]
  if (runs.length === 0) return `${texts.noRuns}\n`
  const rows = runs.map((row) => [
    row.run.id,
    toClockInZone(row.run.startedAt, timeZone),
    row.run.mode,
    row.run.trigger,
    row.people === null ? '' : String(row.people.inScope),
    row.calls === null ? '' : String(row.calls.nmbrs.total),
    toResultWords(row, language),
  ])
  return `${layOutTable(rows, { width, head: texts.runsHead }).join('\n')}\n`
}

/** How a run ended, if it did. */
export const toResultWords = ({ run }: Pick<RunRow, 'run'>, language: Language): string =>
  run.ended ? commonTexts[language].result[run.result] : runTexts[language].goesOn

/** The document of `runs --json`. A run that goes on or was killed has no end, no people and no calls. */
export const toRunsJson = ({ runs }: RunsView): unknown =>
  runs.map(({ run, people, calls }) => ({
    ...toJsonSummary({ run }),
    ended: run.ended,
    people: people && toJsonPeople(people),
    calls: calls && toJsonCalls(calls),
  }))
