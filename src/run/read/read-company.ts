import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import type { DesiredEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import { findsSomeone, needsEmployeeList } from '../../plan/match/pair-people.js'
import { letOthersIn } from '../in-turns.js'
import type { SourceWorld } from './read-source.js'
import { readEverybody, readRows } from './read-target.js'
import type { TargetWorld } from './target-world.js'
import { addKinds } from '../service/employee-kinds.js'
import type { CompanyPair, RunDeps } from '../settings.js'

/** Both sides of one company as they were read. */
export interface CompanySides {
  company: CompanyPair
  /** Everyone of the company in the source. */
  here: readonly DesiredEmployee[]
  /** Those of them whom the run is about. */
  people: readonly DesiredEmployee[]
  /** Every link of the connection in this company. */
  links: readonly Link[]
  period: CurrentPeriod
  target: TargetWorld
  /** Someone of the run has no pair yet. */
  isSearching: boolean
}

/**
 * Reads the target's side of every company. The lists of employees are read where someone's absence would
 * mean something; in all companies when someone is to be found, because an employee of another company may be
 * the same person.
 */
export const readCompanies = async (
  deps: RunDeps,
  source: SourceWorld,
  selected: ReadonlySet<SourceEmployeeId>,
  { today, links, refreshKinds }: { today: string; links: readonly Link[]; refreshKinds: boolean },
): Promise<readonly CompanySides[]> => {
  const read: CompanySides[] = []
  for (const company of deps.settings.companies)
    read.push(await readCompany(deps, company, { source, selected, today, links }))
  const isSearching = read.some((sides) => sides.isSearching)
  const complete: CompanySides[] = []
  for (const sides of read) {
    const { people, links: ours, target, company } = sides
    const needsList = isSearching || needsEmployeeList(people, ours, target.targets, today)
    const whole = needsList ? await readEverybody(deps, company, target, today) : target
    complete.push({ ...sides, target: await addKinds(deps, company, whole, { refresh: refreshKinds }) })
  }
  return complete
}

const readCompany = async (
  deps: RunDeps,
  company: CompanyPair,
  {
    source,
    selected,
    today,
    links,
  }: {
    source: SourceWorld
    selected: ReadonlySet<SourceEmployeeId>
    today: string
    links: readonly Link[]
  },
): Promise<CompanySides> => {
  const here = source.people.filter(({ sourceCompanyId }) => sourceCompanyId === company.sourceId)
  const { target } = deps
  const said = await target.readCurrentPeriod(company.targetId)
  const targets = await readRows(deps, company, today)
  const period = target.settlePeriod?.(company.targetId, said) ?? said
  if (period.period !== undefined && period.others !== undefined)
    deps.log.warn('what a company pays by is not known; payrollPeriod in the configuration says it', {
      company: company.targetId,
      taken: period.period.type,
    })
  await letOthersIn()
  const people = here.filter(({ sourceId }) => selected.has(sourceId))
  const ours = links.filter(({ companyId }) => companyId === company.targetId)
  const isSearching = findsSomeone(people, ours, today)
  return { company, here, people, links: ours, period, target: { targets, complete: false }, isSearching }
}
