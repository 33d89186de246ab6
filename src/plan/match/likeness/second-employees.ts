import type { TargetEmployee } from '../../../domain/employee.js'
import type { Finding } from '../../../domain/finding.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { Link } from '../../../domain/link.js'
import { tellFinding } from '../../../domain/findings/to-finding.js'
import { standOf } from '../../service/standing.js'
import { findAlikes } from './look-alikes.js'
import { toPersonKeys } from '../person-keys.js'
import { buildPopulation, type Member, type Population } from '../population.js'

interface SecondEmployeesInput {
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Every link of the connection in this company. */
  links: readonly Link[]
  /** Whom the run is about. */
  selected: ReadonlySet<SourceEmployeeId>
  /** The other companies of the connection. */
  elsewhere: readonly OtherCompany[]
  today: string
}

interface OtherCompany {
  companyId: TargetCompanyId
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Every link of the connection there. */
  links: readonly Link[]
}

/**
 * Employees no one is connected to who look like one that is connected: a person may be on the payroll twice.
 * One finding for each connected person, no matter who made the second employee. In another company only
 * someone who works there counts, beside someone who works here: people who moved leave a record behind.
 */
export const findSecondEmployees = (input: SecondEmployeesInput): Finding[] => {
  const { targets, links, selected, elsewhere, today } = input
  const connected = connectedOf(links)
  const loose = toPopulation(findLoose(targets, links))
  const others = elsewhere.flatMap((other) => {
    const found = findLoose(other.targets, other.links).filter((employee) => isRunning(employee, today))
    return found.length === 0 ? [] : [{ companyId: other.companyId, loose: toPopulation(found) }]
  })
  // The usual case, in which no one's names have to be folded.
  if (loose.all.length === 0 && others.length === 0) return []
  const ours = connected.filter(({ sourceId }) => selected.has(sourceId))
  const beside = toPopulation(ours.flatMap(({ targetId }) => targets.get(targetId) ?? []))
  return ours.flatMap(({ sourceId, targetId }) => {
    const [member, target] = [beside.get(targetId), targets.get(targetId)]
    if (member === undefined || target === undefined) return []
    const here = listAlikes(member, loose, beside)
    const there = isRunning(target, today)
      ? others.flatMap((other) =>
          listAlikes(member, other.loose, beside).map((id) => `${id} of company ${other.companyId}`),
        )
      : []
    if (here.length + there.length === 0) return []
    const employments = [...here, ...there].join(', ')
    return [tellFinding('possible-second-employee', { subject: sourceId }, { employments })]
  })
}

const connectedOf = (links: readonly Link[]) =>
  links.flatMap((link) => (link.status === 'connected' ? [link] : []))

const findLoose = (
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
  links: readonly Link[],
): TargetEmployee[] => {
  const held = new Set(connectedOf(links).map(({ targetId }) => targetId))
  return [...targets.values()].filter(({ id }) => !held.has(id))
}

const isRunning = (employee: TargetEmployee, today: string): boolean =>
  standOf(employee, today).state === 'in'

const listAlikes = (
  member: Member<TargetEmployeeId>,
  loose: Population<TargetEmployeeId>,
  beside: Population<TargetEmployeeId>,
): TargetEmployeeId[] =>
  findAlikes(member.keys, loose, beside)
    .map(({ member: { id } }) => id)
    .sort()

const toPopulation = (employees: readonly TargetEmployee[]): Population<TargetEmployeeId> =>
  buildPopulation(
    employees.flatMap(({ id, personalInfo, address }): Member<TargetEmployeeId>[] =>
      personalInfo === undefined ? [] : [{ id, keys: toPersonKeys({ personalInfo, address }) }],
    ),
  )
