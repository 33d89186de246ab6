import { countOutcomes, type ChangeReport } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { LinkReport, RunDocument } from '../../domain/run/run.js'
import { buildChangeList } from './change-list.js'
import type { FindValues } from './change-values.js'
import { toCallsSentence, toChangesSentence, toPeopleSentence } from '../kit/count-words.js'
import { buildFindingList, isAboutRun } from './finding-list.js'
import { buildLinkList } from './links/link-list.js'
import type { Look } from '../kit/look.js'
import type { FindName } from '../kit/person-label.js'
import { fillCount } from '../../domain/language/count.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toReasonWords } from '../kit/words.js'
import { runTexts } from './texts/run-texts.js'
import { joinParts } from '../kit/join-parts.js'

interface Shown {
  findName: FindName
  findValues?: FindValues | undefined
  /** How many people are listed at most; left out: all of them. */
  listed?: number
}

/** How many people a plan lists unless all of them are asked for. */
export const listedPeople = 20

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
 * What a run did or would do, as text. `reviewed` leaves out what went as the review said, so that a person
 * sees only what is new to him.
 */
export const buildRunText = (
  document: RunDocument,
  shown: Shown & { reviewed: boolean },
  look: Look,
): string => {
  const { run, people, changes, findings, calls } = document
  if (run.mode === 'plan') return buildPlanText(document, shown, look)
  const listed = shown.reviewed ? changes.filter(isNews) : changes
  const told = shown.reviewed ? findings.filter(({ code }) => isWriteFinding(code)) : findings
  const { language } = look
  const texts = runTexts[language]
  return joinParts([
    toTitle(document, look),
    shown.reviewed ? [] : buildLinkList(document.links, shown.findName, look),
    buildChangeList({ changes: listed, ...shown }, look),
    buildFindingList(told, shown.findName, look),
    [
      toEmptyState(document, look),
      toPeopleSentence(people, language),
      toChangesSentence(changes, language),
      toCallsSentence(calls, language),
      toNotCarried(document, look),
      toCanary(document, look),
      toForgotten(document, look),
      toWorklistHint(document, look),
      texts.result(commonTexts[language].result[run.result]),
      ...toNextStep(document, look),
    ],
  ])
}

const toTitle = ({ run }: RunDocument, { language, paint }: Look): string[] => {
  const texts = runTexts[language]
  const title = run.mode === 'plan' ? texts.planFor(run.connection) : texts.syncOf(run.connection)
  return [`${paint.bold(title)}  ${paint.dim(texts.run(run.id))}`]
}

/**
 * What a plan comes to, and why something would not be sent, before the people: of 2,000 of them no one reads
 * to the end. Then the people, and last how to see the rest.
 */
const buildPlanText = (document: RunDocument, shown: Shown, look: Look): string => {
  const { people, changes, findings, links, calls } = document
  const { language } = look
  const { findName, listed = Infinity } = shown
  const subjects = [...new Set([...changes, ...links].map(({ subject }) => subject))].sort()
  const first = new Set(subjects.slice(0, listed))
  const isFirst = ({ subject }: { subject: string }): boolean => first.has(subject as SourceEmployeeId)
  const more = subjects.length - first.size
  return joinParts([
    toTitle(document, look),
    [
      toEmptyState(document, look),
      toPeopleSentence(people, language),
      toChangesSentence(changes, language),
      toHeldSentence(changes, language),
      toCallsSentence(calls, language),
      toNotCarried(document, look),
      toWorklistHint(document, look),
      ...toNextStep(document, look),
    ],
    buildFindingList(findings.filter(isAboutRun), findName, look),
    buildLinkList(links.filter(isFirst), findName, look),
    buildChangeList({ changes: changes.filter(isFirst), ...shown }, look),
    more === 0 ? [] : [fillCount(more, runTexts[language].notListed)],
    buildFindingList(
      findings.filter((finding) => !isAboutRun(finding)),
      findName,
      look,
      listed,
    ),
  ])
}

/** Why changes are held, the most frequent reason first. */
const toHeldSentence = (changes: readonly ChangeReport[], language: Language): string => {
  const counts = new Map<string, number>()
  for (const { outcome, reason } of changes)
    if (outcome === 'held' && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  if (counts.size === 0) return ''
  const parts = [...counts]
    .sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
    .map(([reason, count]) => `${toReasonWords(reason, language)} (${count})`)
  return runTexts[language].heldBecause(parts.join(', '))
}

/** What is mapped and has no place in Nmbrs over this transport: said once, whoever is planned. */
const toNotCarried = ({ notCarried = [] }: RunDocument, { language }: Look): string =>
  notCarried.length === 0 ? '' : runTexts[language].notCarried(notCarried.join(', '))

/** How those went who were written ahead of all others. */
const toCanary = ({ canary }: RunDocument, { language }: Look): string =>
  canary === undefined ? '' : fillCount(canary.people, runTexts[language].canary[canary.result])

/** By their ids alone: no one knows their names any more. */
const toForgotten = ({ forgotten }: RunDocument, { language }: Look): string =>
  forgotten === undefined
    ? ''
    : runTexts[language].forgotten(forgotten.afterDays, forgotten.people.join(', '))

const toWorklistHint = ({ worklist = { open: 0 } }: RunDocument, { language }: Look): string =>
  worklist.open === 0 ? '' : fillCount(worklist.open, runTexts[language].toComplete)

const isNews = ({ outcome, reason }: ChangeReport): boolean =>
  (outcome === 'skipped' && reason !== 'hold-rejected') ||
  outcome === 'failed' ||
  outcome === 'unknown' ||
  reason === 'target-moved'

/** Findings that only carrying out can make. */
const isWriteFinding = (code: Finding['code']): boolean =>
  code.startsWith('write-') ||
  code === 'target-moved' ||
  code === 'right-missing' ||
  code === 'stopped' ||
  code === 'canary-failed'

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
