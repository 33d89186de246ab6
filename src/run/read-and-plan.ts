import type { SourceEmployeeId } from '../domain/ids.js'
import { toDayInZone } from '../domain/plain-date.js'
import { planCompany, type PlannedCompany } from './plan-company.js'
import { readSourceWorld, selectPeople, type SourceWorld } from './read-source.js'
import { checkCompanies } from './read-target.js'
import type { RunDeps } from './settings.js'
import type { OpenIntent } from './store.js'

export interface PlanOptions {
  /** Only these people are planned; empty: everybody in scope. */
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  /** Look at every field again, also where nothing moved since all was settled. */
  ignoreSeals?: boolean
  /** Give a plan for everybody, also for those about whom there is nothing to say. */
  planSettled?: boolean
}

/** Both sides read, and what a sync would do. */
export interface PlannedWorld {
  source: SourceWorld
  companies: readonly PlannedCompany[]
  openIntents: readonly OpenIntent[]
}

/**
 * Reads both sides and plans. Writes nothing, neither to a remote nor to the state. Throws `AuthError`, `RemoteError`, `AbortError`,
 * or `ConfigError` for an employee that is not in scope.
 */
export const readAndPlan = async (deps: RunDeps, options: PlanOptions): Promise<PlannedWorld> => {
  const { settings, store, target, now } = deps
  const today = toDayInZone(now(), settings.timeZone)
  const source = await readSourceWorld(deps, today)
  const selected = selectPeople(source, options.employees)
  await checkCompanies(target, settings.companies)
  const openIntents = await store.readOpenIntents()
  const companies: PlannedCompany[] = []
  for (const company of settings.companies) {
    companies.push(await planCompany(deps, company, source, { ...options, today, selected, openIntents }))
  }
  return { source, companies, openIntents }
}
