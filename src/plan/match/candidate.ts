import { similarity as likeness } from '../../domain/text/similarity.js'

import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import { matchAttributes, type EvidenceAttribute, type MatchAttribute } from '../../domain/link.js'
import { compareAttribute } from './likeness/compare-attributes.js'
import type { PersonKeys } from './person-keys.js'
import type { Member } from './population.js'

/** A target employee who may be this person, for someone to decide. */
export interface Candidate {
  targetId: TargetEmployeeId
  /** Set when the employee works for another company of the connection than the person. */
  companyId?: TargetCompanyId
  /** 0 to 100: how much agrees. Orders the candidates; nothing is decided by it. */
  score: number
  agrees: readonly EvidenceAttribute[]
  differs: readonly MatchAttribute[]
}

/** How telling an attribute is; the sum is 100. */
const weights: Readonly<Record<MatchAttribute, number>> = {
  birthDate: 25,
  lastName: 20,
  employeeNumber: 15,
  workEmail: 15,
  firstName: 15,
  privateEmail: 10,
}

/**
 * Describes how one target employee compares to the person. `alike` adds contact details in which they are
 * alike.
 */
export const toCandidate = (
  person: PersonKeys,
  target: Member<TargetEmployeeId>,
  alike: readonly EvidenceAttribute[] = [],
): Candidate => {
  const having = (comparison: string): MatchAttribute[] =>
    matchAttributes.filter((attribute) => compareAttribute(person, target.keys, attribute) === comparison)
  const agrees = having('agrees')
  const contacts = alike.filter((one) => !(matchAttributes as readonly string[]).includes(one))
  return {
    targetId: target.id,
    score: Math.round(
      matchAttributes.reduce((sum, attribute) => sum + weigh(person, target.keys, attribute), 0),
    ),
    agrees: [...agrees, ...contacts],
    differs: having('differs'),
  }
}

const weigh = (person: PersonKeys, target: PersonKeys, attribute: MatchAttribute): number => {
  if (compareAttribute(person, target, attribute) === 'agrees') return weights[attribute]
  if (attribute === 'firstName')
    return weights.firstName * similarity(person.firstName.forms, target.firstName.forms)
  if (attribute === 'lastName')
    return weights.lastName * similarity(person.lastName.whole, target.lastName.whole)
  return 0
}

/** At most a half: a name that is only similar never weighs as much as one that agrees. */
const similarity = (left: readonly string[], right: readonly string[]): number =>
  Math.max(0, ...left.flatMap((a) => right.map((b) => likeness(a, b)))) * 0.5

/** The candidates in the order in which a person should look at them, each employee once. */
export const sortCandidates = (candidates: readonly Candidate[]): Candidate[] => {
  const known = new Map<string, Candidate>()
  for (const one of candidates) {
    const key = JSON.stringify([one.companyId, one.targetId])
    if (!known.has(key)) known.set(key, one)
  }
  return [...known.values()].sort((a, b) => b.score - a.score || (a.targetId < b.targetId ? -1 : 1))
}
