import type { IntentId } from '../../apply/journal.js'
import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import { InternalError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { ConnectedLink, Link, MatchRule } from '../../domain/link.js'
import type { Candidate } from './find-candidates.js'
import { toAttributeKeys } from './match-attributes.js'
import { matchPeople, type MatchResult, type UnlinkedPerson } from './match-people.js'
import { findBareCreations, findLostCreation } from './recover-creation.js'
import { buildTargetIndex, type TargetIndex } from './target-index.js'

/** Where a person of the source stands with regard to the target. */
export type Pairing =
  | { kind: 'connected'; link: ConnectedLink; isNew: boolean }
  | { kind: 'create' }
  /** A required field is missing. `link` when he is connected all the same. */
  | { kind: 'blocked'; link: ConnectedLink | undefined }
  | { kind: 'ambiguous' | 'taken' | 'lost-creation'; candidates: readonly Candidate[] }
  | { kind: 'lookalike'; candidates: readonly Candidate[]; twinIds: readonly SourceEmployeeId[] }
  | { kind: 'dangling'; link: ConnectedLink }
  | { kind: 'disconnected' }
  | { kind: 'ignored'; until: string | undefined }

/** A creation of an earlier run of which it is not known whether it happened. */
export interface LostCreation {
  intentId: IntentId
  subject: SourceEmployeeId
}

export interface PairingInput {
  companyId: TargetCompanyId
  people: readonly DesiredEmployee[]
  /** Linked people of whom nothing can have moved since all was settled: nothing that is required is missing of them. */
  unmoved?: { has: (id: SourceEmployeeId) => boolean }
  /** Every link of the connection in this company, people out of scope included. */
  links: readonly Link[]
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Whether `targets` is known to hold everybody. Only then does absence mean anything. */
  targetsComplete: boolean
  rules: readonly MatchRule[]
  lostCreations: readonly LostCreation[]
  today: string
}

export interface PairingResult {
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  /** Lost creations whose result is now known. */
  resolved: readonly { intentId: IntentId; subject: SourceEmployeeId; found: boolean }[]
}

/** Decides for every person whom he is paired with. Pure, and the same in any order of people, links and targets. */
export const pairPeople = (input: PairingInput): PairingResult => {
  const linkOf = new Map(input.links.map((link) => [link.sourceId, link]))
  const connected = connectedTargets(input.links)
  const pairings = new Map<SourceEmployeeId, Pairing>()
  const open: DesiredEmployee[] = []
  for (const person of sortBySourceId(input.people)) {
    const pairing = pairByLink(person, linkOf.get(person.sourceId), input)
    if (pairing === undefined) open.push(person)
    else pairings.set(person.sourceId, pairing)
  }
  // Looking people up by their attributes costs as much as all the rest; most days nobody has to be found.
  if (open.length === 0) return { pairings, resolved: [] }
  const index = buildTargetIndex(input.targets.values())
  const { recovered, resolved } = recoverCreations(open, input, index, connected)
  for (const [sourceId, pairing] of recovered) pairings.set(sourceId, pairing)
  const matchable = open.filter(({ sourceId }) => !recovered.has(sourceId))
  const matched = matchPeople(
    matchable.map(toUnlinked),
    input.people.filter(({ sourceId }) => !isLeftOut(linkOf.get(sourceId))).map(toUnlinked),
    index,
    input.rules,
    connected,
  )
  for (const { sourceId } of matchable) {
    const wantsCreation = linkOf.get(sourceId)?.status === 'create-wanted'
    const result = matched.get(sourceId) ?? { kind: 'none' }
    pairings.set(sourceId, wantsCreation ? { kind: 'create' } : toPairing(sourceId, result, input.companyId))
  }
  return { pairings, resolved }
}

/**
 * Whether pairing needs to know everybody in the target: somebody has no pair yet, or the pair was not among the rows read.
 * When not, the list of employees need not be read at all.
 */
export const needsEmployeeList = (
  people: readonly DesiredEmployee[],
  links: readonly Link[],
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
  today: string,
): boolean => {
  const linkOf = new Map(links.map((link) => [link.sourceId, link]))
  return people.some((person) => {
    const link = linkOf.get(person.sourceId)
    if (link?.status === 'connected') return !targets.has(link.targetId)
    if (person.missing.length > 0) return false
    return link === undefined || link.status === 'create-wanted' || isExpired(link, today)
  })
}

const isExpired = (link: Link, today: string): boolean =>
  link.status === 'ignored' && link.until !== undefined && link.until < today

/** Left out by a person's word: no reason to take somebody else for him. */
const isLeftOut = (link: Link | undefined): boolean =>
  link?.status === 'ignored' || link?.status === 'disconnected'

const connectedTargets = (links: readonly Link[]): Set<TargetEmployeeId> =>
  new Set(links.flatMap((link) => (link.status === 'connected' ? [link.targetId] : [])))

const sortBySourceId = (people: readonly DesiredEmployee[]): DesiredEmployee[] =>
  [...people].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))

