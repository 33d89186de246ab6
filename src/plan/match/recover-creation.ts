import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import { sortCandidates, toCandidate, type Candidate } from './find-candidates.js'
import { agrees, contradicts, toAttributeKeys, type AttributeKeys } from './match-attributes.js'
import type { IndexedTarget, TargetIndex } from './target-index.js'

/**
 * The target employees that a creation whose answer was lost may have made: unconnected, with the name that was sent,
 * nothing that contradicts the birth date, and the start date that was sent where it can be seen.
 * None: it did not happen. One: that is him. Several: a person must choose.
 */
export const findLostCreation = (
  person: DesiredEmployee,
  index: TargetIndex,
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
  connected: ReadonlySet<TargetEmployeeId>,
): Candidate[] => {
  const { keys, startDate } = lookOf(person)
  return toCandidates(keys, [...index.withAttribute('lastName', keys)], (target) => {
    if (connected.has(target.id) || !agrees(keys, target.keys, 'firstName')) return false
    if (contradicts(keys, target.keys, 'birthDate')) return false
    const held = targets.get(target.id)?.employment?.InitialStartDate ?? ''
    return held === '' || held === startDate
  })
}

/**
 * The target employees that may be a lost creation whose person was corrected in the source since: unconnected, without a birth date, as a creation
 * leaves them until its personal data follow, and with the first name, the last name or the start date of the person. They prove nothing, so a
 * person must choose.
 */
export const findBareCreations = (
  person: DesiredEmployee,
  index: TargetIndex,
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
  connected: ReadonlySet<TargetEmployeeId>,
): Candidate[] => {
  const { keys, startDate } = lookOf(person)
  return toCandidates(keys, index.all, (target) => {
    if (connected.has(target.id) || target.keys.birthDate.length > 0) return false
    if (agrees(keys, target.keys, 'firstName') || agrees(keys, target.keys, 'lastName')) return true
    return startDate !== undefined && targets.get(target.id)?.employment?.InitialStartDate === startDate
  })
}

/** What a creation of this person shows of him. */
const lookOf = ({ sections }: DesiredEmployee) => ({
  keys: toAttributeKeys(sections.personalInfo ?? {}),
  startDate: sections.employment?.InitialStartDate,
})

const toCandidates = (
  keys: AttributeKeys,
  targets: readonly IndexedTarget[],
  mayBe: (target: IndexedTarget) => boolean,
): Candidate[] => sortCandidates(targets.filter(mayBe).map((target) => toCandidate(keys, target)))
