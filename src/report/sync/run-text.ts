import type { Finding } from '../../domain/finding.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { toCallsSentence, toOutcomesSentence, toPeopleSentence } from '../kit/count-words.js'
import { joinParts } from '../kit/join-parts.js'
import type { Look } from '../kit/look.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { toReasonWords } from '../kit/words.js'
import type { PersonView } from '../people/person-view.js'
import { buildChangeList } from './change-list.js'
import { buildFindingList } from './finding-list.js'
import { buildLinkList } from './links/link-list.js'
import { runTexts } from './texts/run-texts.js'
import type { ChangeView } from './view/change-view.js'
import type { ReviewView, RunView } from './view/run-view.js'

interface Shown {
  /** What went as a review said is left out, so that a person sees only what is new to them. */
  reviewed?: boolean
  /** How many people are listed at most; left out: all of them. */
  listed?: number
}

/** How many people a plan lists unless all of them are asked for. */
export const listedPeople = 20

/** What a person is shown before they are asked whether the plan is to be carried out. */
export const buildReviewText = (view: ReviewView, look: Look): string =>
  joinParts([
    [look.paint.bold(runTexts[look.language].planFor(view.connection))],
    buildLinkList(view.links, look),
    buildChangeList(view.changes, look),
    buildFindingList(view.causes, look),
    [toOutcomesSentence(view.outcomes, look.language)],
  ])

/**
 * What a run did or would do, as text. Of a sync everyone is listed; where they are many, what it comes to
 * stands before them, and the last lines say it again in short.
 */
export const buildRunText = (view: RunView, shown: Shown, look: Look): string => {
  if (view.run.mode === 'plan') return buildPlanText(view, shown, look)
  const { reviewed = false } = shown
  const { language } = look
  const [links, changes] = reviewed ? [[], view.changes.filter(isNews)] : [view.links, view.changes]
  const sums = toSumLines(view, language)
  const isLong = toSubjects({ changes, links }).length > listedPeople
  return joinParts([
    toTitle(view, look),
    isLong ? sums : [],
    buildLinkList(links, look),
    buildChangeList(changes, look),
    buildFindingList(reviewed ? view.causes.filter(({ code }) => isWriteFinding(code)) : view.causes, look),
    [
      ...(isLong ? [toOutcomesSentence(view.outcomes, language)] : sums),
      toCanarySentence(view, language),
      toForgotten(view, language),
      toWorklistHint(view, language),
      view.run.ended ? runTexts[language].result(commonTexts[language].result[view.run.result]) : '',
      ...toNextStep(view, language),
    ],
  ])
}

const toSubjects = ({ changes, links }: Pick<RunView, 'changes' | 'links'>): readonly string[] =>
  [...new Set([...changes, ...links].map(({ person }) => person.subject))].sort()

const toTitle = ({ run }: RunView, { language, paint }: Look): string[] => {
  const texts = runTexts[language]
  const title = run.mode === 'plan' ? texts.planFor(run.connection) : texts.syncOf(run.connection)
  return [`${paint.bold(title)}  ${paint.dim(texts.run(run.id))}`]
}

/** What it comes to. */
const toSumLines = (view: RunView, language: Language): string[] => [
  toEmptyState(view, language),
  view.people === null ? '' : toPeopleSentence(view.people, language),
  toOutcomesSentence(view.outcomes, language),
  view.run.mode === 'plan' ? toHeldSentence(view, language) : '',
  view.calls === null ? '' : toCallsSentence(view.calls, language),
  toNotCarried(view, language),
]

/**
 * What a plan comes to, and why something would not be sent, before the people: of 2,000 of them no one reads
 * to the end. Then the people, and last how to see the rest.
 */
const buildPlanText = (view: RunView, { listed = Infinity }: Shown, look: Look): string => {
  const { language } = look
  const { changes, causes, links } = view
  const subjects = toSubjects({ changes, links })
  const first = new Set(subjects.slice(0, listed))
  const isFirst = ({ person }: { person: PersonView }): boolean => first.has(person.subject)
  const more = subjects.length - first.size
  const [aboutRun, aboutPeople] = [true, false].map((own) =>
    causes.filter(({ isAboutRun }) => isAboutRun === own),
  )
  return joinParts([
    toTitle(view, look),
    [...toSumLines(view, language), toWorklistHint(view, language), ...toNextStep(view, language)],
    buildFindingList(aboutRun ?? [], look),
    buildLinkList(links.filter(isFirst), look),
    buildChangeList(changes.filter(isFirst), look),
    more === 0 ? [] : [fillCount(more, runTexts[language].notListed)],
    buildFindingList(aboutPeople ?? [], look, listed),
  ])
}

const toHeldSentence = ({ heldBecause }: RunView, language: Language): string => {
  if (heldBecause.length === 0) return ''
  const parts = heldBecause.map(({ reason, changes }) => `${toReasonWords(reason, language)} (${changes})`)
  return runTexts[language].heldBecause(parts.join(', '))
}

/** What is mapped and has no place in Nmbrs over this transport: said once, whoever is planned. */
const toNotCarried = ({ notCarried }: RunView, language: Language): string =>
  notCarried.length === 0 ? '' : runTexts[language].notCarried(notCarried.join(', '))

/** How those went who were written ahead of all others. */
export const toCanarySentence = ({ canary }: Pick<RunView, 'canary'>, language: Language): string =>
  canary === undefined ? '' : fillCount(canary.people, runTexts[language].canary[canary.result])

/** By their ids alone: no one knows their names any more. */
const toForgotten = ({ forgotten }: RunView, language: Language): string =>
  forgotten === undefined
    ? ''
    : runTexts[language].forgotten(forgotten.afterDays, forgotten.people.join(', '))

const toWorklistHint = ({ toComplete = 0 }: RunView, language: Language): string =>
  toComplete === 0 ? '' : fillCount(toComplete, runTexts[language].toComplete)

const isNews = ({ outcome, reason }: ChangeView): boolean =>
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
const toEmptyState = ({ nothing }: RunView, language: Language): string => {
  const texts = runTexts[language]
  switch (nothing) {
    case 'in-step':
      return texts.nothingToDo
    case 'all-held':
      return texts.allHeld
    case null:
      return ''
  }
}

const toNextStep = ({ next }: RunView, language: Language): string[] => {
  if (next === null) return []
  const text = commonTexts[language].next(next.remedy.text)
  return [next.when === 'now' ? text : runTexts[language].onceGone(text)]
}
