import type { DesiredEmployee, TargetEmployee } from '../../../domain/employee.js'
import type { TargetEmployeeId } from '../../../domain/ids.js'
import type { MatchRule } from '../../../domain/link.js'
import { compareAttribute } from './compare-attributes.js'
import { findAlikes } from './look-alikes.js'
import { toPersonKeys } from '../person-keys.js'
import { buildPopulation, type Member } from '../population.js'

/** Says which target employees, who came after a plan was made, may be a person whom the plan creates. */
export type FindNewcomers = (
  person: DesiredEmployee['sections'],
  newcomers: readonly TargetEmployee[],
) => readonly TargetEmployeeId[]

/**
 * The same comparison as in planning: whom a rule points at, and who looks alike. Who has the person's
 * employee number counts too: the plan could not know that the number is given away, and the next one does.
 */
export const createFindNewcomers =
  (rules: readonly MatchRule[]): FindNewcomers =>
  ({ personalInfo, address }, newcomers) => {
    if (newcomers.length === 0) return []
    const person = { id: 'person', keys: toPersonKeys({ personalInfo, address }) }
    const came = buildPopulation(
      newcomers.map((employee): Member<TargetEmployeeId> => ({
        id: employee.id,
        keys: toPersonKeys({ personalInfo: employee.personalInfo, address: employee.address }),
      })),
    )
    const pointedAt = came.all.filter(({ keys }) =>
      rules.some(({ attributes }) =>
        attributes.every((attribute) => compareAttribute(person.keys, keys, attribute) === 'agrees'),
      ),
    )
    const ofNumber = came.find('employeeNumber', person.keys)
    const alike = findAlikes(person.keys, came, buildPopulation([person])).map(({ member }) => member)
    return [...new Set([...pointedAt, ...ofNumber, ...alike].map(({ id }) => id))].sort()
  }
