import { transportOf } from '../../domain/addresses/transport.js'
import type { DesiredEmployee } from '../../domain/employee.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Link, MatchRule } from '../../domain/link.js'
import { unpackPerson } from '../../domain/packed/packed-people.js'
import { pairPeople } from '../match/pair-people.js'
import type { Pairing } from '../match/pairing.js'
import type { Side, UnmatchedReason } from './judge-ids.js'
import { withoutDoubles, type PairedLink, type WantedLink } from './pair-ids.js'

export interface PairBySourceInput {
  companyId: TargetCompanyId
  wanted: readonly WantedLink[]
  /** Every link of the company. */
  links: readonly Link[]
  /** Ids over REST that an earlier look found, by key. */
  known: ReadonlyMap<string, TargetEmployeeId>
  people: readonly DesiredEmployee[]
  rest: Side
  rules: readonly MatchRule[]
  today: string
}

/**
 * Finds the ids over REST with nothing but AlexisHR to compare with, by the rules that make links. What an
 * earlier look found stays as long as the employee is there. Pure.
 */
export const pairBySource = (input: PairBySourceInput): readonly PairedLink[] => {
  const restIdOf = ({ key }: WantedLink): TargetEmployeeId | undefined =>
    transportOf(key) === 'rest' ? key : input.known.get(key)
  const wanted = new Map(input.wanted.map((link) => [link.subject, link]))
  const links = input.links.flatMap((link): Link[] => {
    if (link.status !== 'connected') return [link]
    const one = wanted.get(link.sourceId)
    const targetId = one && restIdOf(one)
    return targetId === undefined ? [] : [{ ...link, targetId }]
  })
  const people = input.people.map((person) => ({ ...unpackPerson(person), missing: [] }))
  const { pairings } = pairPeople({
    companyId: input.companyId,
    people,
    links,
    targets: input.rest,
    targetsComplete: true,
    rules: input.rules,
    lostCreations: [],
    today: input.today,
  })
  return withoutDoubles(input.wanted.map((link) => judge(link, restIdOf(link), pairings, input.rest)))
}

const judge = (
  link: WantedLink,
  known: TargetEmployeeId | undefined,
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>,
  rest: Side,
): PairedLink => {
  const refuse = (reason: UnmatchedReason): PairedLink => ({ ...link, converted: false, reason })
  if (known !== undefined)
    return rest.has(known) ? { ...link, converted: false, other: known } : refuse('gone')
  const pairing = pairings.get(link.subject)
  if (pairing === undefined) return refuse('not-in-source')
  if (pairing.kind === 'connected') return { ...link, converted: false, other: pairing.link.targetId }
  return refuse(reasonOf(pairing))
}

const reasonOf = ({ kind }: Exclude<Pairing, { kind: 'connected' }>): UnmatchedReason => {
  switch (kind) {
    case 'contradicts':
      return 'contradicts'
    case 'taken':
      return 'taken'
    case 'ambiguous':
    case 'lookalike':
    case 'lost-creation':
      return 'ambiguous'
    case 'unread':
      return 'not-readable'
    case 'create':
    case 'blocked':
    case 'dangling':
    case 'disconnected':
    case 'ignored':
      return 'not-found'
  }
}
