import { toClockInZone } from '../../domain/date/clock.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../people/find-name.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { buildChangeList } from '../sync/change-list.js'
import { buildFindingList } from '../sync/finding-list.js'
import { toKeptRunJson } from '../sync/runs-report.js'
import { buildKeptRunView, type KeptRun, type KeptRunView } from '../sync/view/kept-run-view.js'
import { runTexts } from '../sync/texts/run-texts.js'
import { sayTo } from '../translate/say-to.js'
import { runPartTexts } from './texts/run-part-texts.js'

/** A run of which only what is about one person is told. */
export interface RunPartView extends KeptRunView {
  /** Whether it was about everyone, not about people that were named. */
  whole: boolean
}

/** What a kept run has of one person. */
export const buildRunPartView = (
  kept: KeptRun,
  subject: SourceEmployeeId,
  findName: FindName,
): RunPartView => {
  const isOwn = (one: { subject: SourceEmployeeId }): boolean => one.subject === subject
  const part = {
    ...kept,
    changes: kept.changes.filter(isOwn),
    findings: kept.findings.filter(isOwn),
  }
  return { ...buildKeptRunView(part, { findName }), whole: kept.run.whole }
}

/** What a run did with one person, before how it is now; times on the clock of a zone. */
export const buildRunPartText = (
  { whole, run, changes, causes, error }: RunPartView,
  timeZone: string,
  look: Look,
): string => {
  const { language, paint } = look
  const texts = runPartTexts[language]
  const nothing = whole ? texts.nothing : texts.nothingNamed
  return joinParts([
    [paint.bold(texts.title(run.id, toClockInZone(run.startedAt, timeZone)))],
    [
      run.ended ? runTexts[language].result(commonTexts[language].result[run.result]) : texts.notEnded,
      error === null ? '' : texts.stopped(sayTo(error, look)),
      changes.length + causes.length === 0 && run.ended && error === null ? nothing : '',
    ],
    buildChangeList(changes, look),
    buildFindingList(causes, look),
    [paint.bold(texts.now)],
  ])
}

/** The same as the part of a document. */
export const toRunPartJson = (part: RunPartView): object => {
  const { run, changes, findings, ended, error } = toKeptRunJson(part)
  return { run, changes, findings, ended, error }
}
