import type { TargetEmployee } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import { toFinding } from '../findings.js'
import { findAlikes } from './look-alikes.js'
import { toPersonKeys } from './person-keys.js'
import { buildPopulation, type Member, type Population } from './population.js'

interface SecondEmployeesInput {
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Every link of the connection in this company. */
  links: readonly Link[]
  /** Whom the run is about. */
  selected: ReadonlySet<SourceEmployeeId>
}

/**
 * Employees nobody is connected to who look like one that is connected: a person may be on the payroll twice. One finding for each connected
 * person, whoever made the second employee.
 */
export const findSecondEmployees = ({ targets, links, selected }: SecondEmployeesInput): Finding[] => {
  const connected = links.flatMap((link) => (link.status === 'connected' ? [link] : []))
  const held = new Set(connected.map(({ targetId }) => targetId))
  const loose = toPopulation([...targets.values()].filter(({ id }) => !held.has(id)))
  // The usual case, in which nobody's names have to be folded.
  if (loose.all.length === 0) return []
  const ours = connected.filter(({ sourceId }) => selected.has(sourceId))
  const beside = toPopulation(ours.flatMap(({ targetId }) => targets.get(targetId) ?? []))
  return ours.flatMap(({ sourceId, targetId }) => {
    const member = beside.get(targetId)
    const alikes = member === undefined ? [] : findAlikes(member.keys, loose, beside)
    if (alikes.length === 0) return []
    const finding = toFinding('possible-second-employee', sourceId)
    const ids = alikes.map(({ member: { id } }) => id).sort()
    return [{ ...finding, message: `${finding.message}: ${ids.join(', ')}` }]
  })
}

const toPopulation = (employees: readonly TargetEmployee[]): Population<TargetEmployeeId> =>
  buildPopulation(
    employees.flatMap(({ id, personalInfo, address }): Member<TargetEmployeeId>[] =>
      personalInfo === undefined ? [] : [{ id, keys: toPersonKeys({ personalInfo, address }) }],
    ),
  )
