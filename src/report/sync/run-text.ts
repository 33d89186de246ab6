import { countOutcomes, type ChangeReport } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { LinkReport, RunDocument } from '../../domain/run/run.js'
import { buildChangeList } from './change-list.js'
import type { FindValues } from './change-values.js'
import { toCallsSentence, toChangesSentence, toPeopleSentence } from '../kit/count-words.js'
import { buildFindingList } from './finding-list.js'
import { buildLinkList } from './link-list.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../kit/person-label.js'
import { fillCount } from '../../domain/language/count.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { runTexts } from './texts/run-texts.js'
import { joinParts } from '../kit/join-parts.js'

interface Shown {
  findName: FindName
  findValues?: FindValues | undefined
}

/** What a person is shown before he is asked whether the plan is to be carried out. */
export const buildReviewText = (
  review: {
    connection: string
    changes: readonly ChangeReport[]
    findings: readonly Finding[]
    links: readonly LinkReport[]
  },
  shown: Shown,
  look: Look,
): string =>
  joinParts([
    [look.paint.bold(runTexts[look.language].planFor(review.connection))],
    buildLinkList(review.links, shown.findName, look),
    buildChangeList({ changes: review.changes, ...shown }, look),
    buildFindingList(review.findings, shown.findName, look),
    [toChangesSentence(review.changes, look.language)],
  ])

/**
 * What a run did or would do, as text. `reviewed` leaves out what went as the review said, so that a person sees only what is new to him.
 */
export const buildRunText = (
  document: RunDocument,
  shown: Shown & { reviewed: boolean },
  look: Look,
): string => {
  const { run, people, changes, findings, calls } = document
  const listed = shown.reviewed ? changes.filter(isNews) : changes
  const told = shown.reviewed ? findings.filter(({ code }) => isWriteFinding(code)) : findings
  const { language } = look
  const texts = runTexts[language]
  const title = run.mode === 'plan' ? texts.planFor(run.connection) : texts.syncOf(run.connection)
  return joinParts([
    [`${look.paint.bold(title)}  ${look.paint.dim(texts.run(run.id))}`],
    shown.reviewed ? [] : buildLinkList(document.links, shown.findName, look),
    buildChangeList({ changes: listed, ...shown }, look),
    buildFindingList(told, shown.findName, look),
    [
      toEmptyState(document, look),
      toPeopleSentence(people, language),
      toChangesSentence(changes, language),
      toCallsSentence(calls, language),
      toNotCarried(document, look),
      toWorklistHint(document, look),
      run.mode === 'sync' ? texts.result(commonTexts[language].result[run.result]) : '',
      ...toNextStep(document, look),
    ],
  ])
}

/** What is mapped and has no place in Nmbrs over this transport: said once, whoever is planned. */
const toNotCarried = ({ notCarried = [] }: RunDocument, { language }: Look): string =>
  notCarried.length === 0 ? '' : runTexts[language].notCarried(notCarried.join(', '))

const toWorklistHint = ({ worklist = { open: 0 } }: RunDocument, { language }: Look): string =>
  worklist.open === 0 ? '' : fillCount(worklist.open, runTexts[language].toComplete)

const isNews = ({ outcome, reason }: ChangeReport): boolean =>
  (outcome === 'skipped' && reason !== 'hold-rejected') ||
  outcome === 'failed' ||
  outcome === 'unknown' ||
  reason === 'target-moved'

/** Findings that only carrying out can make. */
const isWriteFinding = (code: Finding['code']): boolean =>
  code.startsWith('write-') || code === 'target-moved' || code === 'right-missing' || code === 'stopped'

/** What is said where a list of changes would be. */
const toEmptyState = ({ run, changes }: RunDocument, { language }: Look): string => {
  const texts = runTexts[language]
  if (run.result === 'failed' || run.result === 'aborted') return ''
  if (changes.length === 0) return texts.nothingToDo
  return changes.every(({ outcome, reason }) => outcome === 'held' || reason === 'hold-rejected')
    ? texts.allHeld
    : ''
}

const toNextStep = ({ run, changes, command }: RunDocument, { language }: Look): string[] => {
  const counts = countOutcomes(changes.filter(({ reason }) => reason !== 'hold-rejected'))
  // Without the people and choices of this run, the next one would be about everyone.
  const next = commonTexts[language].next(command ?? `nmbrs-sync sync --connection ${run.connection}`)
  if (run.mode === 'plan') return counts.planned === 0 ? [] : [next]
  return counts.failed + counts.unknown + counts.skipped === 0 ? [] : [runTexts[language].onceGone(next)]
}
