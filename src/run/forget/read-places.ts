import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { KnownPerson, Place } from '../../domain/people/leaver.js'
import type { TargetWord } from '../../plan/service/judge-leaver.js'
import { standOf } from '../../plan/service/standing.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import type { SourceWorld } from '../read/read-source.js'
import type { RunDeps } from '../settings.js'

/** Both sides as a run read them, for everyone. */
export interface ReadWorld {
  source: SourceWorld
  companies: readonly Pick<PlannedCompany, 'company' | 'target'>[]
}

type Lists = ReadonlyMap<TargetCompanyId, ReadonlySet<TargetEmployeeId>>

/**
 * Gives the function that says what was read of an employee. `gone` for someone who is not among the rows as
 * long as the list of their company was not read; an empty list proves nothing.
 */
export const toTargetWord = (
  { companies }: ReadWorld,
  lists: Lists,
  today: string,
): ((place: Place) => TargetWord) => {
  const targetOf = new Map(companies.map(({ company, target }) => [company.targetId, target]))
  return ({ companyId, targetId }) => {
    const target = targetOf.get(companyId)
    if (target === undefined) return { state: 'not-read' }
    const employee = target.targets.get(targetId)
    if (employee !== undefined) return standOf(employee, today)
    const list = target.listed ?? lists.get(companyId)
    if (list?.size === 0) return { state: 'not-read' }
    return { state: list?.has(targetId) === true ? 'unknown' : 'gone' }
  }
}

/** The lists of employees of the companies where one of these people is not among the rows. */
export const readLists = async (
  { target }: Pick<RunDeps, 'target'>,
  { companies }: ReadWorld,
  people: readonly KnownPerson[],
): Promise<Lists> => {
  const places = people.flatMap((person) => person.places)
  const lists = new Map<TargetCompanyId, ReadonlySet<TargetEmployeeId>>()
  for (const { company, target: read } of companies) {
    const isMissed = places.some(
      ({ companyId, targetId }) => companyId === company.targetId && !read.targets.has(targetId),
    )
    if (!isMissed || read.listed !== undefined) continue
    const list = await target.readEmployeeList(company.targetId)
    lists.set(company.targetId, new Set(list.map(({ id }) => id)))
  }
  return lists
}
