import type { AddressBook } from '../domain/addresses/address-book.js'
import { fieldsOfChange, toPlannedOutcome, type ChangeReport } from '../domain/change.js'
import type { Finding } from '../domain/finding.js'
import { AbortError, toError } from '../domain/errors.js'
import type { CallCounts, LinkReport, PeopleCounts, RunDocument, RunResult } from '../domain/run/run.js'
import { toRunFailure, type RunFailure } from '../domain/run/run-failure.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { applyCompanies } from './apply-companies.js'
import { checkSides, holdOverLimits } from './plan/check-limits.js'
import { findDue, forgetDue } from './forget/forget-leavers.js'
import { findUntoldReviews } from './plan/link-reviews.js'
import { purgeOldRuns } from './old-runs.js'
import { countPeople } from './plan/people-counts.js'
import type { PlannedCompany } from './plan/plan-company.js'
import { readAndPlan } from './plan/read-and-plan.js'
import type { PlannedWorld } from './plan/planned-world.js'
import type { RunOptions } from './run-options.js'
import type { RunProgress } from './run-progress.js'
import { digestWorld, refuseStalePlan, toSavedPlan, type SavedPlan } from './by-hand/saved-plan.js'
import type { RunDeps } from './settings.js'
import { toCommand } from './sync-command.js'
import { beginShadow, noShadow } from './cutover/read-along.js'
import { watchForStall, type StallWatch } from './stall-watch.js'
import type { CompanyPeriod } from './questions/sum-periods.js'

export interface RunEnd {
  document: RunDocument
  /** Every planned person; for the user's own screen only. */
  people: readonly PersonPlan[]
  /** The payroll period of each company that was read. */
  periods: readonly CompanyPeriod[]
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
  const startedAt = await startRun(deps, options)
  const progress = beginProgress()
  const watch = watchForStall(deps)
  const error = await attempt(() => runSteps({ deps, options, watch, startedAt }, progress))
  watch.stop()
  const end = {
    result: toResult(progress, error),
    finishedAt: toIsoText(deps.now()),
    calls: countCalls(deps),
    failure: error === undefined ? null : toRunFailure(error),
  }
  const storing = await attempt(() => storeEnd(deps, options, progress, end))
  if (options.mode === 'sync') await purgeOldRuns(deps)
  const isStored = options.mode === 'sync' && storing === undefined
  const forgotten = isStored ? await forgetDue(deps, progress.due) : undefined
  deps.onProgress({ type: 'run-finished', runId: options.runId, result: end.result })
  return {
    document: toDocument(deps, options, progress, { ...end, startedAt, forgotten }),
    people: progress.plans,
    periods: progress.periods,
    savedPlan: progress.savedPlan,
    ...(deps.addresses === undefined ? {} : { addresses: deps.addresses }),
    error: error ?? storing,
  }
}

/** Gives when it started. */
const startRun = async (
  { store, settings, onProgress, now }: RunDeps,
  options: RunOptions,
): Promise<string> => {
  const { runId, mode, trigger, employees } = options
  const startedAt = toIsoText(now())
  await store.runs.startRun({ id: runId, mode, trigger, startedAt, whole: employees.length === 0 })
  onProgress({ type: 'run-started', runId, connection: settings.connection, mode })
  return startedAt
}

interface EndOfRun {
  result: RunResult
  finishedAt: string
  calls: CallCounts
  failure: RunFailure | null
}

const storeEnd = async (
  { store }: RunDeps,
  { runId }: RunOptions,
  progress: RunProgress,
  { failure, ...end }: EndOfRun,
): Promise<void> => {
  progress.openTasks = await store.work.countOpenTasks()
  await store.runs.writeReports(runId, progress.unwritten, progress.findings)
  const ended = { ...end, people: progress.people }
  await store.runs.finishRun(runId, failure === null ? ended : { ...ended, failure })
}

/** What else the document says of a run. */
interface Around {
  startedAt: string
  forgotten: RunDocument['forgotten'] | undefined
}

