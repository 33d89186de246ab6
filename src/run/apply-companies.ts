import type { ApplyContext } from '../apply/apply-person.js'
import { applyPlans } from '../apply/apply-plan.js'
import type { Stops } from '../apply/gate/find-obstacle.js'
import { createPeriodWatch, type PeriodWatchOptions } from '../apply/gate/period-watch.js'
import { sectionsIn } from '../domain/baseline.js'
import type { ChangeReport } from '../domain/change.js'
import { AbortError } from '../domain/errors.js'
import type { Finding } from '../domain/finding.js'
import { digestRefused } from '../domain/hold/lasting-refusal.js'
import type { Plan } from '../plan/build-plan.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { openCanary, type CanaryStage } from './canary/canary-stage.js'
import { createAccountDigests } from './read/account-digests.js'
import { toPolicyOf } from './plan/field-policies.js'
import { createRunGate } from './plan/hold-companies.js'
import { createStops } from './stops.js'
import { watchNewcomers } from './plan/watch-newcomers.js'
import type { PlannedCompany } from './plan/plan-company.js'
import type { PlannedWorld } from './plan/planned-world.js'
import type { RunOptions } from './run-options.js'
import type { RunProgress } from './run-progress.js'
import type { RunDeps } from './settings.js'
import { findSettledIntents } from './settled-intents.js'
import type { SettledSection } from './store/baselines.js'
import { toCommand } from './sync-command.js'

/**
 * Carries the plans of a connection's companies out and closes what earlier runs left open. Throws what
 * stopped it; everything that was done is stored and reported by then.
 */
export const applyCompanies = async (
  deps: RunDeps,
  options: RunOptions,
  { source, companies, openIntents, goneHolds, movedRefusals }: PlannedWorld,
  progress: RunProgress,
): Promise<void> => {
  const { store } = deps
  await storePlanned(deps, companies)
  if (goneHolds.length > 0) await store.holds.closeHolds(goneHolds)
  if (movedRefusals.length > 0) await store.work.dropRefusals(movedRefusals)
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
  const stops = createStops(options, () => stopped, deps.now)
  const canary = openCanary(deps, options)
  await applyPlans(
    companies.map(({ plan }) => plan),
    {
      ...stops,
      runId: options.runId,
      target: deps.target,
      journal: store.journal,
      policyOf: toPolicyOf(deps.mapping),
      digest: store.digest,
      digestRefused: toDigestRefused(store, companies),
      allowPastPeriods: options.allowPastPeriods,
      stop,
      periods: createPeriodWatch({
        target: deps.target,
        now: deps.now,
        companies: toWatched(companies),
        stop,
      }),
      newcomers: watchNewcomers(deps, companies, stop),
      onReport,
      gate: createRunGate(deps, source, companies),
    },
    canary,
  ).finally(stops.close)
  noteCanary(canary, progress)
  const closed = findSettledIntents({ source, companies, openIntents, reports: progress.reports })
  await store.journal.resolveIntents(closed, 'superseded')
  for (const { company, bankLooks } of companies) {
    await store.accounts.writeBankLooks(company.targetId, bankLooks, new Date(deps.now()).toISOString())
  }
  await storeAccounts(deps, companies, progress)
  if (stopped !== undefined) throw stopped
  canary?.throwIfFailed()
  throwIfCutShort(stops, progress, toCommand(deps, options))
}

const noteCanary = (canary: CanaryStage | undefined, progress: RunProgress): void => {
  const report = canary?.report()
  if (report !== undefined) progress.canary = report
  progress.findings.push(...(canary?.findings() ?? []))
}

const toDigestRefused = (
  { digest }: RunDeps['store'],
  companies: readonly PlannedCompany[],
): ApplyContext['digestRefused'] => {
  const periods = new Map(companies.map(({ company, period }) => [company.targetId, period.text]))
  return (change) => digestRefused(digest, change, periods.get(change.companyId) ?? '')
}

/** A run that was through when it was asked to stop has come to its end. */
const throwIfCutShort = ({ stopReason }: Stops, { reports }: RunProgress, command: string): void => {
  const reason = reports.some((report) => report.reason === 'stopped') ? stopReason() : undefined
  if (reason === undefined) return
  throw new AbortError(reason, 'stopped', `What was not written is written by the next run: ${command}`)
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

/**
 * Stores what the plan found without writing to the target: new links, lost creations that were found or
 * ruled out, what is in sync.
 */
const storePlanned = async ({ store }: RunDeps, companies: readonly PlannedCompany[]): Promise<void> => {
  for (const { plan, personSeals, pairing, company, target } of companies) {
    await store.links.writeLinks(plan.newLinks)
    if (target.kinds !== undefined) await store.kinds.writeKinds(company.targetId, target.kinds)
    const planned = new Set(plan.people.map(({ subject }) => subject))
    const resolved = pairing.resolved.filter(({ subject }) => planned.has(subject))
    await store.journal.resolveIntents(
      resolved.filter(({ found }) => found).map(({ intentId }) => intentId),
      'found-applied',
    )
    await store.journal.resolveIntents(
      resolved.filter(({ found }) => !found).map(({ intentId }) => intentId),
      'found-not-applied',
    )
    await store.baselines.writeBaselines(plan.people.flatMap((person) => toRecovered(person, plan)))
    await store.baselines.writeBaselines(
      plan.people.flatMap(({ subject, settled }) =>
        settled.map(({ section, baseline }) => ({ subject, companyId: company.targetId, section, baseline })),
      ),
    )
    await store.baselines.writePersonSeals(company.targetId, personSeals)
  }
}

/** What the creation sent of someone whose employee was found just now. */
const toRecovered = ({ subject, baselines }: PersonPlan, { companyId, newLinks }: Plan): SettledSection[] =>
  newLinks.some(
    (link) => link.status === 'connected' && link.sourceId === subject && link.origin === 'recovered',
  )
    ? sectionsIn(baselines).map(([section, baseline]) => ({ subject, companyId, section, baseline }))
    : []

/**
 * Stores which accounts the employees hold now: those seen before the writes, and those that were written.
 */
const storeAccounts = async (
  deps: RunDeps,
  companies: readonly PlannedCompany[],
  { reports }: RunProgress,
): Promise<void> => {
  const { toDigests } = createAccountDigests(deps, new Map())
  const written = new Map(
    reports
      .filter(({ section, outcome }) => section === 'bankAccount' && outcome === 'applied')
      .map(({ subject, targetId }) => [subject, targetId]),
  )
  for (const { company, plan, accounts } of companies) {
    const held = new Map(accounts)
    for (const { subject, changes } of plan.people) {
      const targetId = written.get(subject)
      for (const { change } of changes)
        if (targetId && change.section === 'bankAccount') held.set(targetId, toDigests(change.after))
    }
    await deps.store.accounts.writeAccounts(company.targetId, held)
  }
}
