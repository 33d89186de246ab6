import { toClockInZone } from '../../domain/date/clock.js'
import type { Look } from '../kit/look.js'
import { sayTo } from '../translate/say-to.js'
import { toRunJson, type RunJson } from './run-json.js'
import { buildRunText } from './run-text.js'
import { runTexts } from './texts/run-texts.js'
import type { KeptRunView } from './view/kept-run-view.js'

/** One run with its changes and findings; times on the clock of a zone. */
export const buildKeptRunText = (view: KeptRunView, timeZone: string, look: Look): string => {
  const { startedAt, finishedAt } = view.run
  const texts = runTexts[look.language]
  const began = toClockInZone(startedAt, timeZone)
  const times =
    finishedAt === null ? texts.startedAt(began) : texts.fromTo(began, toClockInZone(finishedAt, timeZone))
  const stopped = view.error === null ? '' : `${texts.stoppedBy(sayTo(view.error, look))}\n`
  return `${buildRunText(view, {}, look)}${times}\n${stopped}`
}

/** The document of `runs show --json`: that of the run itself, with what stopped it. */
export const toKeptRunJson = (
  view: KeptRunView,
): Omit<RunJson, 'links'> & { ended: boolean; error: string | null } => {
  const { run, people, changes, findings, calls } = toRunJson(view)
  return { run, people, changes, findings, calls, ended: view.run.ended, error: view.error }
}