const toUnlinked = (person: DesiredEmployee): UnlinkedPerson => ({
  sourceId: person.sourceId,
  keys: toAttributeKeys(person.sections.personalInfo ?? {}),
})

/** What the stored link alone decides; `undefined` when the person is still to be found. */
const pairByLink = (
  person: DesiredEmployee,
  link: Link | undefined,
  { targets, targetsComplete, today, unmoved }: PairingInput,
): Pairing | undefined => {
  if (link?.status === 'disconnected') return { kind: 'disconnected' }
  if (link?.status === 'ignored' && !isExpired(link, today)) return { kind: 'ignored', until: link.until }
  if (link?.status === 'connected') {
    if (!targets.has(link.targetId)) {
      if (!targetsComplete)
        throw new InternalError('a link was judged without the complete list of employees')
      return { kind: 'dangling', link }
    }
    const isBlocked = unmoved?.has(person.sourceId) !== true && person.missing.length > 0
    return isBlocked ? { kind: 'blocked', link } : { kind: 'connected', link, isNew: false }
  }
  if (person.missing.length > 0) return { kind: 'blocked', link: undefined }
  if (!targetsComplete) throw new InternalError('a person was matched without the complete list of employees')
  return undefined
}

const recoverCreations = (
  open: readonly DesiredEmployee[],
  { companyId, targets, lostCreations }: PairingInput,
  index: TargetIndex,
  connected: Set<TargetEmployeeId>,
): {
  recovered: Map<SourceEmployeeId, Pairing>
  resolved: { intentId: IntentId; subject: SourceEmployeeId; found: boolean }[]
} => {
  const recovered = new Map<SourceEmployeeId, Pairing>()
  const resolved: { intentId: IntentId; subject: SourceEmployeeId; found: boolean }[] = []
  const intentsOf = (person: DesiredEmployee): LostCreation[] =>
    lostCreations.filter(({ subject }) => subject === person.sourceId)
  const note = (person: DesiredEmployee, found: boolean): void => {
    for (const { intentId } of intentsOf(person)) resolved.push({ intentId, subject: person.sourceId, found })
  }
  const missed: DesiredEmployee[] = []
  for (const person of open.filter((one) => intentsOf(one).length > 0)) {
    const candidates = findLostCreation(person, index, targets, connected)
    const [only] = candidates
    if (only === undefined) missed.push(person)
    else if (candidates.length > 1) recovered.set(person.sourceId, { kind: 'lost-creation', candidates })
    else {
      note(person, true)
      connected.add(only.targetId)
      recovered.set(person.sourceId, toRecovered(person, companyId, only.targetId))
    }
  }
  // Only now: what is left is nobody else's creation.
  for (const person of missed) {
    const candidates = findBareCreations(person, index, targets, connected)
    if (candidates.length > 0) recovered.set(person.sourceId, { kind: 'lost-creation', candidates })
    else note(person, false)
  }
  return { recovered, resolved }
}

const toRecovered = (
  { sourceId }: DesiredEmployee,
  companyId: TargetCompanyId,
  targetId: TargetEmployeeId,
): Pairing => ({
  kind: 'connected',
  link: { status: 'connected', sourceId, companyId, targetId, origin: 'recovered' },
  isNew: true,
})

const toPairing = (sourceId: SourceEmployeeId, result: MatchResult, companyId: TargetCompanyId): Pairing => {
  switch (result.kind) {
    case 'matched': {
      const { targetId, rule } = result
      return {
        kind: 'connected',
        isNew: true,
        link: { status: 'connected', sourceId, companyId, targetId, origin: `rule:${rule}` },
      }
    }
    case 'none':
      return { kind: 'create' }
    case 'ambiguous':
    case 'taken':
    case 'lookalike':
      return result
  }
}
