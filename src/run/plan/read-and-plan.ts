import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
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
import { holdRefusedWrites } from '../worklist/hold-refused-writes.js'
import type { PlannedWorld, PlanOptions } from './planned-world.js'

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