const toDocument = (
  deps: RunDeps,
  options: RunOptions,
  { people, reports, findings, links, openTasks, canary }: RunProgress,
  { startedAt, result, finishedAt, calls, failure, forgotten }: EndOfRun & Around,
): RunDocument => {
  const { runId: id, mode, trigger } = options
  const { notCarried = [] } = deps
  return {
    run: { id, connection: deps.settings.connection, mode, trigger, result, startedAt, finishedAt, failure },
    people,
    changes: reports,
    findings,
    links,
    ...(notCarried.length === 0 ? {} : { notCarried }),
    worklist: { open: openTasks },
    ...(canary === undefined ? {} : { canary }),
    ...(forgotten === undefined ? {} : { forgotten }),
    calls,
    command: toCommand(deps, options),
  }
}

const beginProgress = (): RunProgress => ({
  people: nobody,
  plans: [],
  periods: [],
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

/** What all steps of a run work with. */
interface Running {
  deps: RunDeps
  options: RunOptions
  watch: StallWatch
  startedAt: string
}

const runSteps = async (running: Running, progress: RunProgress): Promise<void> => {
  const { deps, options, watch } = running
  if (options.mode === 'sync') await noteCircumstances(deps, options)
  const read = await readBothSides(running, progress)
  const { companies, findings } = await holdOverLimits(deps, options, read)
  const reviews = await findUntoldReviews(deps, options)
  const world = { ...read, companies, findings: [...read.findings, ...findings, ...reviews] }
  const planned = notePlanned(running, world, progress)
  if (options.savedPlan !== undefined) {
    const digest = digestWorld(deps, world.source, companies)
    refuseStalePlan(options.savedPlan, digest, deps.settings.connection)
  }
  if (options.mode === 'plan') {
    const about = { id: options.runId, createdAt: running.startedAt }
    progress.reports = planned
    progress.unwritten = planned
    progress.savedPlan = toSavedPlan(deps, about, world.source, companies)
    return
  }
  await askFirst(running, planned, progress)
  await applyWorld(running, world, progress)
  if (reviews.length > 0) await deps.store.links.noteLinkReviewsTold()
  if (toResult(progress, undefined) !== 'failed') progress.due = await findDue(watch.deps, options, read)
}

/** Reads and plans. Another transport is read along, and let go when this one cannot be read. */
const readBothSides = async (
  { deps, options, watch }: Running,
  progress: RunProgress,
): Promise<PlannedWorld> => {
  const isWholeSync = options.mode === 'sync' && options.employees.length === 0
  const shadow = isWholeSync ? beginShadow(deps, options) : noShadow
  try {
    const read = await watch.guard((watched) =>
      readAndPlan(watched, {
        ...options,
        onSourceRead: shadow.begin,
        ignoreSeals: options.verifyAll === true,
        noteHolds: true,
        refreshKinds: isWholeSync,
        checkRead: async (both) => void progress.findings.push(...(await checkSides(deps, options, both))),
      }),
    )
    await watch.pause(() => shadow.finish(read))
    return read
  } catch (error) {
    await shadow.giveUp()
    throw error
  }
}

/** Puts what is planned into the progress, and gives it as it is reported before anything is written. */
const notePlanned = (
  { deps, options }: Running,
  world: PlannedWorld,
  progress: RunProgress,
): ChangeReport[] => {
  const { companies, findings } = world
  progress.plans = companies.flatMap(({ plan }) => plan.people)
  progress.periods = companies.map(({ company: { targetId, targetName }, period }) => ({
    companyId: targetId,
    companyName: targetName,
    current: period,
  }))
  progress.findings.push(...findings, ...progress.plans.flatMap((plan) => plan.findings))
  const newLinks = options.mode === 'plan' ? 'counted' : 'not-counted'
  progress.people = countPeople(world, { reports: [], newLinks })
  progress.links = companies.flatMap(toLinkReports)
  const planned = progress.plans.flatMap(toPlannedReports)
  const held = planned.filter(({ outcome }) => outcome === 'held').length
  deps.onProgress({ type: 'planned', changes: planned.length, held })
  return planned
}

/** A run that was stopped counts what it did, too. */
const applyWorld = async (
  { options, watch }: Running,
  world: PlannedWorld,
  progress: RunProgress,
): Promise<void> => {
  const stopReason = (): string | undefined => options.stopReason() ?? watch.stopReason()
  try {
    await applyCompanies(watch.deps, { ...options, stopReason }, world, progress)
  } finally {
    progress.findings = withoutAnswered(progress)
    progress.people = countPeople(world, { reports: progress.reports, newLinks: 'counted' })
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
  { deps, options, watch }: Running,
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
