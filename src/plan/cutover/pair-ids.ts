import { transportOf } from '../../domain/addresses/transport.js'
import { toTargetEmployeeId, type SourceEmployeeId, type TargetEmployeeId } from '../../domain/ids.js'
import type { Population } from '../match/population.js'
import { findSame, judgeIds, toSidePopulation, type Side, type UnmatchedReason } from './judge-ids.js'

/** A link of which the id over the other transport is wanted. */
export interface WantedLink {
  subject: SourceEmployeeId
  /** The id that the link was made with. */
  key: TargetEmployeeId
}

/** What became of one link. `other`: the id over the other transport. */
export type PairedLink = WantedLink & { converted: boolean } & (
    { other: TargetEmployeeId } | { reason: UnmatchedReason }
  )

export interface PairIdsInput {
  links: readonly WantedLink[]
  /** What the converter says: ids of REST by numbers. */
  converter: ReadonlyMap<string, string>
  /** What an earlier look found, by key. */
  known: ReadonlyMap<string, string>
  soap: Side
  rest: Side
}

interface Both {
  sides: { soap: Side; rest: Side }
  populations: Record<'soap' | 'rest', Population<TargetEmployeeId>>
}

/**
 * Finds the id over the other transport of each link. What the converter says is taken when two things agree
 * and none contradicts; of someone whom it does not know, the only one who is alike. An id that two links
 * would have belongs to none of them. Pure.
 */
export const pairIds = (input: PairIdsInput): readonly PairedLink[] => {
  const both: Both = {
    sides: { soap: input.soap, rest: input.rest },
    populations: { soap: toSidePopulation(input.soap), rest: toSidePopulation(input.rest) },
  }
  const numbers = new Map([...input.converter].map(([number, id]) => [id, number]))
  const said = input.links.map((link) => ({
    link,
    id: input.converter.get(link.key) ?? numbers.get(link.key),
  }))
  const spoken = new Set(said.flatMap(({ id }) => (id === undefined ? [] : [id])))
  const paired = said.map(({ link, id }) =>
    id === undefined
      ? findByLikeness(link, input.known.get(link.key), spoken, both)
      : verify(link, toTargetEmployeeId(id), both, true),
  )
  return withoutDoubles(paired)
}

const otherOf = (key: string): 'soap' | 'rest' => (transportOf(key) === 'soap' ? 'rest' : 'soap')

const verify = (
  link: WantedLink,
  other: TargetEmployeeId,
  { sides, populations }: Both,
  converted: boolean,
): PairedLink => {
  const refuse = (reason: UnmatchedReason): PairedLink => ({ ...link, converted, reason })
  const [here, there] = [transportOf(link.key), otherOf(link.key)]
  if (!sides[here].has(link.key)) return refuse('gone')
  if (!sides[there].has(other)) return refuse('not-found')
  const [own, same] = [populations[here].get(link.key), populations[there].get(other)]
  if (own === undefined || same === undefined) return refuse('not-readable')
  const judged = judgeIds(own, same, { sources: populations[here], targets: populations[there] })
  return judged === 'same' ? { ...link, converted, other } : refuse(judged)
}

/** `spoken`: ids that the converter gives to someone. */
const findByLikeness = (
  link: WantedLink,
  known: string | undefined,
  spoken: ReadonlySet<string>,
  both: Both,
): PairedLink => {
  if (known !== undefined && !spoken.has(known)) {
    const again = verify(link, toTargetEmployeeId(known), both, false)
    if ('other' in again) return again
  }
  const refuse = (reason: UnmatchedReason): PairedLink => ({ ...link, converted: false, reason })
  const [here, there] = [transportOf(link.key), otherOf(link.key)]
  if (!both.sides[here].has(link.key)) return refuse('gone')
  const own = both.populations[here].get(link.key)
  if (own === undefined) return refuse('not-readable')
  const sides = { sources: both.populations[here], targets: both.populations[there] }
  const found = findSame(own, sides).filter((id) => !spoken.has(id))
  const [only, ...others] = found
  if (only === undefined) return refuse('not-found')
  return others.length === 0 ? { ...link, converted: false, other: only } : refuse('ambiguous')
}

export const withoutDoubles = (paired: readonly PairedLink[]): readonly PairedLink[] => {
  const counts = new Map<string, number>()
  for (const one of paired) if ('other' in one) counts.set(one.other, (counts.get(one.other) ?? 0) + 1)
  return paired.map((one) =>
    'other' in one && counts.get(one.other) !== 1
      ? { subject: one.subject, key: one.key, converted: one.converted, reason: 'taken' }
      : one,
  )
}
