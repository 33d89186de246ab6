import type { AccessSubject } from '../domain/ids.js'
import { isReady, type AccessAction, type AccessPlan, type AccessWork } from './work/action.js'
import { assignUserNames } from './wanted/assign-user-names.js'
import { decideAccess } from './decide-access.js'
import type { AccessPlanInput } from './input.js'
import { toNone } from './work/make-work.js'
import { isInDoubt, lastTold, type AccessOrder, type KnownAccess } from './work/order.js'
import { isOverdue } from './work/overdue.js'
import type { AccessPerson } from './person.js'
import { createPickGrant, type PickedGrant } from './policy/pick-grant.js'
import { createPlanContext } from './plan-context.js'
import type { AccessReason } from './reasons.js'
import { isSameLogin } from './work/work-digest.js'

/**
 * What to do about every login of one portal: one action for each person who was read, and one for each login
 * whose owner was not. Pure, and the same what order people and logins come in. Work that is in someone's
 * hands is never planned again; nothing is planned for someone who was not read.
 */
export const planAccess = (input: AccessPlanInput): AccessPlan => {
  const grantOf = rememberGrants(createPickGrant(input.policy, input.listed))
  const context = createPlanContext(input, grantOf)
  const known = new Map(input.known.map((one) => [one.subject, one]))
  const seen = input.people.toSorted(bySubject).map((person) => {
    const own = known.get(person.subject) ?? { subject: person.subject, login: null, order: null }
    known.delete(person.subject)
    const fresh = decideAccess({ context, person, known: own, picked: grantOf(person) })
    return withOrder(input, own, fresh)
  })
  const unseen = [...known.values()].map((own) => withOrder(input, own, toNone(own, ['not-in-source'])))
  const decided = [...seen, ...unseen].map((action) => withOldWord(input, action))
  const actions = assignUserNames(input, decided.toSorted(bySubject))
  return { portal: input.portal.portal, actions }
}

const bySubject = (left: { subject: AccessSubject }, right: { subject: AccessSubject }): number =>
  left.subject < right.subject ? -1 : left.subject > right.subject ? 1 : 0

/** Looking a person up in the rules is done once, though it is asked for twice. */
const rememberGrants = (
  pick: (person: AccessPerson) => PickedGrant,
): ((person: AccessPerson) => PickedGrant) => {
  const picked = new Map<AccessSubject, PickedGrant>()
  return (person) => {
    const before = picked.get(person.subject)
    if (before !== undefined) return before
    const grant = pick(person)
    picked.set(person.subject, grant)
    return grant
  }
}

/** Says why it is asked again what someone gave their word for long ago. */
const withOldWord = ({ requests }: AccessPlanInput, action: AccessAction): AccessAction =>
  requests.tooOld.has(action.subject) && !isReady(action)
    ? { ...action, notes: [...action.notes, 'word-too-old'] }
    : action

/**
 * What was handed over before decides whether the fresh action may be handed over now. Work that is only
 * wanted says nothing of that: it is as if it had not been worked out yet.
 */
const withOrder = (input: AccessPlanInput, own: KnownAccess, fresh: AccessAction): AccessAction => {
  if (own.link?.state === 'handed-over') return inHand(input, withOnly(own, own.link), own.link, fresh)
  const order = lastTold(own)
  if (order === null) return fresh
  const known = withOnly(own, order)
  switch (order.state) {
    case 'wanted':
    case 'confirmed':
      return fresh
    case 'handed-over':
      return inHand(input, known, order, fresh)
    case 'refused':
      return afterRefusal(input, known, order, fresh)
    case 'expired':
      return afterExpiry(input, known, order, fresh)
  }
}

/** As if nothing but this work were known: it is what decides. */
const withOnly = (own: KnownAccess, order: AccessOrder): KnownAccess => ({ ...own, order, link: null })

/** Until there is an answer nothing else is asked about this login. */
const inHand = (
  input: AccessPlanInput,
  known: KnownAccess,
  order: AccessOrder,
  fresh: AccessAction,
): AccessAction => {
  const notes: AccessReason[] = []
  if (isOverdue(order, input.portal, input.now)) notes.push('overdue')
  if (order.kind !== 'resend' && !isSameWork(order, fresh)) notes.push('wanted-changed-since')
  return { ...toNone(known, ['handed-over'], wantedOf(fresh)), notes }
}

const isSameWork = (order: AccessOrder, fresh: AccessAction): boolean => {
  const work = fresh.kind === 'none' ? fresh.offered : fresh
  // Of a replacement whose deletion is done, the creation is left.
  const isSecondHalf = order.kind === 'replace' && work?.kind === 'create'
  return isSecondHalf ? isSameLogin(work.wanted.facts, order.result) : work?.work === order.work
}

const wantedOf = (action: AccessAction) => ('wanted' in action ? action.wanted : null)

/** The same work is not asked again of someone who said no, unless a person wants it; other work is. */
const afterRefusal = (
  { requests }: AccessPlanInput,
  known: KnownAccess,
  order: AccessOrder,
  fresh: AccessAction,
): AccessAction => {
  if (fresh.kind === 'none' || fresh.kind === 'resend' || !isSameWork(order, fresh)) return fresh
  // Anyone who accepts refused work wants it again: words from before are used up.
  const isAccepted = requests.acceptances.some(
    ({ subject, work }) => subject === known.subject && work === fresh.work,
  )
  if (isAskedAgain(requests, fresh) || isAccepted) return asAgain(fresh)
  return toNone(known, ['refused'], wantedOf(fresh), fresh)
}

/**
 * No one knows whether it was done, nor, by that, where a link would have to go. The same is asked again by
 * itself where the portal says that it does no harm and a list is known to have arrived; else when someone
 * says so.
 */
const afterExpiry = (
  { portal, requests }: AccessPlanInput,
  known: KnownAccess,
  order: AccessOrder,
  fresh: AccessAction,
): AccessAction => {
  const isSafe = portal.answer.repeat === 'safe' && !isInDoubt(order)
  if (isSafe || requests.again.has(known.subject) || isAskedAgain(requests, fresh))
    return fresh.kind === 'none' || fresh.kind === 'resend' ? fresh : asAgain(fresh)
  const none = toNone(known, ['expired'], wantedOf(fresh), fresh.kind === 'none' ? null : fresh)
  return isInDoubt(order) ? { ...none, notes: [...none.notes, 'delivery-in-doubt'] } : none
}

/**
 * A refusal, and the end of the wait for an answer, use up what was asked before: what is asked now was asked
 * after it.
 */
const isAskedAgain = (
  { again, remove, userName }: AccessPlanInput['requests'],
  { subject, kind }: AccessAction,
): boolean =>
  again.has(subject) ||
  (remove.has(subject) && (kind === 'remove' || kind === 'deactivate')) ||
  (userName.has(subject) && kind === 'change')

const asAgain = (work: AccessWork): AccessWork => ({ ...work, because: [...work.because, 'asked-again'] })
