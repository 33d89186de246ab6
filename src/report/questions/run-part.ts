import { toClockInZone } from '../../domain/date/clock.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../kit/person-label.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { buildChangeList } from '../sync/change-list.js'
import { buildFindingList } from '../sync/finding-list.js'
import { toKeptRunJson, type KeptRun } from '../sync/runs-report.js'
import { runTexts } from '../sync/texts/run-texts.js'
import { sayTo } from '../translate/say-to.js'
import { runPartTexts } from './texts/run-part-texts.js'

/** What a kept run has of one person. */
export const keepPart = (kept: KeptRun, subject: SourceEmployeeId): KeptRun => ({
  ...kept,
  changes: kept.changes.filter((change) => change.subject === subject),
  findings: kept.findings.filter((finding) => finding.subject === subject),
})

/** What a run did with one person, before how it is now; times on the clock of a zone. */
export const buildRunPartText = (
  part: KeptRun,
  { findName, timeZone }: { findName: FindName; timeZone: string },
  look: Look,
): string => {
  const { language, paint } = look
  const texts = runPartTexts[language]
  const { run, changes, findings, error } = part
  const nothing = run.whole ? texts.nothing : texts.nothingNamed
  return joinParts([
    [paint.bold(texts.title(run.id, toClockInZone(run.startedAt, timeZone)))],
    [
      run.ended ? runTexts[language].result(commonTexts[language].result[run.result]) : texts.notEnded,
      error === null ? '' : texts.stopped(sayTo(error, look)),
      changes.length + findings.length === 0 && run.ended && error === null ? nothing : '',
    ],
    buildChangeList({ changes, findName }, look),
    buildFindingList(findings, findName, look),
    [paint.bold(texts.now)],
  ])
}

/** The same as the part of a document. */
export const toRunPartJson = (part: KeptRun): object => {
  const { run, changes, findings, ended, error } = toKeptRunJson(part)
  return { run, changes, findings, ended, error }
}
