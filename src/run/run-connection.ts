import { applyPlans } from '../apply/apply-plan.js'
import { createPeriodWatch, type PeriodWatchOptions } from '../apply/period-watch.js'
import { fieldsOfChange, toPlannedOutcome, type ChangeReport } from '../domain/change.js'
import { AbortError } from '../domain/errors.js'
import type { Finding } from '../domain/finding.js'
import type { RunId, SourceEmployeeId } from '../domain/ids.js'
import { toRunFailure } from '../domain/run-failure.js'
import type { Allowances } from '../domain/threshold.js'
import type { CallCounts, PeopleCounts, RunDocument, RunMode, RunResult, RunTrigger } from '../domain/run.js'
import type { PersonPlan } from '../plan/plan-person.js'
import type { FieldsOfSection } from '../plan/keep-fields.js'
import { holdOverLimits, refuseShrink } from './check-limits.js'
import { toPolicyOf } from './field-policies.js'
import { purgeOldRuns } from './old-runs.js'
import { countPeople } from './people-counts.js'
import type { PlannedCompany } from './plan-company.js'
import { createRunGate } from './hold-companies.js'
import { readAndPlan, type PlannedWorld } from './read-and-plan.js'
import { digestWorld, refuseStalePlan, toSavedPlan, type SavedPlan } from './saved-plan.js'
import type { RunDeps } from './settings.js'
import type { OpenIntent } from './store.js'

export interface RunOptions {
  runId: RunId
  mode: RunMode
  trigger: RunTrigger
  /** Only these people are planned; empty: everybody in scope. */
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  /** Look at every field and every bank account, also where nothing moved since all was settled. */
  verifyAll?: boolean
  /** Limits that are lifted for this run. */
  allow?: Allowances
  /** Only changes of these fields are planned. */
  only?: readonly FieldsOfSection[]
  /** A plan from a file, which must still hold. */
  savedPlan?: SavedPlan
  /** Asked once the plan is made and before anything is written; `false` ends the run. */
  confirm?: (preview: RunPreview) => Promise<boolean>
  /** Why the run should stop; asked before every write. */
  stopReason: () => string | undefined
}

/** What a person is shown before he agrees. Holds personal values: for his own screen only. */
export interface RunPreview {
  people: readonly PersonPlan[]
  changes: readonly ChangeReport[]
  findings: readonly Finding[]
}

export interface RunEnd {
  document: RunDocument
  /** Every planned person; for the user's own screen only. */
  people: readonly PersonPlan[]
  /** For `plan --out`; only when the plan was made whole. */
  savedPlan: SavedPlan | undefined
  /** What stopped the run before its end. */
  error: Error | undefined
}

/** What is known of a run so far; kept outside the steps so that a run that fails midway still reports all of it. */
interface Progress {
  people: PeopleCounts
  plans: readonly PersonPlan[]
  reports: ChangeReport[]
  findings: Finding[]
  /** Reports whose outcome is not stored with a write. */
  unwritten: ChangeReport[]
  savedPlan: SavedPlan | undefined
}

const nobody: PeopleCounts = { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 }

/**
 * One pass over one connection: read both sides, plan, and for a sync apply. Never throws for what a remote or the data does; the end says
 * what happened, and what became of every change is stored as it happens.
 */
export const runConnection = async (deps: RunDeps, options: RunOptions): Promise<RunEnd> => {
  const { store, onProgress, settings, now } = deps
  const startedAt = toIsoText(now())
  const whole = options.employees.length === 0
  await store.startRun({ id: options.runId, mode: options.mode, trigger: options.trigger, startedAt, whole })
  onProgress({
    type: 'run-started',
    runId: options.runId,
    connection: settings.connection,
    mode: options.mode,
  })
  const progress: Progress = {
    people: nobody,
    plans: [],
    reports: [],
    findings: [],
    unwritten: [],
    savedPlan: undefined,
  }
  const error = await attempt(() => runSteps(deps, options, startedAt, progress))
  const result = toResult(progress, error)
  const finishedAt = toIsoText(now())
  const calls = countCalls(deps)
  const failure = await attempt(async () => {
    await store.writeReports(options.runId, progress.unwritten, progress.findings)
    const ended = { result, finishedAt, people: progress.people, calls }
    const failure = error === undefined ? {} : { failure: toRunFailure(error) }
    await store.finishRun(options.runId, { ...ended, ...failure })
  })
  if (options.mode === 'sync') await purgeOldRuns(deps)
  onProgress({ type: 'run-finished', runId: options.runId, result })
  const run = {
    id: options.runId,
    connection: settings.connection,
    mode: options.mode,
    trigger: options.trigger,
  }
  const { people, reports, findings } = progress
  return {
    document: { run: { ...run, result, startedAt, finishedAt }, people, changes: reports, findings, calls },
    people: progress.plans,
    savedPlan: progress.savedPlan,
    error: error ?? failure,
  }
}

const toIsoText = (epochMs: number): string => new Date(epochMs).toISOString()

