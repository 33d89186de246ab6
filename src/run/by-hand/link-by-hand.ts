import { isAddressOf, toAddressOf } from '../../domain/addresses/typed-id.js'
import { ConfigError } from '../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import { toSeenIdentity, type ConnectedLink, type Link } from '../../domain/link.js'
import type { Values } from '../../domain/values.js'
import { identityFields } from '../../plan/identity/compare-identity.js'
import { findCompany } from '../find-company.js'
import { findLeaver } from '../service/ignore-leaver.js'
import { findCompanyNow, refuseWhenConnected } from '../service/refuse-when-connected.js'
import type { RunDeps } from '../settings.js'
import type { Store } from '../store/store.js'

export type SeenAlikes = readonly (SourceEmployeeId | TargetEmployeeId)[]

/** What a person asked for about one employee's link. */
export type LinkOrder =
  /**
   * `companyId`: where both were seen. `identity`: the names and the birth date that were seen. `reason`:
   * what someone said about it, for the record.
   */
  | {
      order: 'match'
      sourceId: SourceEmployeeId
      targetId: TargetEmployeeId
      companyId?: TargetCompanyId
      identity?: Values
      reason?: string
    }
  /** The person is none of those who look like them (`seen`): create them. */
  | { order: 'create'; sourceId: SourceEmployeeId; seen?: SeenAlikes; reason?: string }
  | { order: 'disconnect'; sourceId: SourceEmployeeId }
  | { order: 'ignore'; sourceId: SourceEmployeeId; reason: string; until?: string }
  | { order: 'take-in-again'; sourceId: SourceEmployeeId }

type LinkDeps = Pick<RunDeps, 'source' | 'target' | 'store' | 'settings' | 'addresses'>

/**
 * Carries out an order about a link and gives the link that now stands, or `undefined` when there is none any
 * more. The source employee is looked up in the source, a target employee in the list of the company. Throws
 * `ConfigError` saying what is not so.
 */
export const linkByHand = async (
  deps: LinkDeps,
  order: LinkOrder,
  today: string,
): Promise<Link | undefined> => {
  const { store } = deps
  if (order.order === 'disconnect') return disconnect(deps, order.sourceId, today)
  if (order.order === 'take-in-again') return takeInAgain(store, order.sourceId)
  const leaver = order.order === 'ignore' ? await findLeaver(deps, order.sourceId, today) : undefined
  if (leaver === undefined)
    await refuseWhenConnected(
      deps,
      { sourceId: order.sourceId, targetId: order.order === 'match' ? order.targetId : undefined },
      today,
    )
  const companyId = leaver?.companyId ?? (await findTargetCompany(deps, order, today))
  const found = order.order === 'match' ? await findAddressed(deps, order, companyId) : undefined
  if (found !== undefined && order.order === 'match') {
    await store.addresses.writeAddresses([toAddressOf(found, order.targetId)])
    return found
  }
  const link = await toLink(deps, order, companyId)
  await store.links.writeLink(link, order.order === 'ignore' ? undefined : order.reason)
  await closeHoldsOf(store, link)
  // What a lost creation may have made is decided by this word; it need not be looked for any more.
  const intents = (await store.journal.readOpenIntents()).filter(
    ({ subject, kind }) => subject === order.sourceId && kind === 'create',
  )
  await store.journal.resolveIntents(
    intents.map(({ id }) => id),
    'superseded',
  )
  return link
}

/**
 * The link of which the employee's id over the other transport is what was typed, where it had none. The link
 * stays the one that it is.
 */
const findAddressed = async (
  deps: LinkDeps,
  { sourceId, targetId }: LinkOrder & { order: 'match' },
  companyId: TargetCompanyId,
): Promise<ConnectedLink | undefined> => {
  const link = (await linksOf(deps.store, sourceId)).find((one) => one.companyId === companyId)
  return link?.status === 'connected' && isAddressOf(deps.addresses, link, targetId) ? link : undefined
}

const findTargetCompany = async (
  deps: LinkDeps,
  order: LinkOrder,
  today: string,
): Promise<TargetCompanyId> => {
  if (order.order === 'match' && order.companyId !== undefined) return order.companyId
  return (await findCompany(deps, order.sourceId, undefined, today)).targetId
}

