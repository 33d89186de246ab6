import jaroWinkler from 'jaro-winkler'

import type { TargetEmployeeId } from '../../domain/ids.js'
import { matchAttributes, type MatchAttribute } from '../../domain/link.js'
import { agrees, contradicts, type AttributeKeys } from './match-attributes.js'
import type { IndexedTarget, TargetIndex } from './target-index.js'

/** A target employee who may be this person, for somebody to decide. */
export interface Candidate {
  targetId: TargetEmployeeId
  /** 0 to 100: how much agrees. Orders the candidates; nothing is decided by it. */
  score: number
  agrees: readonly MatchAttribute[]
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

const similarName = 0.9

/** Describes how one target employee compares to the person. */
export const toCandidate = (person: AttributeKeys, target: IndexedTarget): Candidate => ({
  targetId: target.id,
  score: Math.round(
    matchAttributes.reduce((sum, attribute) => sum + weigh(person, target.keys, attribute), 0),
  ),
  agrees: matchAttributes.filter((attribute) => agrees(person, target.keys, attribute)),
  differs: matchAttributes.filter((attribute) => contradicts(person, target.keys, attribute)),
})

const weigh = (person: AttributeKeys, target: AttributeKeys, attribute: MatchAttribute): number => {
  if (agrees(person, target, attribute)) return weights[attribute]
  if (attribute !== 'firstName' && attribute !== 'lastName') return 0
  return weights[attribute] * nameSimilarity(person[attribute], target[attribute]) * 0.5
}

const nameSimilarity = (left: readonly string[], right: readonly string[]): number =>
  Math.max(0, ...left.flatMap((a) => right.map((b) => jaroWinkler(a, b))))

/** The candidates in the order in which a person should look at them. */
export const sortCandidates = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort((a, b) => b.score - a.score || (a.targetId < b.targetId ? -1 : 1))

/**
 * Unconnected target employees who are so much like the person that creating him could double an employee, although no rule
 * links them: renamed or misspelt people, a shared e-mail address, a record without its birth date.
 */
export const findLookalikes = (
  person: AttributeKeys,
  index: TargetIndex,
  isFree: (target: IndexedTarget) => boolean,
): Candidate[] => {
  const near = new Set<IndexedTarget>()
  for (const attribute of ['birthDate', 'workEmail', 'privateEmail', 'lastName'] as const) {
    for (const target of index.withAttribute(attribute, person)) {
      if (isFree(target) && isLookalike(person, target.keys)) near.add(target)
    }
  }
  return sortCandidates([...near].map((target) => toCandidate(person, target)))
}

const isLookalike = (person: AttributeKeys, target: AttributeKeys): boolean => {
  if (agrees(person, target, 'workEmail') || agrees(person, target, 'privateEmail')) return true
  const sameFirst = agrees(person, target, 'firstName')
  const sameLast = agrees(person, target, 'lastName')
  if (agrees(person, target, 'birthDate')) {
    return sameFirst || sameLast || nameSimilarity(person.lastName, target.lastName) >= similarName
  }
  if (agrees(person, target, 'employeeNumber') && sameLast) return true
  return sameFirst && sameLast && !contradicts(person, target, 'birthDate')
}
