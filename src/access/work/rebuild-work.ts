import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import { isReady, type AccessWork } from './action.js'
import type { OrderPlace } from '../access-book.js'
import type { AccessPlanInput } from '../input.js'
import type { LoginFacts } from '../logins/login.js'
import type { AccessOrder, AccessRequests, KnownAccess } from './order.js'
import { resultOf } from './work-result.js'
import { planAccess } from '../plan-access.js'

/** Work that was handed over or is being handed over, and where in its hand-over it stands. */
export type PlacedOrder = Pick<OrderPlace, 'subject' | 'work'>

/**
 * The work that orders are about, made again from what is known of the people now: what is stored of an order
 * has no name and no address. Whose work cannot be made again to the letter, because the person or the policy
 * changed since, is not among them; nor is, of work that is not known to have arrived, who waits for a word
 * by now.
 */
export const rebuildWork = (
  input: AccessPlanInput,
  placed: readonly PlacedOrder[],
): ReadonlyMap<AccessSubject, AccessWork> => {
  const orders = findOrders(input.known, placed)
  const known = input.known.map((one) => {
    const order = orders.get(one.subject)?.order
    return order === undefined ? one : withoutOrder(one, order)
  })
  const requests = toRequests(orders, input.requests)
  const plan = planAccess({ ...input, known, requests, placedNames: namesOf(orders) })
  const works = plan.actions.filter(isReady).filter((work) => {
    const found = orders.get(work.subject)
    return found !== undefined && isSame(work, found)
  })
  return new Map(works.map((work) => [work.subject, work]))
}

type Orders = ReadonlyMap<AccessSubject, KnownAccess & { order: AccessOrder }>

const findOrders = (known: readonly KnownAccess[], placed: readonly PlacedOrder[]): Orders => {
  const works = new Map(placed.map(({ subject, work }) => [subject, work]))
  return new Map(
    known.flatMap((one) => {
      const found = [one.order, one.link].find((order) => order && works.get(one.subject) === order.work)
      return found ? [[one.subject, { ...one, order: found }] as const] : []
    }),
  )
}

/** As it was before the work was handed over; of work that did not arrive, as it is now. */
const withoutOrder = (one: KnownAccess, placed: AccessOrder): KnownAccess =>
  isArrived(placed) ? { ...one, order: null, link: null, before: null } : one

/** Whether someone has been told of work; until then it counts what people say now. */
const isArrived = ({ state }: AccessOrder): boolean => state !== 'wanted'

const namesOf = (orders: Orders): ReadonlyMap<AccessSubject, Digest> =>
  new Map(
    [...orders.values()].flatMap(({ subject, order }) =>
      order.result?.userName ? [[subject, order.result.userName] as const] : [],
    ),
  )

/**
 * Of work that arrived, as people asked for it back then: what was asked and accepted is used up once work is
 * handed over. Of everyone else, as people ask now: a word that was taken back does not count any more.
 */
const toRequests = (orders: Orders, now: AccessRequests): AccessRequests => {
  const all = [...orders.values()].filter(({ order }) => isArrived(order))
  const arrived = new Set(all.map(({ subject }) => subject))
  const others = all.filter(({ order }) => order.kind !== 'resend').map(({ subject }) => subject)
  const resend = all.filter(({ order }) => order.kind === 'resend').map(({ subject }) => subject)
  const kept = (subjects: ReadonlySet<AccessSubject>): AccessSubject[] =>
    [...subjects].filter((subject) => !arrived.has(subject))
  const asked = (ask: 'remove' | 'userName', why: (one: (typeof all)[number]) => boolean) =>
    new Set([...kept(now[ask]), ...all.filter(why).map(({ subject }) => subject)])
  return {
    remove: asked('remove', isEnd),
    userName: asked('userName', isRename),
    individually: new Set([...kept(now.individually), ...others]),
    resend: new Set([...kept(now.resend), ...resend]),
    again: new Set([...kept(now.again), ...others]),
    acceptances: [
      ...now.acceptances.filter(({ subject }) => !arrived.has(subject)),
      ...all.map(({ subject, order }) => ({ subject, work: order.work, how: 'loss-accepted' as const })),
    ],
    tooOld: now.tooOld,
  }
}

const isEnd = ({ order: { kind } }: { order: AccessOrder }): boolean =>
  kind === 'remove' || kind === 'deactivate'

/** A change of anything else leaves the user name as it is. */
const isRename = ({
  login,
  order: { kind, result },
}: Pick<KnownAccess, 'login'> & { order: AccessOrder }): boolean =>
  kind === 'change' && (result?.userName ?? null) !== (login?.userName ?? null)

const isSame = (work: AccessWork, { login, order }: { login: unknown; order: AccessOrder }): boolean => {
  // The login to replace was deleted meanwhile: what is left of the work is to create the new one.
  const isSecondHalf = order.kind === 'replace' && login === null && work.kind === 'create'
  if (work.work !== order.work && !isSecondHalf) return false
  return (
    !('wanted' in work) || order.result === null || areSame(resultOf(work) ?? work.wanted.facts, order.result)
  )
}

/** Two logins of the same, user names included: who is told of one name must not be told of another. */
const areSame = (one: LoginFacts, other: LoginFacts): boolean =>
  JSON.stringify(toComparable(one)) === JSON.stringify(toComparable(other))

const toComparable = ({ template, permissions, email, userName, language, level }: LoginFacts): unknown => [
  template,
  permissions,
  email?.kind,
  email?.digest,
  userName,
  language,
  level?.kind,
  level?.kind === 'debtor' ? level.debtor : '',
]
