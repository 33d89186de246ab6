import { countOutcomes, type ChangeReport, type Outcome } from '../../../domain/change.js'
import type { Finding } from '../../../domain/finding.js'
import { toRemedy, type Remedy } from '../../../domain/remedy/remedy.js'
import type { CanaryReport } from '../../../domain/run/canary.js'
import type { RunFailure } from '../../../domain/run/run-failure.js'
import type {
  CallCounts,
  ForgottenReport,
  LinkReport,
  PeopleCounts,
  RunDocument,
  RunSummary,
} from '../../../domain/run/run.js'
import type { FindName } from '../../people/find-name.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'
import type { FindValues } from '../change-values.js'
import { toChangeViews, type ChangeView } from './change-view.js'
import { compareText } from './compare-text.js'
import { sortFindings, toCauses, type FindingCause } from './finding-causes.js'

/** A link that a run made or would make. */
export interface LinkView extends Omit<LinkReport, 'subject' | 'targetId'> {
  person: PersonView
  targetId: LinkReport['targetId']
}

/** All that `plan` and `sync` say of a connection, and `runs show` of a run. */
export interface RunView {
  /** Its moments are instants; a run that goes on or was killed has no end. */
  run: Omit<RunSummary, 'finishedAt'> & {
    finishedAt: string | null
    ended: boolean
    failure: RunFailure | null
  }
  /** `null`: not known, since the run goes on or was killed. */
  people: PeopleCounts | null
  calls: CallCounts | null
  /** By person, and within a person in the order of writing. */
  changes: readonly ChangeView[]
  /** How many changes had which outcome. */
  outcomes: Readonly<Record<Outcome, number>>
  /** Why changes are held, the most frequent reason first. */
  heldBecause: readonly { reason: string; changes: number }[]
  /** Why there is nothing to send; `null` where there is, and where the run did not reach its end. */
  nothing: 'in-step' | 'all-held' | null
  /** Every finding, by person. */
  findings: readonly Finding[]
  /** The same as someone reads them: by cause, with everyone of whom it is to be said. */
  causes: readonly FindingCause[]
  /** By person. */
  links: readonly LinkView[]
  /** Mapped fields that the transport has no place for; empty when there are none. */
  notCarried: readonly string[]
  /** For how many people payroll has something to complete or check; left out where that is not known. */
  toComplete?: number
  /** How those went who were written ahead of all others. */
  canary?: CanaryReport
  /** Who was forgotten after it; left out where no one was. */
  forgotten?: ForgottenReport
  /** The sync that comes next, at once or when the causes are gone. */
  next: { remedy: Remedy; when: 'now' | 'causes-gone' } | null
}

/** What is known of people for the reader's own screen. */
export interface Known {
  findName: FindName
  findValues?: FindValues | undefined
}

/** Puts together what a run says. Pure. */
export const buildRunView = (
  document: RunDocument,
  known: Known = { findName: () => undefined },
): RunView => {
  const { run, people, changes, findings, links, calls, notCarried, worklist, canary, forgotten } = document
  return {
    run: { ...run, ended: true },
    people,
    calls,
    ...toChangeSums(changes, known),
    nothing: findNothing(document),
    ...toFindingSums(findings, known),
    links: toLinkViews(links, known),
    notCarried: notCarried ?? [],
    ...(worklist === undefined ? {} : { toComplete: worklist.open }),
    ...(canary === undefined ? {} : { canary }),
    ...(forgotten === undefined ? {} : { forgotten }),
    next: findNext(document),
  }
}

/** What is shown before it is asked whether a plan is to be carried out. */
export type ReviewView = Pick<RunView, 'changes' | 'outcomes' | 'causes' | 'links'> & { connection: string }

export const buildReviewView = (
  review: Pick<RunDocument, 'changes' | 'findings' | 'links'> & { connection: string },
  known: Known,
): ReviewView => {
  const { changes, outcomes } = toChangeSums(review.changes, known)
  const { causes } = toFindingSums(review.findings, known)
  return { connection: review.connection, changes, outcomes, causes, links: toLinkViews(review.links, known) }
}

const toChangeSums = (
  changes: readonly ChangeReport[],
  known: Known,
): Pick<RunView, 'changes' | 'outcomes' | 'heldBecause'> => ({
  changes: toChangeViews(changes, known),
  outcomes: countOutcomes(changes),
  heldBecause: countReasons(changes),
})

const toFindingSums = (
  findings: readonly Finding[],
  { findName }: Known,
): Pick<RunView, 'findings' | 'causes'> => ({
  findings: sortFindings(findings),
  causes: toCauses(findings, findName),
})

const toLinkViews = (links: readonly LinkReport[], { findName }: Known): readonly LinkView[] =>
  [...links]
    .sort((a, b) => compareText(a.subject, b.subject))
    .map(({ targetId, rule, agrees, differs, subject }) => ({
      person: toPersonView({ subject, targetId }, findName),
      ...{ targetId, rule, agrees, differs },
    }))

const countReasons = (changes: readonly ChangeReport[]): RunView['heldBecause'] => {
  const counts = new Map<string, number>()
  for (const { outcome, reason } of changes)
    if (outcome === 'held' && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .sort(([one, left], [other, right]) => right - left || compareText(one, other))
    .map(([reason, count]) => ({ reason, changes: count }))
}

const findNothing = ({ run, changes }: RunDocument): RunView['nothing'] => {
  if (run.result === 'failed' || run.result === 'aborted') return null
  if (changes.length === 0) return 'in-step'
  return changes.every(({ outcome, reason }) => outcome === 'held' || reason === 'hold-rejected')
    ? 'all-held'
    : null
}

const findNext = ({ run, changes, command }: RunDocument): RunView['next'] => {
  const counts = countOutcomes(changes.filter(({ reason }) => reason !== 'hold-rejected'))
  const left = counts.failed + counts.unknown + counts.skipped
  if ((run.mode === 'plan' ? counts.planned : left) === 0) return null
  return {
    // Without the people and choices of this run, the next one would be about everyone.
    remedy: toRemedy(command ?? `nmbrs-sync sync --connection ${run.connection}`),
    when: run.mode === 'plan' ? 'now' : 'causes-gone',
  }
}
