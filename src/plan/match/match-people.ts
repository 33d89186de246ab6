import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { MatchRule } from '../../domain/link.js'
import { findLookalikes, sortCandidates, toCandidate, type Candidate } from './find-candidates.js'
import type { AttributeKeys } from './match-attributes.js'
import type { IndexedTarget, TargetIndex } from './target-index.js'

/** What matching found for one person who has no stored link. */
export type MatchResult =
  | { kind: 'matched'; targetId: TargetEmployeeId; rule: string }
  /** Several hits, rules that disagree, or two people who hit the same employee. */
  | { kind: 'ambiguous'; candidates: readonly Candidate[] }
  /** The employee that a rule points at is connected to somebody else. */
  | { kind: 'taken'; candidates: readonly Candidate[] }
  /** No rule hits, but somebody is too much like him, in the target or in the source, to create him unasked. */
  | { kind: 'lookalike'; candidates: readonly Candidate[]; twinIds: readonly SourceEmployeeId[] }
  | { kind: 'none' }

export interface UnlinkedPerson {
  sourceId: SourceEmployeeId
  keys: AttributeKeys
}

interface Hits {
  person: UnlinkedPerson
  targets: ReadonlySet<IndexedTarget>
  /** The most trusted rule that hit. */
  rule: string | undefined
}

/**
 * Pairs people with target employees. Rules come in order of trust; each needs all of its attributes known and equal on both sides.
 * `everybody` are all people of the source, connected or not: two records of one person are looked for among them.
 * The result does not depend on the order of people or employees.
 */
export const matchPeople = (
  people: readonly UnlinkedPerson[],
  everybody: readonly UnlinkedPerson[],
  index: TargetIndex,
  rules: readonly MatchRule[],
  connected: ReadonlySet<TargetEmployeeId>,
): Map<SourceEmployeeId, MatchResult> => {
  const hits = people.map((person) => findHits(person, index, rules))
  const wanted = countWanted(hits)
  const results = new Map<SourceEmployeeId, MatchResult>()
  for (const hit of hits) {
    const result = judgeHits(hit, wanted, connected)
    if (result !== undefined) results.set(hit.person.sourceId, result)
  }
  const taken = new Set(connected)
  for (const result of results.values()) if (result.kind === 'matched') taken.add(result.targetId)
  const without = people.filter((person) => !results.has(person.sourceId))
  const twins = findTwins(everybody)
  for (const person of without) {
    results.set(person.sourceId, judgeWithoutHit(person, index, taken, twins.get(person.sourceId) ?? []))
  }
  return results
}

const findHits = (person: UnlinkedPerson, index: TargetIndex, rules: readonly MatchRule[]): Hits => {
  const targets = new Set<IndexedTarget>()
  let firstRule: string | undefined
  for (const rule of rules) {
    const found = hitsOfRule(person, index, rule)
    if (found.length > 0) firstRule ??= rule.name
    for (const target of found) targets.add(target)
  }
  return { person, targets, rule: firstRule }
}

const hitsOfRule = (person: UnlinkedPerson, index: TargetIndex, rule: MatchRule): IndexedTarget[] => {
  const [first, ...others] = rule.attributes.map((attribute) => index.withAttribute(attribute, person.keys))
  return [...(first ?? [])].filter((target) => others.every((set) => set.has(target)))
}

const countWanted = (hits: readonly Hits[]): Map<TargetEmployeeId, number> => {
  const wanted = new Map<TargetEmployeeId, number>()
  for (const { targets } of hits) {
    for (const { id } of targets) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  }
  return wanted
}

const judgeHits = (
  { person, targets, rule }: Hits,
  wanted: ReadonlyMap<TargetEmployeeId, number>,
  connected: ReadonlySet<TargetEmployeeId>,
): MatchResult | undefined => {
  const [only] = targets
  if (only === undefined || rule === undefined) return undefined
  const candidates = sortCandidates([...targets].map((target) => toCandidate(person.keys, target)))
  if ([...targets].some(({ id }) => connected.has(id))) return { kind: 'taken', candidates }
  if (targets.size > 1 || (wanted.get(only.id) ?? 0) > 1) return { kind: 'ambiguous', candidates }
  return { kind: 'matched', targetId: only.id, rule }
}

const judgeWithoutHit = (
  person: UnlinkedPerson,
  index: TargetIndex,
  taken: ReadonlySet<TargetEmployeeId>,
  twinIds: readonly SourceEmployeeId[],
): MatchResult => {
  const candidates = findLookalikes(person.keys, index, ({ id }) => !taken.has(id))
  if (candidates.length === 0 && twinIds.length === 0) return { kind: 'none' }
  return { kind: 'lookalike', candidates, twinIds }
}

/** People of the source with the same full name and birth date: probably one person with two records. */
const findTwins = (people: readonly UnlinkedPerson[]): Map<SourceEmployeeId, SourceEmployeeId[]> => {
  const groups = new Map<string, UnlinkedPerson[]>()
  for (const person of people) {
    const { firstName, lastName, birthDate } = person.keys
    if (birthDate.length === 0 || lastName.length === 0) continue
    const key = JSON.stringify([firstName, lastName, birthDate])
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  const twins = new Map<SourceEmployeeId, SourceEmployeeId[]>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    for (const person of group) {
      const others = group.filter((other) => other !== person).map(({ sourceId }) => sourceId)
      twins.set(person.sourceId, others.sort())
    }
  }
  return twins
}