/** Whom an earlier word covers looks like no one any more, and is covered by the same word said again. */
const addSeenBefore = async (
  store: Store,
  { sourceId, seen }: LinkOrder & { order: 'create' },
  companyId: TargetCompanyId,
): Promise<SeenAlikes | undefined> => {
  const before = (await linksOf(store, sourceId)).find((link) => link.companyId === companyId)
  if (seen === undefined || before?.status !== 'create-wanted') return seen
  return before.seen === undefined ? undefined : [...new Set([...before.seen, ...seen])].sort()
}

const toLink = async (
  { target, store }: LinkDeps,
  order: Exclude<LinkOrder, { order: 'disconnect' | 'take-in-again' }>,
  companyId: TargetCompanyId,
): Promise<Link> => {
  const { sourceId } = order
  switch (order.order) {
    case 'create': {
      const seen = await addSeenBefore(store, order, companyId)
      return { status: 'create-wanted', sourceId, companyId, ...(seen === undefined ? {} : { seen }) }
    }
    case 'ignore': {
      const { reason, until } = order
      return { status: 'ignored', sourceId, companyId, reason, ...(until === undefined ? {} : { until }) }
    }
    case 'match': {
      const list = order.companyId === undefined ? await target.readEmployeeList(companyId) : undefined
      if (list !== undefined && !list.some(({ id }) => id === order.targetId)) {
        throw new ConfigError(
          `Nmbrs company ${companyId} has no employee ${order.targetId}. See the candidates: nmbrs-sync status --not-connected`,
        )
      }
      return {
        ...{ status: 'connected', sourceId, companyId, targetId: order.targetId, origin: 'manual' },
        ...(order.identity === undefined
          ? {}
          : { seenIdentity: toSeenIdentity(store.digest, sourceId, identityFields, order.identity) }),
      }
    }
  }
}

const linksOf = async (store: Store, sourceId: SourceEmployeeId): Promise<Link[]> =>
  (await store.links.readLinks()).filter((link) => link.sourceId === sourceId)

const disconnect = async (deps: LinkDeps, sourceId: SourceEmployeeId, today: string): Promise<Link> => {
  const { store } = deps
  const link = await findPairToEnd(deps, sourceId, today)
  if (link === undefined) {
    throw new ConfigError(`Employee ${sourceId} is not connected. See who is: nmbrs-sync status --connected`)
  }
  const { companyId, targetId } = link
  const tombstone: Link = { status: 'disconnected', sourceId, companyId, formerTargetId: targetId }
  await store.links.writeLink(tombstone)
  await closeHoldsOf(store, tombstone)
  // Anyone who ends the pair has seen the employee: what a lost answer left open does not matter any more.
  const open = (await store.journal.readOpenIntents()).filter(
    ({ subject, kind }) => subject === sourceId && kind !== 'create',
  )
  await store.journal.resolveIntents(
    open.map(({ id }) => id),
    'superseded',
  )
  return tombstone
}

/**
 * Of someone who moved and has a pair in each company it is the one of the company they are in now: the other
 * is their former employment.
 */
const findPairToEnd = async (
  deps: LinkDeps,
  sourceId: SourceEmployeeId,
  today: string,
): Promise<ConnectedLink | undefined> => {
  const pairs = (await linksOf(deps.store, sourceId)).filter((link) => link.status === 'connected')
  if (pairs.length < 2) return pairs[0]
  const here = await findCompanyNow(deps, sourceId, today)
  return pairs.find(({ companyId }) => companyId === here) ?? pairs[0]
}

/**
 * What waited for a pair that no longer exists does not wait any more, no matter what people said about it.
 * What stands for the pair that there is now stays.
 */
const closeHoldsOf = async (store: Store, link: Link): Promise<void> => {
  const { sourceId, companyId } = link
  const targetId = link.status === 'connected' ? link.targetId : null
  const ended = (await store.holds.readHolds()).filter(
    (hold) =>
      hold.subject === sourceId &&
      hold.companyId === companyId &&
      (link.status === 'disconnected' || link.status === 'ignored' || hold.targetId !== targetId),
  )
  if (ended.length > 0) await store.holds.closeHolds(ended.map(({ id }) => ({ id, how: 'superseded' })))
}

const takeInAgain = async (store: Store, sourceId: SourceEmployeeId): Promise<undefined> => {
  const links = (await linksOf(store, sourceId)).filter(({ status }) => status === 'ignored')
  if (links.length === 0)
    throw new ConfigError(`Employee ${sourceId} is not ignored. See who is: nmbrs-sync status --all`)
  for (const { companyId } of links) await store.links.deleteLink(sourceId, companyId)
  return undefined
}
