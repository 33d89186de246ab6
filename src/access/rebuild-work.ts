import type { AccessSubject } from '../domain/ids.js'
import { isReady, type AccessWork } from './action.js'
import type { OrderPlace } from './access-book.js'
import type { AccessPlanInput } from './input.js'
import type { LoginFacts } from './login.js'
import type { AccessOrder, AccessRequests, KnownAccess } from './order.js'
import { planAccess } from './plan-access.js'

/** Work that was handed over or is being handed over, and where in its hand-over it stands. */
export type PlacedOrder = Pick<OrderPlace, 'subject' | 'work'>

/**
 * The work that orders are about, made again from what is known of the people now: what is stored of an order has no name and no address.
 * Whose work cannot be made again to the letter, because he or the policy changed since, is not among them.
 */
export const rebuildWork = (
  input: AccessPlanInput,
  placed: readonly PlacedOrder[],
): ReadonlyMap<AccessSubject, AccessWork> => {
  const orders = findOrders(input.known, placed)
  const known = input.known.map((one) => (orders.has(one.subject) ? { ...one, order: null } : one))
  const requests = toRequests(orders)
  const plan = planAccess({ ...input, known, requests })
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
    known.flatMap(({ order, ...one }) =>
      order !== null && works.get(one.subject) === order.work
        ? [[one.subject, { ...one, order }] as const]
        : [],
    ),
  )
}

/** As people asked for it back then: what was asked and accepted is used up once work is handed over. */
const toRequests = (orders: Orders): AccessRequests => {
  const all = [...orders.values()]
  const others = all.filter(({ order }) => order.kind !== 'resend').map(({ subject }) => subject)
  return {
    individually: new Set(others),
    resend: new Set(all.filter(({ order }) => order.kind === 'resend').map(({ subject }) => subject)),
    again: new Set(others),
    acceptances: all.map(({ subject, order }) => ({ subject, work: order.work, how: 'loss-accepted' })),
  }
}

const isSame = (work: AccessWork, { login, order }: { login: unknown; order: AccessOrder }): boolean => {
  // The login to replace was deleted meanwhile: what is left of the work is to create the new one.
  const isSecondHalf = order.kind === 'replace' && login === null && work.kind === 'create'
  if (work.work !== order.work && !isSecondHalf) return false
  return !('wanted' in work) || order.result === null || areSame(work.wanted.facts, order.result)
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
