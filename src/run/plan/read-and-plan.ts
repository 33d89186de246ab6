import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { findLeftOpen } from '../../plan/holds/find-left-open.js'
import { keepFields, type FieldsOfSection } from '../../plan/sections/keep-fields.js'
import { isLeftOut } from '../../plan/match/pair-people.js'
import { createAccountDigests } from '../read/account-digests.js'
import { holdCompanies } from './hold-companies.js'
import { planCompany, type PlannedCompany, type Surroundings } from './plan-company.js'
import { readCompanies, type CompanySides } from '../read/read-company.js'
import { readSourceWorld, selectPeople, type SourceWorld } from '../read/read-source.js'
import { checkListedCompanies } from '../scope/check-listed-companies.js'
import { warnOfSecondAddresses } from '../../plan/checks/refused/warn-of-second-addresses.js'
import { findSeconds } from '../service/find-seconds.js'
import { findService } from '../service/find-service.js'
import type { RunDeps } from '../settings.js'
import type { GoneHold } from '../store/holds.js'
import type { OpenIntent } from '../store/intents.js'
import { holdRefusedWrites } from '../worklist/hold-refused-writes.js'

export interface PlanOptions {
  /** Only these people are planned; empty: everyone in scope. */
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  /** Look at every field again, also where nothing moved since all was settled. */
  ignoreSeals?: boolean
  /** Give a plan for everyone, also for those about whom there is nothing to say. */
  planSettled?: boolean
  /** Store changes that wait for a person and never did before, so that they can be released. */
  noteHolds?: boolean
  /** Read the lists by type where what is known of them is too old. */
  refreshKinds?: boolean
  /** Asked once both sides are read and before anything is stored; throws to stop. */
  checkRead?: (read: { source: SourceWorld; companies: readonly PlannedCompany[] }) => Promise<void>
  /** The source as it was read before; left out: it is read. */
  source?: SourceWorld
  /** Told as soon as the source is read. */
  onSourceRead?: (source: SourceWorld) => void
  /** Only changes of these fields are planned. */
  only?: readonly FieldsOfSection[]
}

/** Both sides read, and what a sync would do. */
export interface PlannedWorld {
  source: SourceWorld
  companies: readonly PlannedCompany[]
  openIntents: readonly OpenIntent[]
  /** Beside those of each person's plan. */
  findings: readonly Finding[]
  /** Those of them that are about who is in service. */
  service: readonly Finding[]
  /** Holds whose change is not there any more. */
  goneHolds: readonly GoneHold[]
  /** Refused writes that are to be forgotten: a value of them moved. */
  movedRefusals: readonly Refusal[]
  /** Whom the plan is about. */
  selected: ReadonlySet<SourceEmployeeId>
}

/**
 * Reads both sides, plans, and holds what waits for a person. Writes nothing to a remote, and nothing to the
 * state but, when asked, holds. Throws `AuthError`, `RemoteError`, `AbortError`, or `ConfigError` for an
 * employee that is not in scope.
 */
export const readAndPlan = async (deps: RunDeps, options: PlanOptions): Promise<PlannedWorld> => {
  const { settings, store, now } = deps
  const today = toDayInZone(now(), settings.timeZone)
  const source = options.source ?? (await readSourceWorld(deps, today))
  options.onSourceRead?.(source)
  const selected = selectPeople(source, options.employees)
  const unlisted = await checkListedCompanies(deps)
  const openIntents = await store.journal.readOpenIntents()
  // Read once: of tens of thousands of people they are a good part of the memory of a run.
  const links = await store.links.readLinks()
  const all = await readCompanies(deps, source, selected, {
    today,
    links,
    refreshKinds: options.refreshKinds === true,
  })
  const around = { source, all, ...(await readSurroundings(deps, source, all, today)) }
  const planned: PlannedCompany[] = []
  for (const sides of all)
    planned.push(await planCompany(deps, sides, around, { ...options, today, selected, openIntents }))
  await options.checkRead?.({ source, companies: planned })
  const held = await holdCompanies(
    deps,
    { source, companies: planned, selected },
    { note: options.noteHolds === true, whole: options.employees.length === 0 },
  )
  const { companies: checked, movedRefusals } = await holdRefusedWrites(
    deps,
    { source, companies: held.companies, selected },
    options,
  )
  const companies = checked.map((company) => ({
    ...company,
    plan: warnOfSecondAddresses(company.plan, company.target.targets, deps.target.capabilities),
  }))
  const service = await findService(deps, { source, planned, links }, today)
  const findings = [
    ...source.findings,
    ...unlisted,
    ...held.findings,
    ...findLeftOpen(openIntents, (id) => source.inScope.has(id) || source.mayBeUnread(id)),
    ...planned.flatMap(({ told }) => told),
    ...findSeconds(planned, selected, today),
    ...service,
  ]
  const world = {
    source,
    findings: keepAsked(findings, options.employees),
    service: keepAsked(service, options.employees),
    goneHolds: held.gone,
    movedRefusals,
    selected,
  }
  if (options.only === undefined) return { ...world, companies, openIntents }
  // What is left out of the plan is left open too: an earlier write that is to be finished is not finished by
  // this run.
  return { ...world, companies: keepOnly(companies, options.only), openIntents: [] }
}

/** A run for some people says nothing of the others. */
const keepAsked = (findings: readonly Finding[], asked: readonly SourceEmployeeId[]): readonly Finding[] => {
  if (asked.length === 0) return findings
  const about = new Set(asked)
  return findings.filter(({ subject }) => about.has(subject))
}

/** What tells a second record of a person, whichever company it is in. */
const readSurroundings = async (
  deps: RunDeps,
  source: SourceWorld,
  all: readonly CompanySides[],
  today: string,
): Promise<Pick<Surroundings, 'everyone' | 'accounts'>> => {
  const leftOut = new Set(
    all.flatMap(({ links }) =>
      links.filter((link) => isLeftOut(link, today)).map(({ sourceId }) => sourceId),
    ),
  )
  const isSearching = all.some((sides) => sides.isSearching)
  return {
    everyone: source.people.filter(({ sourceId }) => !leftOut.has(sourceId)),
    accounts: createAccountDigests(deps, isSearching ? await deps.store.accounts.readAccounts() : new Map()),
  }
}

/** Holds are decided about before, so that leaving a change out of a run never takes its hold away. */
const keepOnly = (
  companies: readonly PlannedCompany[],
  only: readonly FieldsOfSection[],
): readonly PlannedCompany[] =>
  companies.map((company) => ({
    ...company,
    plan: { ...company.plan, people: company.plan.people.map((person) => keepFields(person, only)) },
  }))
