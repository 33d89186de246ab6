import { AbortError } from '../../domain/errors.js'
import type { PlannedChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { toRunFailure, type RunFailure } from '../../domain/run/run-failure.js'
import type { Allowances } from '../../domain/threshold.js'
import { sendsSomething } from '../../plan/plan-person.js'
import { applyLimits } from '../../plan/checks/limits/apply-limits.js'
import { findShrink, type Shrink } from '../../plan/checks/limits/find-shrink.js'
import { toLimitFindings, toSyncCommand, type RunRequest } from '../../plan/checks/limits/limit-findings.js'
import type { PlannedCompany } from './plan-company.js'
import type { SourceWorld } from '../read/read-source.js'
import { refuseScopeFault } from '../scope/refuse-scope-fault.js'
import { countLeavers } from '../scope/count-leavers.js'
import type { RunDeps } from '../settings.js'

/** What a run was asked for, as far as limits have to do with it. */
export interface LimitOptions {
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  verifyAll?: boolean
  allow?: Allowances
}

/**
 * Stops a run that looks at no one or at others than was meant, or in which a side lost more people than it
 * may. Gives what could not be looked at. Throws `AbortError` before anything is written or stored.
 */
export const checkSides = async (
  deps: RunDeps,
  options: LimitOptions,
  read: Read,
): Promise<readonly Finding[]> => {
  const request = toRequest(deps, options)
  const { findings, isEmptyOnPurpose } = await refuseScopeFault(deps, read.source, {
    mayBeEmpty: request.allow.emptyScope === true || deps.settings.scope.mayBeEmpty === true,
    command: toSyncCommand(request, { emptyScope: true }),
  })
  // Who let an empty scope through has said that those people are gone.
  if (!isEmptyOnPurpose) await refuseSourceShrink(deps, read.source, request)
  await refuseTargetShrink(deps, request, read)
  return findings
}

/** What would stop a run over what was read; `null` when nothing does. */
export const findStop = async (
  deps: RunDeps,
  options: LimitOptions,
  read: Read,
): Promise<RunFailure | null> => {
  try {
    await checkSides(deps, options, read)
    return null
  } catch (error) {
    if (error instanceof AbortError) return toRunFailure(error)
    throw error
  }
}

interface Read {
  source: SourceWorld
  companies: readonly PlannedCompany[]
}

/**
 * A read that is complete by its own account can still be wrong, and what is planned on half of the people is
 * wrong too.
 */
const refuseTargetShrink = async (deps: RunDeps, request: RunRequest, read: Read): Promise<void> => {
  const { percent } = deps.settings.thresholds.shrink
  const { shrink: allow } = request.allow
  // Those who count are those they are counted among: under a pilot list the others are no one's loss.
  const dangling = read.companies.flatMap(({ pairing }) =>
    [...pairing.pairings].filter(([id, { kind }]) => kind === 'dangling' && read.source.inScope.has(id)),
  )
  if (dangling.length === 0) return
  const linked = await readConnected(deps, read.source)
  refuse(findShrink('target', { before: linked.size, gone: dangling.length }, percent, allow), request)
}

/**
 * Those who left by their own date are only asked for where too many are gone: that takes another reading.
 */
const refuseSourceShrink = async (deps: RunDeps, source: SourceWorld, request: RunRequest): Promise<void> => {
  const { percent } = deps.settings.thresholds.shrink
  const last = await deps.store.runs.findLastScope()
  if (last === undefined) return
  // No one is lost because the pilot list became shorter.
  const pilot = deps.settings.scope.employees.length
  const before = pilot === 0 ? last.people : Math.min(last.people, pilot)
  // A record that could not be read may be anyone's.
  const gone = Math.max(0, before - source.inScope.size - source.unreadable.length)
  const find = (gone: number) => findShrink('source', { before, gone }, percent, request.allow.shrink)
  if (find(gone) === undefined) return
  const left = await countLeavers(deps, last)
  refuse(find(Math.max(0, gone - left)), request)
}

/** What a run was asked for, as its commands repeat it. */
export const toRequest = ({ settings }: RunDeps, options: LimitOptions): RunRequest => ({
  connection: settings.connection,
  employees: options.employees,
  allowPastPeriods: options.allowPastPeriods,
  verifyAll: options.verifyAll === true,
  allow: options.allow ?? {},
})

/** What a person released by itself is not one of many. */
const wasReleased = (planned: PlannedChange): boolean =>
  planned.decision === 'send' && planned.release !== undefined

const refuse = (shrink: Shrink | undefined, request: RunRequest): void => {
  if (shrink === undefined) return
  const { side, before, gone, allowed } = shrink
  const command = toSyncCommand(request, { shrink: gone })
  throw side === 'source'
    ? new AbortError(
        `AlexisHR gives ${gone} fewer people in scope than at the last sync (${before - gone} instead of ${before}); up to ${allowed} may be missing`,
        'source-shrunk',
        `Look in AlexisHR and at the scope in the configuration. If they really left: ${command}`,
      )
    : new AbortError(
        `${gone} of ${before} connected employees are no longer in Nmbrs; up to ${allowed} may be missing`,
        'target-shrunk',
        `Look in Nmbrs, and end the links of people who left: nmbrs-sync disconnect SOURCE. If it is right: ${command}`,
      )
}

/** Holds every kind of change that goes over its limit, and says of each which command lets it through. */
export const holdOverLimits = async (
  deps: RunDeps,
  options: LimitOptions,
  { source, companies }: Read,
): Promise<{ companies: readonly PlannedCompany[]; findings: readonly Finding[] }> => {
  if (!companies.some(({ plan }) => plan.people.some(sendsSomething))) return { companies, findings: [] }
  const linked = await readConnected(deps, source)
  for (const { plan } of companies) for (const { sourceId } of plan.newLinks) linked.add(sourceId)
  const { plans, exceeded } = applyLimits({
    plans: companies.map(({ plan }) => plan),
    linked: linked.size,
    thresholds: deps.settings.thresholds,
    allow: options.allow ?? {},
    isExempt: wasReleased,
  })
  return {
    companies: companies.map((company, index) => ({ ...company, plan: plans[index] ?? company.plan })),
    findings: toLimitFindings(exceeded, toRequest(deps, options)),
  }
}

/** Everyone in scope who is connected, whether or not they are planned in this run. */
const readConnected = async (
  { store }: Pick<RunDeps, 'store'>,
  { inScope }: SourceWorld,
): Promise<Set<SourceEmployeeId>> => {
  const links = await store.links.readLinks()
  return new Set(
    links.flatMap(({ status, sourceId }) =>
      status === 'connected' && inScope.has(sourceId) ? [sourceId] : [],
    ),
  )
}
