import type { AddressBook } from '../domain/addresses/address-book.js'
import { fieldsOfChange, toPlannedOutcome, type ChangeReport } from '../domain/change.js'
import type { Finding } from '../domain/finding.js'
import { AbortError, toError } from '../domain/errors.js'
import type { CallCounts, LinkReport, PeopleCounts, RunDocument, RunResult } from '../domain/run/run.js'
import { toRunFailure } from '../domain/run/run-failure.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { applyCompanies } from './apply-companies.js'
import { checkSides, holdOverLimits } from './plan/check-limits.js'
import { findDue, forgetDue } from './forget/forget-leavers.js'
import { findUntoldReviews } from './plan/link-reviews.js'
import { purgeOldRuns } from './old-runs.js'
import { countPeople } from './plan/people-counts.js'
import type { PlannedCompany } from './plan/plan-company.js'
import { readAndPlan } from './plan/read-and-plan.js'
import type { RunOptions } from './run-options.js'
import type { RunProgress } from './run-progress.js'
import { digestWorld, refuseStalePlan, toSavedPlan, type SavedPlan } from './by-hand/saved-plan.js'
import type { RunDeps } from './settings.js'
import { toCommand } from './sync-command.js'
import { beginShadow, noShadow } from './cutover/read-along.js'
import { watchForStall, type StallWatch } from './stall-watch.js'

export interface RunEnd {
  document: RunDocument
  /** Every planned person; for the user's own screen only. */
  people: readonly PersonPlan[]
  /** For `plan --out`; only when the plan was made whole. */
  savedPlan: SavedPlan | undefined
  /** Which ids things have over the two transports; left out where there is only one. */
  addresses?: AddressBook
  /** What stopped the run before its end. */
  error: Error | undefined
}

const nobody: PeopleCounts = { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 }

/**
 * One pass over one connection: read both sides, plan, and for a sync apply. Never throws for what a remote
 * or the data does; the end says what happened, and what became of every change is stored as it happens.
 */
export const runConnection = async (deps: RunDeps, options: RunOptions): Promise<RunEnd> => {
  const { store, onProgress, now } = deps
  const { runId, mode, trigger } = options
  const { connection } = deps.settings
  const startedAt = toIsoText(now())
  const whole = options.employees.length === 0
  await store.runs.startRun({ id: runId, mode, trigger, startedAt, whole })
  onProgress({ type: 'run-started', runId, connection, mode })
  const progress = beginProgress()
  const watch = watchForStall(deps)
  const error = await attempt(() => runSteps(deps, watch, options, startedAt, progress))
  watch.stop()
  const result = toResult(progress, error)
  const finishedAt = toIsoText(now())
  const calls = countCalls(deps)
  const failure = await attempt(async () => {
    progress.openTasks = await store.work.countOpenTasks()
    await store.runs.writeReports(runId, progress.unwritten, progress.findings)
    const ended = { result, finishedAt, people: progress.people, calls }
    const failure = error === undefined ? {} : { failure: toRunFailure(error) }
    await store.runs.finishRun(runId, { ...ended, ...failure })
  })
  if (mode === 'sync') await purgeOldRuns(deps)
  const isEnded = mode === 'sync' && failure === undefined
  const forgotten = isEnded ? await forgetDue(deps, progress.due) : undefined
  onProgress({ type: 'run-finished', runId, result })
  const run = { id: runId, connection, mode, trigger }
  const { people, reports, findings } = progress
  return {
    document: {
      run: {
        ...run,
        result,
        startedAt,
        finishedAt,
        failure: error === undefined ? null : toRunFailure(error),
      },
      people,
      changes: reports,
      findings,
      links: progress.links,
      ...(deps.notCarried === undefined || deps.notCarried.length === 0
        ? {}
        : { notCarried: deps.notCarried }),
      worklist: { open: progress.openTasks },
      ...(progress.canary === undefined ? {} : { canary: progress.canary }),
      ...(forgotten === undefined ? {} : { forgotten }),
      calls,
      command: toCommand(deps, options),
    },
    people: progress.plans,
    savedPlan: progress.savedPlan,
    ...(deps.addresses === undefined ? {} : { addresses: deps.addresses }),
    error: error ?? failure,
  }
}

const beginProgress = (): RunProgress => ({
  people: nobody,
  plans: [],
  reports: [],
  findings: [],
  links: [],
  openTasks: 0,
  due: [],
  unwritten: [],
  savedPlan: undefined,
})

const toIsoText = (epochMs: number): string => new Date(epochMs).toISOString()

const attempt = async (steps: () => Promise<void>): Promise<Error | undefined> => {
  try {
    await steps()
    return undefined
  } catch (error) {
    return toError(error)
  }
}

