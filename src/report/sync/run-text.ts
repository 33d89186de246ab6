import { countOutcomes, type ChangeReport } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { LinkReport, RunDocument } from '../../domain/run.js'
import { buildChangeList } from './change-list.js'
import type { FindValues } from './change-values.js'
import { toCallsSentence, toChangesSentence, toPeopleSentence } from '../kit/count-words.js'
import { buildFindingList } from './finding-list.js'
import { buildLinkList } from './link-list.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../kit/person-label.js'
import { resultWords } from '../kit/words.js'
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
    [look.paint.bold(`Plan for ${review.connection}`)],
    buildLinkList(review.links, shown.findName, look),
    buildChangeList({ changes: review.changes, ...shown }, look),
    buildFindingList(review.findings, shown.findName, look),
    [toChangesSentence(review.changes)],
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
  const title = run.mode === 'plan' ? 'Plan for' : 'Sync of'
  return joinParts([
    [`${look.paint.bold(`${title} ${run.connection}`)}  ${look.paint.dim(`run ${run.id}`)}`],
    shown.reviewed ? [] : buildLinkList(document.links, shown.findName, look),
    buildChangeList({ changes: listed, ...shown }, look),
    buildFindingList(told, shown.findName, look),
    [
      toEmptyState(document),
      toPeopleSentence(people),
      toChangesSentence(changes),
      toCallsSentence(calls),
      toWorklistHint(document),
      run.mode === 'sync' ? `Result: ${resultWords[run.result]}.` : '',
      ...toNextStep(document),
    ],
  ])
}

const toWorklistHint = ({ worklist = { open: 0 } }: RunDocument): string =>
  worklist.open === 0
    ? ''
    : `To complete or check in Nmbrs by hand: ${worklist.open} ${worklist.open === 1 ? 'person' : 'people'}. See them: nmbrs-sync worklist`

const isNews = ({ outcome, reason }: ChangeReport): boolean =>
  (outcome === 'skipped' && reason !== 'hold-rejected') ||
  outcome === 'failed' ||
  outcome === 'unknown' ||
  reason === 'target-moved'

/** Findings that only carrying out can make. */
const isWriteFinding = (code: Finding['code']): boolean =>
  code.startsWith('write-') || code === 'target-moved' || code === 'right-missing' || code === 'stopped'

/** What is said where a list of changes would be. */
const toEmptyState = ({ run, changes }: RunDocument): string => {
  if (run.result === 'failed' || run.result === 'aborted') return ''
  if (changes.length === 0) return 'Nothing to do: Nmbrs already holds what AlexisHR says.'
  return changes.every(({ outcome, reason }) => outcome === 'held' || reason === 'hold-rejected')
    ? 'Nothing to send: what differs is held for the reasons above.'
    : ''
}

const toNextStep = ({ run, changes, command }: RunDocument): string[] => {
  const counts = countOutcomes(changes.filter(({ reason }) => reason !== 'hold-rejected'))
  // Without the people and choices of this run, the next one would be about everyone.
  const next = `Next: ${command ?? `nmbrs-sync sync --connection ${run.connection}`}`
  if (run.mode === 'plan') return counts.planned === 0 ? [] : [next]
  return counts.failed + counts.unknown + counts.skipped === 0
    ? []
    : [`${next}, once the causes above are gone`]
}