const attempt = async (steps: () => Promise<void>): Promise<Error | undefined> => {
  try {
    await steps()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const runSteps = async (
  deps: RunDeps,
  options: RunOptions,
  startedAt: string,
  progress: Progress,
): Promise<void> => {
  if (options.mode === 'sync') await noteCircumstances(deps, options)
  const read = await readAndPlan(deps, {
    ...options,
    ignoreSeals: options.verifyAll === true,
    noteHolds: true,
    checkRead: (both) => refuseShrink(deps, options, both),
  })
  const { source } = read
  const { companies, findings } = await holdOverLimits(deps, options, read)
  progress.findings.push(...read.findings, ...findings)
  progress.plans = companies.flatMap(({ plan }) => plan.people)
  progress.findings.push(...progress.plans.flatMap(({ findings }) => findings))
  progress.people = countPeople(source, companies, [])
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
  const preview = { people: progress.plans, changes: planned, findings: progress.findings }
  if (options.confirm !== undefined && !(await options.confirm(preview))) {
    progress.reports = planned
    throw new AbortError('Nothing was written', 'stopped', 'To carry the plan out: nmbrs-sync sync')
  }
  await applyCompanies(deps, options, { ...read, companies }, progress)
  progress.people = countPeople(source, companies, progress.reports)
}

/** Puts on record under which settings a sync runs, and what a person allowed for it. */
const noteCircumstances = async ({ store, settings }: RunDeps, options: RunOptions): Promise<void> => {
  await store.noteSettings(settings.digests)
  const limits = Object.entries(options.allow ?? {}).map(([limit, people]) => `${limit}=${people}`)
  const allowed = [...(options.allowPastPeriods ? ['past-periods'] : []), ...limits]
  if (allowed.length > 0) await store.noteAllowed(allowed)
}

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

const applyCompanies = async (
  deps: RunDeps,
  options: RunOptions,
  { source, companies, openIntents, goneHolds }: PlannedWorld,
  progress: Progress,
): Promise<void> => {
  const { store } = deps
  await storePlanned(deps, companies)
  if (goneHolds.length > 0) await store.closeHolds(goneHolds)
  const total = progress.plans.reduce((sum, { changes }) => sum + changes.length, 0)
  let stopped: Error | undefined
  const onReport = (change: ChangeReport, findings: readonly Finding[]): void => {
    progress.reports.push(change)
    progress.findings.push(...findings)
    if (change.outcome === 'held' || change.outcome === 'skipped') {
      if (change.reason !== 'target-moved') progress.unwritten.push(change)
    }
    deps.onProgress({ type: 'change-finished', change, done: progress.reports.length, total })
  }
  const stop = (error: Error): void => {
    stopped ??= error
  }
  await applyPlans(
    companies.map(({ plan }) => plan),
    {
      runId: options.runId,
      target: deps.target,
      journal: store,
      policyOf: toPolicyOf(deps.mapping),
      digest: store.digest,
      allowPastPeriods: options.allowPastPeriods,
      stopReason: () => stopped?.message ?? options.stopReason(),
      stop,
      periods: createPeriodWatch({
        target: deps.target,
        now: deps.now,
        companies: toWatched(companies),
        stop,
      }),
      onReport,
      gate: createRunGate(deps, source, companies),
    },
  )
  await settleIntents(deps, openIntents, progress)
  for (const { company, bankLooks } of companies) {
    await store.writeBankLooks(company.targetId, bankLooks, toIsoText(deps.now()))
  }
  if (stopped !== undefined) throw stopped
  const reason = options.stopReason()
  if (reason !== undefined)
    throw new AbortError(
      reason,
      'stopped',
      'What was not written is written by the next run: nmbrs-sync sync',
    )
}

const toWatched = (companies: readonly PlannedCompany[]): PeriodWatchOptions['companies'] =>
  new Map(
    companies.map(({ company, period, plan }) => {
      const sends = plan.people.flatMap(({ changes }) =>
        changes.filter(({ decision }) => decision === 'send'),
      )
      return [company.targetId, { period, writes: sends.length }]
    }),
  )

/** Stores what the plan found without writing to the target: new links, lost creations that were found or ruled out, what is in sync. */
const storePlanned = async ({ store }: RunDeps, companies: readonly PlannedCompany[]): Promise<void> => {
  for (const { plan, pairing, company } of companies) {
    await store.writeLinks(plan.newLinks)
    const planned = new Set(plan.people.map(({ subject }) => subject))
    const resolved = pairing.resolved.filter(({ subject }) => planned.has(subject))
    await store.resolveIntents(
      resolved.filter(({ found }) => found).map(({ intentId }) => intentId),
      'found-applied',
    )
    await store.resolveIntents(
      resolved.filter(({ found }) => !found).map(({ intentId }) => intentId),
      'found-not-applied',
    )
    await store.writeBaselines(
      plan.people.flatMap(({ subject, settled }) =>
        settled.map(({ section, baseline }) => ({ subject, companyId: company.targetId, section, baseline })),
      ),
    )
  }
}

/**
 * Closes what earlier runs left open. A bank replacement stays open until its person's bank account is settled, because it names the
 * account that is still to be ended.
 */
const settleIntents = async (
  { store }: RunDeps,
  openIntents: readonly OpenIntent[],
  { plans, reports }: Progress,
): Promise<void> => {
  const planned = new Map(plans.map((plan) => [plan.subject, plan]))
  const unsettled = new Set(
    reports
      .filter(
        ({ section, outcome }) =>
          section === 'bankAccount' && outcome !== 'applied' && outcome !== 'unchanged',
      )
      .map(({ subject }) => subject),
  )
  const closed = openIntents.filter(({ kind, subject, section }) => {
    if (kind === 'create') return planned.get(subject)?.pairing === 'connected'
    return planned.has(subject) && !(section === 'bankAccount' && unsettled.has(subject))
  })
  await store.resolveIntents(
    closed.map(({ id }) => id),
    'superseded',
  )
}

const toResult = ({ reports, findings, people }: Progress, error: Error | undefined): RunResult => {
  if (error instanceof AbortError) return 'aborted'
  if (error !== undefined || reports.some(({ outcome }) => outcome === 'failed' || outcome === 'unknown'))
    return 'failed'
  // What a person rejected waits for nobody.
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