const runSteps = async (
  deps: RunDeps,
  watch: StallWatch,
  options: RunOptions,
  startedAt: string,
  progress: RunProgress,
): Promise<void> => {
  if (options.mode === 'sync') await noteCircumstances(deps, options)
  const shadow =
    options.mode === 'sync' && options.employees.length === 0 ? beginShadow(deps, options) : noShadow
  const read = await watch.guard((watched) =>
    readAndPlan(watched, {
      ...options,
      onSourceRead: shadow.begin,
      ignoreSeals: options.verifyAll === true,
      noteHolds: true,
      refreshKinds: options.mode === 'sync' && options.employees.length === 0,
      checkRead: async (both) => void progress.findings.push(...(await checkSides(deps, options, both))),
    }),
  )
  await watch.pause(() => shadow.finish(read))
  const { source, selected } = read
  const { companies, findings } = await holdOverLimits(deps, options, read)
  const reviews = await findUntoldReviews(deps, options)
  progress.findings.push(...read.findings, ...findings, ...reviews)
  progress.plans = companies.flatMap(({ plan }) => plan.people)
  progress.findings.push(...progress.plans.flatMap(({ findings }) => findings))
  progress.people = countPeople(source, companies, [], selected, options.mode === 'plan')
  progress.links = companies.flatMap(toLinkReports)
  const planned = progress.plans.flatMap(toPlannedReports)
  deps.onProgress({
    type: 'planned',
    changes: planned.length,
    held: planned.filter(({ outcome }) => outcome === 'held').length,
  })
  if (options.savedPlan !== undefined) {
    refuseStalePlan(options.savedPlan, digestWorld(deps, source, companies), deps.settings.connection)
  }
  if (options.mode === 'plan') {
    progress.reports = planned
    progress.unwritten = planned
    progress.savedPlan = toSavedPlan(deps, { id: options.runId, createdAt: startedAt }, source, companies)
    return
  }
  await askFirst(deps, watch, options, planned, progress)
  const stopReason = (): string | undefined => options.stopReason() ?? watch.stopReason()
  try {
    await applyCompanies(watch.deps, { ...options, stopReason }, { ...read, companies }, progress)
    if (reviews.length > 0) await deps.store.links.noteLinkReviewsTold()
    if (toResult(progress, undefined) !== 'failed') progress.due = await findDue(watch.deps, options, read)
  } finally {
    progress.findings = withoutAnswered(progress)
    // A run that was stopped counts what it did.
    progress.people = countPeople(source, companies, progress.reports, selected)
  }
}

/** Whether Nmbrs takes a second address is no question any more for those whose address was sent. */
const withoutAnswered = ({ findings, reports }: RunProgress): Finding[] => {
  const open = new Set(['planned', 'held', 'skipped'])
  const sent = reports.filter(({ section, outcome }) => section === 'address' && !open.has(outcome))
  const answered = new Set(sent.map(({ subject }) => subject))
  return findings.filter(({ code, subject }) => code !== 'address-again' || !answered.has(subject))
}

/** Throws `AbortError` when a person sees what is planned and says no. */
const askFirst = async (
  deps: RunDeps,
  watch: StallWatch,
  options: RunOptions,
  planned: readonly ChangeReport[],
  progress: RunProgress,
): Promise<void> => {
  const { confirm } = options
  if (confirm === undefined) return
  const { plans: people, findings, links } = progress
  if (await watch.pause(() => confirm({ people, changes: planned, findings, links }))) return
  progress.reports = [...planned]
  throw new AbortError('Nothing was written', 'stopped', `To carry the plan out: ${toCommand(deps, options)}`)
}

/** Puts on record under which settings a sync runs, and what a person allowed for it. */
const noteCircumstances = async ({ store, settings }: RunDeps, options: RunOptions): Promise<void> => {
  await store.record.ensureRecordWhole()
  await store.record.noteSettings(settings.digests)
  const limits = Object.entries(options.allow ?? {}).map(([limit, people]) => `${limit}=${people}`)
  const allowed = [
    ...(options.allowPastPeriods ? ['past-periods'] : []),
    ...(options.canary === 0 ? ['no-canary'] : []),
    ...limits,
  ]
  if (options.canary === 0) await store.canary.dropFlaws()
  if (allowed.length > 0) await store.record.noteAllowed(allowed)
}

/** The links that planning made for the people of a run. */
const toLinkReports = ({ plan, pairing }: PlannedCompany): LinkReport[] =>
  plan.newLinks.flatMap((link) => {
    const made = pairing.pairings.get(link.sourceId)
    if (made?.kind !== 'connected' || made.evidence === undefined) return []
    return [{ subject: link.sourceId, targetId: made.link.targetId, ...made.evidence }]
  })

/** A planned person's changes as they are reported before anything is written. */
const toPlannedReports = ({ changes, targetId }: PersonPlan): ChangeReport[] =>
  changes.map((planned) => ({
    subject: planned.change.subject,
    targetId,
    kind: planned.change.kind,
    section: planned.change.section,
    fields: fieldsOfChange(planned.change),
    ...toPlannedOutcome(planned),
  }))

const toResult = ({ reports, findings, people }: RunProgress, error: Error | undefined): RunResult => {
  if (error instanceof AbortError) return 'aborted'
  if (error !== undefined || reports.some(({ outcome }) => outcome === 'failed' || outcome === 'unknown'))
    return 'failed'
  // What a person rejected waits for no one.
  const waits = reports.some(
    ({ outcome, reason }) => outcome === 'held' || (outcome === 'skipped' && reason !== 'hold-rejected'),
  )
  return waits || people.blocked > 0 || findings.some(({ severity }) => severity === 'error') ? 'held' : 'ok'
}

const countCalls = ({ source, target }: RunDeps): CallCounts => {
  const byOperation = target.callCounts()
  const total = Object.values(byOperation).reduce((sum, count) => sum + count, 0)
  return { alexis: source.callCount(), nmbrs: { total, byOperation } }
}
