import type { DesiredEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { MatchAttribute } from '../../domain/link.js'
import { unpackPerson } from '../../domain/packed/packed-people.js'
import { weighPair, type Contradiction } from './likeness/evidence.js'
import { pairPeople } from './pair-people.js'
import type { Pairing, PairingInput } from './pairing.js'
import { buildTargetPopulation, toSourceMember, type AccountDigests } from './people.js'
import { buildPopulation } from './population.js'

/** Two records that someone wants to connect. */
export interface Pair {
  sourceId: SourceEmployeeId
  targetId: TargetEmployeeId
}

/** Why two records are not connected without a word that says so in spite of it. */
export type Objection =
  | { kind: 'source-unread' }
  | { kind: 'target-unread' }
  | { kind: 'contradiction'; contradiction: Contradiction }
  /** By the rules the person belongs to another employee. */
  | { kind: 'person-belongs-elsewhere'; targetId: TargetEmployeeId }
  /** By the rules the employee belongs to another person. */
  | { kind: 'employee-belongs-elsewhere'; sourceId: SourceEmployeeId }

/** What speaks for and against a pair. Names of attributes, never a value. */
export interface PairJudgement {
  agrees: readonly MatchAttribute[]
  differs: readonly MatchAttribute[]
  objections: readonly Objection[]
}

const noAccounts: AccountDigests = { toDigests: () => [], ofTarget: () => [] }

/**
 * Judges a pair that someone wants. `input` knows everyone of the company on both sides; someone who is not
 * among them was not read. Pure.
 */
export const judgePair = (pair: Pair, input: PairingInput): PairJudgement => {
  const people = input.people.map(asComplete)
  const person = people.find(({ sourceId }) => sourceId === pair.sourceId)
  const targets = buildTargetPopulation(input, noAccounts)
  const target = targets.get(pair.targetId)
  const objections = [
    ...(person === undefined ? [{ kind: 'source-unread' as const }] : []),
    ...(target === undefined || isInDoubt(pair, input) ? [{ kind: 'target-unread' as const }] : []),
  ]
  if (person === undefined || target === undefined) return { agrees: [], differs: [], objections }
  const toPopulation = (some: readonly DesiredEmployee[]) =>
    buildPopulation(some.map((one) => toSourceMember(unpackPerson(one), noAccounts)))
  const { agrees, differs, contradiction } = weighPair(toSourceMember(person, noAccounts), target, {
    sources: toPopulation(people),
    targets,
    around: [toPopulation(input.everyone ?? [])],
  })
  const against = contradiction === undefined ? [] : [{ kind: 'contradiction' as const, contradiction }]
  return { agrees, differs, objections: [...objections, ...against, ...findOthers(pair, people, input)] }
}

/** The rules look at who someone is, not at what a sync would need of them. */
const asComplete = (person: DesiredEmployee): DesiredEmployee => ({ ...unpackPerson(person), missing: [] })

const isInDoubt = ({ targetId }: Pair, { targets }: PairingInput): boolean =>
  (targets.get(targetId)?.ambiguous?.personalInfo ?? []).length > 0

/** What the rules would do, had no one said anything about this person. */
const findOthers = (
  { sourceId, targetId }: Pair,
  people: readonly DesiredEmployee[],
  input: PairingInput,
): Objection[] => {
  const links = input.links.filter((link) => link.sourceId !== sourceId)
  const { pairings } = pairPeople({ ...input, people, links, lostCreations: [] })
  const own = linkedByRule(pairings.get(sourceId))
  const elsewhere: Objection[] =
    own === undefined || own === targetId ? [] : [{ kind: 'person-belongs-elsewhere', targetId: own }]
  const others = [...pairings].filter(
    ([id, pairing]) => id !== sourceId && linkedByRule(pairing) === targetId,
  )
  return [
    ...elsewhere,
    ...others.map(([id]): Objection => ({ kind: 'employee-belongs-elsewhere', sourceId: id })),
  ]
}

const linkedByRule = (pairing: Pairing | undefined): TargetEmployeeId | undefined =>
  pairing?.kind === 'connected' && pairing.isNew ? pairing.link.targetId : undefined
