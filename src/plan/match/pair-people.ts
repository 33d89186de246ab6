import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import { InternalError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import { findHalfMade } from './creations/half-made.js'
import { indexLinks } from './index-links.js'
import { matchPeople, type MatchResult } from './match-people.js'
import type { Pairing, PairingInput, PairingResult } from './pairing.js'
import { buildTargetPopulation, toSourceMember, type AccountDigests, type FindHolder } from './people.js'
import { toPersonKeys } from './person-keys.js'
import { buildPopulation, type Population } from './population.js'
import { recoverCreations, takeFoundByRules } from './creations/recover-creations.js'
import { findUnread, findUnreadAlikes } from './unread.js'

const noAccounts: AccountDigests = { toDigests: () => [], ofTarget: () => [] }

/**
 * Decides for every person whom they are paired with. Pure, and the same in any order of people, links and
 * targets.
 */
export const pairPeople = (input: PairingInput): PairingResult => {
  const linkOf = indexLinks(input.links)
  const pairings = new Map<SourceEmployeeId, Pairing>()
  const open: DesiredEmployee[] = []
  for (const person of sortBySourceId(input.people)) {
    const pairing = pairByLink(person, linkOf.get(person.sourceId), input)
    if (pairing === undefined) open.push(person)
    else pairings.set(person.sourceId, pairing)
  }
  // Looking people up by their attributes costs as much as all the rest; most days no one has to be found.
  if (open.length === 0) return { pairings, resolved: [] }
  const targets = buildTargetPopulation(input, input.accounts ?? noAccounts)
  const connected = new Set(connectedTargets(input.links))
  const { recovered, resolved } = recoverCreations(open, { ...input, population: targets, connected })
  for (const [sourceId, pairing] of recovered) pairings.set(sourceId, pairing)
  const matchable = open.filter(({ sourceId }) => !recovered.has(sourceId))
  const lost = input.people.filter(({ sourceId }) => pairings.get(sourceId)?.kind === 'dangling')
  for (const [sourceId, pairing] of findPairs(matchable, lost, recovered, input)) {
    const isWanted = isCreationWanted(linkOf.get(sourceId), pairing)
    pairings.set(sourceId, isWanted ? { kind: 'create' } : pairing)
  }
  return takeFoundByRules(open, { pairings, resolved }, input)
}

/**
 * Whether someone said that this person is new, having seen all who look like them now. No one could see who
 * was entered since.
 */
const isCreationWanted = (link: Link | undefined, pairing: Pairing): boolean => {
  if (link?.status !== 'create-wanted') return false
  const { seen } = link
  return seen === undefined || alikesOf(pairing).every((id) => seen.includes(id))
}

/** Who could be the person, on either side, by what pairing found. */
export const alikesOf = (pairing: Pairing): (SourceEmployeeId | TargetEmployeeId)[] => {
  switch (pairing.kind) {
    case 'connected':
      return [pairing.link.targetId]
    case 'ambiguous':
    case 'contradicts':
    case 'taken':
    case 'lost-creation':
      return pairing.candidates.map(({ targetId }) => targetId)
    case 'lookalike':
      return [...pairing.candidates.map(({ targetId }) => targetId), ...pairing.twinIds]
    case 'unread':
      return [...pairing.unread]
    case 'create':
    case 'blocked':
    case 'dangling':
    case 'disconnected':
    case 'ignored':
      return []
  }
}

/** Matches people by the rules, and says of those without a pair whether they may be created. */
const findPairs = (
  matchable: readonly DesiredEmployee[],
  /** Connected to an employee who is not there: anyone who is like one of them may be that employee. */
  lost: readonly DesiredEmployee[],
  recovered: ReadonlyMap<SourceEmployeeId, Pairing>,
  input: PairingInput,
): Map<SourceEmployeeId, Pairing> => {
  const { people, accounts = noAccounts, elsewhere = [] } = input
  const links = [...input.links, ...linksOf(recovered)]
  const connected = new Set(connectedTargets(links))
  const targets = buildTargetPopulation(input, accounts, createFindHolder(people, links))
  const toPopulation = (some: readonly DesiredEmployee[]) =>
    buildPopulation(some.map((person) => toSourceMember(person, accounts)))
  const everyone =
    input.everyone ?? people.filter(({ sourceId }) => !isLeftOut(findLink(sourceId, input), input.today))
  const matched = matchPeople({
    people: [...matchable, ...lost].map((person) => toSourceMember(person, accounts)),
    sources: toPopulation(people),
    targets,
    everyone: toPopulation(everyone),
    elsewhere: elsewhere.map((company) => ({
      companyId: company.companyId,
      targets: buildTargetPopulation(company, accounts),
    })),
    rules: input.rules,
    connected,
  })
  const pairings = new Map(
    matchable.flatMap(({ sourceId }) => {
      const result = matched.get(sourceId)
      return result === undefined ? [] : [[sourceId, toPairing(sourceId, result, input.companyId)] as const]
    }),
  )
  const refuse = createCreationCheck(targets, { ...input, links: [...links, ...linksOf(pairings)] })
  for (const person of matchable) {
    const refusal = pairings.get(person.sourceId)?.kind === 'create' ? refuse(person) : undefined
    if (refusal !== undefined) pairings.set(person.sourceId, refusal)
  }
  return pairings
}

/**
 * Looks whether someone like no one may be created: not while they may be half made already, or someone who
 * could be them is unread, in this company or another one of the connection.
 */
const createCreationCheck = (
  population: Population<TargetEmployeeId>,
  { people, links, targets, elsewhere = [] }: PairingInput,
): ((person: DesiredEmployee) => Pairing | undefined) => {
  const present = new Set(people.map(({ sourceId }) => sourceId))
  const held = new Set(connectedTargets(links.filter(({ sourceId }) => present.has(sourceId))))
  const places = [{ targets, findConnected: () => held }, ...elsewhere].flatMap((place) => {
    const unread = findUnread(place.targets.values())
    return unread.length === 0 ? [] : [{ unread, connected: place.findConnected?.() }]
  })
  return (person) => {
    const candidates = findHalfMade(person, { population, targets, isFree: (id) => !held.has(id) })
    if (candidates.length > 0) return { kind: 'lookalike', candidates, twinIds: [] }
    const { personalInfo, address } = person.sections
    const keys = toPersonKeys({ personalInfo, address })
    const unreadIds = places.flatMap(({ unread, connected }) =>
      findUnreadAlikes(keys, unread, (id) => connected?.has(id) === true),
    )
    return unreadIds.length > 0 ? { kind: 'unread', unread: unreadIds } : undefined
  }
}

/** Whether someone has no pair yet, so that one is to be looked for. */
export const findsSomeone = (
  people: readonly DesiredEmployee[],
  links: readonly Link[],
  today: string,
): boolean => {
  const linkOf = indexLinks(links)
  return people.some((person) => {
    const link = linkOf.get(person.sourceId)
    const isOpen = link === undefined || link.status === 'create-wanted' || isExpired(link, today)
    // Asked last, because it has the person mapped.
    return isOpen && person.missing.length === 0
  })
}

/**
 * Whether pairing needs to know everyone in the target: someone has no pair yet, or the pair was not among
 * the rows read. When not, the list of employees need not be read at all.
 */
export const needsEmployeeList = (
  people: readonly DesiredEmployee[],
  links: readonly Link[],
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
  today: string,
): boolean => {
  const linkOf = indexLinks(links)
  const missesSomeone = people.some(({ sourceId }) => {
    const link = linkOf.get(sourceId)
    return link?.status === 'connected' && !targets.has(link.targetId)
  })
  return missesSomeone || findsSomeone(people, links, today)
}

const isExpired = (link: Link, today: string): boolean =>
  link.status === 'ignored' && link.until !== undefined && link.until < today

/**
 * Left out by a person's word: no reason to take someone else for them. A word that has run out counts no
 * more.
 */
export const isLeftOut = (link: Link | undefined, today: string): boolean =>
  link?.status === 'disconnected' || (link?.status === 'ignored' && !isExpired(link, today))

const findLink = (sourceId: SourceEmployeeId, { links }: PairingInput): Link | undefined =>
  links.find((link) => link.sourceId === sourceId)

/** The links that finding lost creations and matching make. */
const linksOf = (pairings: ReadonlyMap<SourceEmployeeId, Pairing>): Link[] =>
  [...pairings.values()].flatMap((pairing) => (pairing.kind === 'connected' ? [pairing.link] : []))

const createFindHolder = (people: readonly DesiredEmployee[], links: readonly Link[]): FindHolder => {
  const personOf = new Map(people.map((person) => [person.sourceId, person]))
  const holderOf = new Map(
    links.flatMap((link) =>
      link.status === 'connected' ? [[link.targetId, personOf.get(link.sourceId)] as const] : [],
    ),
  )
  return (id) => holderOf.get(id)
}

const connectedTargets = (links: readonly Link[]): TargetEmployeeId[] =>
  links.flatMap((link) => (link.status === 'connected' ? [link.targetId] : []))

const sortBySourceId = (people: readonly DesiredEmployee[]): DesiredEmployee[] =>
  [...people].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))

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
    const isBlocked =
      unmoved?.has(person.sourceId) !== true && !person.missing.every(({ isOdd }) => isOdd === true)
    return isBlocked ? { kind: 'blocked', link } : { kind: 'connected', link, isNew: false }
  }
  if (person.missing.length > 0) return { kind: 'blocked', link: undefined }
  if (!targetsComplete) throw new InternalError('a person was matched without the complete list of employees')
  return undefined
}

const toPairing = (sourceId: SourceEmployeeId, result: MatchResult, companyId: TargetCompanyId): Pairing => {
  switch (result.kind) {
    case 'matched': {
      const { targetId, evidence } = result
      return {
        kind: 'connected',
        isNew: true,
        link: { status: 'connected', sourceId, companyId, targetId, origin: `rule:${evidence.rule}` },
        evidence,
      }
    }
    case 'none':
      return { kind: 'create' }
    case 'ambiguous':
    case 'contradicts':
    case 'taken':
    case 'lookalike':
      return result
  }
}
