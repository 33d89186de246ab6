import type { DesiredEmployee, TargetEmployee } from '../../../domain/employee.js'
import type { TargetEmployeeId } from '../../../domain/ids.js'
import { sortCandidates, toCandidate, type Candidate } from '../candidate.js'
import type { PersonKeys } from '../person-keys.js'
import type { Member, Population } from '../population.js'

/** The target employees among whom a creation may be, and what is read of them. */
export interface CreationPlace {
  population: Population<TargetEmployeeId>
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Whether the employee can be the result of a creation. */
  isFree: (id: TargetEmployeeId) => boolean
}

/** The first day with which a person is created. */
export const startOf = ({ sections }: DesiredEmployee): string | undefined =>
  sections.employment?.InitialStartDate

/** Those of the employees who may be a creation of this person, as candidates. */
export const toCandidates = (
  keys: PersonKeys,
  targets: readonly Member<TargetEmployeeId>[],
  mayBe: (target: Member<TargetEmployeeId>) => boolean,
): Candidate[] => sortCandidates(targets.filter(mayBe).map((target) => toCandidate(keys, target)))
