import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { MatchRule } from '../../domain/link.js'
import { sortCandidates, toCandidate, type Candidate } from './candidate.js'
import { proves, weighPair, type BothSides } from './likeness/evidence.js'
import { findAlikes } from './likeness/look-alikes.js'
import type { LinkEvidence } from './pairing.js'
import { lookupsOf, type Member, type Population } from './population.js'

/** What matching found for one person who has no stored link. */
export type MatchResult =
  | { kind: 'matched'; targetId: TargetEmployeeId; evidence: LinkEvidence }
  /** Several hits, rules that disagree, or two people who hit the same employee. */
  | { kind: 'ambiguous'; candidates: readonly Candidate[] }
  /**
   * The one employee that a rule points at cannot be this person: something known on both sides contradicts.
   */
  | { kind: 'contradicts'; candidates: readonly Candidate[] }
  /** The employee that a rule points at is connected to someone else. */
  | { kind: 'taken'; candidates: readonly Candidate[] }
  /**
   * No rule hits, but someone is too much like this person, in the target or in the source, to create them
   * unasked.
   */
  | { kind: 'lookalike'; candidates: readonly Candidate[]; twinIds: readonly SourceEmployeeId[] }
  | { kind: 'none' }

export interface MatchInput {
  /** The people to find a pair for. */
  people: readonly Member<SourceEmployeeId>[]
  /** Everyone of the company in the source, those to be found included. */
  sources: Population<SourceEmployeeId>
  /** Everyone of the company in the target whose personal info was read. */
  targets: Population<TargetEmployeeId>
  /** Everyone of the connection in the source who counts as a second record of a person. */
  everyone: Population<SourceEmployeeId>
  /** The employees of the connection's other companies. */
  elsewhere: readonly { companyId: TargetCompanyId; targets: Population<TargetEmployeeId> }[]
  rules: readonly MatchRule[]
  connected: ReadonlySet<TargetEmployeeId>
}

interface Hit {
  target: Member<TargetEmployeeId>
  contradicts: boolean
}

interface Hits {
  person: Member<SourceEmployeeId>
  hits: readonly Hit[]
  /** The most trusted rule that hit. */
  rule: string | undefined
}

/**
 * Pairs people with target employees. Rules come in order of trust; each needs all of its attributes known,
 * equal on both sides and, where they are one person's alone, held by no one else of a side. The result does
 * not depend on the order of people or employees.
 */
export const matchPeople = (input: MatchInput): Map<SourceEmployeeId, MatchResult> => {
  const around = [input.everyone, ...input.elsewhere.map(({ targets }) => targets)]
  const all = input.people.map((person) => findHits(person, { ...input, around }))
  const wanted = countWanted(all)
  const results = new Map<SourceEmployeeId, MatchResult>()
  for (const hits of all)
    results.set(hits.person.id, judgeHits(hits, wanted, input) ?? judgeWithoutHit(hits.person, input))
  return results
}

const findHits = (person: Member<SourceEmployeeId>, input: MatchInput & BothSides): Hits => {
  const found = new Set<Member<TargetEmployeeId>>()
  let firstRule: string | undefined
  for (const rule of input.rules) {
    const hits = hitsOfRule(person, rule, input)
    if (hits.length > 0) firstRule ??= rule.name
    for (const target of hits) found.add(target)
  }
  const hits = [...found].map((target) => ({
    target,
    contradicts: weighPair(person, target, input).contradiction !== undefined,
  }))
  // An employee who is connected to someone else and cannot be this person is no hit at all.
  return {
    person,
    rule: firstRule,
    hits: hits.filter(({ target, contradicts }) => !(contradicts && input.connected.has(target.id))),
  }
}

const hitsOfRule = (
  { keys }: Member<SourceEmployeeId>,
  { attributes }: MatchRule,
  input: MatchInput,
): Member<TargetEmployeeId>[] => {
  // First names can be initials, under which no one is found.
  const found = attributes.find((attribute) => attribute !== 'firstName')
  if (found === undefined) return []
  const near = new Set(lookupsOf(found).flatMap((lookup) => input.targets.find(lookup, keys)))
  return [...near].filter((target) =>
    attributes.every((attribute) => proves(attribute, keys, target.keys, input)),
  )
}

/** By how many people each employee is hit, those left out whom something contradicts. */
const countWanted = (all: readonly Hits[]): Map<TargetEmployeeId, number> => {
  const wanted = new Map<TargetEmployeeId, number>()
  for (const { hits } of all) {
    for (const { target, contradicts } of hits)
      if (!contradicts) wanted.set(target.id, (wanted.get(target.id) ?? 0) + 1)
  }
  return wanted
}

const judgeHits = (
  { person, hits, rule }: Hits,
  wanted: ReadonlyMap<TargetEmployeeId, number>,
  { connected }: MatchInput,
): MatchResult | undefined => {
  const [only] = hits
  if (only === undefined || rule === undefined) return undefined
  const candidates = sortCandidates(hits.map(({ target }) => toCandidate(person.keys, target)))
  if (hits.some(({ target }) => connected.has(target.id))) return { kind: 'taken', candidates }
  if (hits.length > 1 || (wanted.get(only.target.id) ?? 0) > 1) return { kind: 'ambiguous', candidates }
  if (only.contradicts) return { kind: 'contradicts', candidates }
  const { agrees, differs } = toCandidate(person.keys, only.target)
  return { kind: 'matched', targetId: only.target.id, evidence: { rule, agrees, differs } }
}

const judgeWithoutHit = (person: Member<SourceEmployeeId>, input: MatchInput): MatchResult => {
  const here = findAlikes(person.keys, input.targets, input.everyone).map(({ member, alike }) =>
    toCandidate(person.keys, member, alike),
  )
  const there = input.elsewhere.flatMap(({ companyId, targets }) =>
    findAlikes(person.keys, targets, input.everyone).map(({ member, alike }) => ({
      ...toCandidate(person.keys, member, alike),
      companyId,
    })),
  )
  const twins = findAlikes(person.keys, input.everyone, input.targets).filter(
    ({ member }) => member.id !== person.id,
  )
  const candidates = sortCandidates([...here, ...there])
  if (candidates.length + twins.length === 0) return { kind: 'none' }
  return { kind: 'lookalike', candidates, twinIds: twins.map(({ member }) => member.id).sort() }
}
