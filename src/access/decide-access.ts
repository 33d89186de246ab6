import type { AccessAction, WantedLogin } from './work/action.js'
import { isAskedFor } from './asked-for.js'
import { compareLogins, reasonOfDifference, type Difference } from './wanted/compare-logins.js'
import { addressOfLogin, emailOf } from './wanted/email-addresses.js'
import type { AccessPlanInput } from './input.js'
import type { KnownLogin } from './logins/login.js'
import { makeWork, toNone } from './work/make-work.js'
import type { KnownAccess } from './work/order.js'
import type { AccessPerson } from './person.js'
import type { PickedGrant } from './policy/pick-grant.js'
import type { PlanContext } from './plan-context.js'
import type { AccessReason } from './reasons.js'
import { hasLeft, unmetPreconditions } from './service.js'
import { toFacts } from './work/work-result.js'
import { buildWanted } from './wanted/wanted-login.js'

/** What the decision about one person looks at. */
export interface Decision {
  context: PlanContext
  person: AccessPerson
  known: KnownAccess
  picked: PickedGrant
}

/** What is to be done about one person's login, no matter what is in someone's hands already. */
export const decideAccess = (decision: Decision): AccessAction => {
  const action = decideByRules(decision)
  return decision.picked.doubt === undefined ? action : holdInDoubt(action)
}

/** Work that no rule decides about: someone asked for it, or left. */
const beyondRules: ReadonlySet<AccessReason> = new Set([
  'link-asked',
  'password-asked',
  'user-name-asked',
  'deletion-asked',
  'left-service',
])

/**
 * Nothing that would be done because a rule passed someone over is done while that rule may be meant for
 * them.
 */
const holdInDoubt = (action: AccessAction): AccessAction => {
  if (action.because.some((reason) => beyondRules.has(reason))) return action
  const hold = 'rule-name-unknown'
  if (action.kind !== 'none') return { ...action, holds: [...action.holds, hold] }
  const offered = action.offered && { ...action.offered, holds: [...action.offered.holds, hold] as const }
  const because = action.because.map((reason) => (reason === 'no-login-wanted' ? hold : reason))
  return { ...action, because, offered }
}

const decideByRules = (decision: Decision): AccessAction => {
  const { context, person, known } = decision
  const { requests } = context.input
  if (requests.remove.has(person.subject)) return decideRemoval(decision)
  if (requests.userName.has(person.subject)) return decideRename(decision)
  if (!requests.resend.has(person.subject)) return decideLogin(decision)
  const obstacle = whyNoResend(context.input, known)
  if (obstacle === undefined) return decideResend(decision)
  // A link that cannot be sent is no reason to leave the rest undone.
  const action = decideLogin(decision)
  return action.kind === 'none'
    ? { ...action, because: [obstacle] }
    : { ...action, notes: [...action.notes, obstacle] }
}

/** Why no link can be sent to someone; `undefined` when it can. */
export const whyNoResend = (
  { portal }: Pick<AccessPlanInput, 'portal'>,
  { login }: Pick<KnownAccess, 'login'>,
): AccessReason | undefined => {
  if (portal.work.resend === undefined) return 'link-not-offered'
  return login?.active === true ? undefined : 'no-login-known'
}

const decideLogin = (decision: Decision): AccessAction => {
  const { context, person, known } = decision
  const { portal, policy } = context.input
  if (hasLeft(person)) return decideLeaver(decision)
  const unmet = unmetPreconditions(portal, policy, person)
  if (unmet.length > 0) return toNone(known, unmet)
  const result = buildWanted(context, person, decision.picked, false)
  if ('wanted' in result) return decideWanted(decision, result.wanted)
  return result.reasons.includes('no-login-wanted') ? decideUnwanted(decision) : toNone(known, result.reasons)
}

/**
 * Someone asked for a login to be deleted. That is the word which a removal waits for; what is lost with the
 * login waits for a word of its own. A login that a rule gives would only be made again, so it is not
 * deleted.
 */
const decideRemoval = (decision: Decision): AccessAction => {
  const { context, person, known, picked } = decision
  const { portal } = context.input
  const usual = decideLogin(decision)
  if (usual.kind === 'remove' || usual.kind === 'deactivate')
    return { ...usual, holds: usual.holds.filter((hold) => hold !== 'removal-needs-word') }
  const kind = portal.work.remove === undefined ? 'deactivate' : 'remove'
  if (known.login === null || portal.work[kind] === undefined) return toNone(known, ['no-login-known'])
  if (!known.login.active) return toNone(known, ['login-inactive'])
  if (!hasLeft(person) && picked.grant !== 'no-login') return toNone(known, ['login-is-wanted'])
  return makeWork(context, known, { kind, person, login: known.login, because: ['deletion-asked'] })
}

/**
 * The user name that is made of someone's name now; which one it is, and whether there is anything to change,
 * is seen over all people.
 */
const decideRename = (decision: Decision): AccessAction => {
  const { context, person, known } = decision
  const { login } = known
  if (context.input.portal.change.userName !== 'in-place') return toNone(known, ['user-name-fixed'])
  if (login?.active !== true) return toNone(known, [login === null ? 'no-login-known' : 'login-inactive'])
  const usual = decideLogin(decision)
  if (usual.kind === 'change') return { ...usual, because: [...usual.because, 'user-name-asked'] }
  if (usual.kind !== 'none') return usual
  const facts = { ...toFacts(login), userName: null }
  const address = addressOfLogin(person, login, context.input.digest) ?? null
  const wanted: WantedLogin = {
    ...{ facts, address, userName: null, permissions: null, credentials: 'given', rule: null },
  }
  return makeWork(context, known, { kind: 'change', person, login, wanted, because: ['user-name-asked'] })
}

/**
 * A link to set the password goes to the address of the login, not to the address that HR has now. Where the
 * portal sends no link, an administrator sets a new password and sends it.
 */
const decideResend = ({ context, person, known }: Decision): AccessAction => {
  const { input } = context
  const { login } = known
  if (login === null) return toNone(known, ['no-login-known'])
  if (input.portal.loginData !== 'link')
    return makeWork(context, known, { kind: 'resend', person, login, because: ['password-asked'] })
  const notes: AccessReason[] = []
  if (login.email === null) notes.push('link-address-unknown')
  else if (addressOfLogin(person, login, input.digest) === undefined) notes.push('link-goes-to-old-email')
  return makeWork(context, known, { kind: 'resend', person, login, because: ['link-asked'], notes })
}

/**
 * Someone who left keeps their login; without one they get it only when asked for, on their own screen.
 */
const decideLeaver = (decision: Decision): AccessAction => {
  const { context, person, known, picked } = decision
  const { portal, policy, requests } = context.input
  const { login } = known
  if (login !== null) return decideLeaverWithLogin(decision, login)
  const asked = isAskedFor(requests, person.subject)
  if (!asked || portal.outsideBulk === 'no') return toNone(known, ['left-no-login'])
  const unmet = unmetPreconditions(portal, policy, person)
  if (unmet.length > 0) return toNone(known, unmet)
  const result = buildWanted(context, person, picked, true)
  if (!('wanted' in result)) return toNone(known, result.reasons)
  const because: AccessReason[] = ['asked-individually']
  return makeWork(context, known, { kind: 'create', person, wanted: result.wanted, because })
}

const decideLeaverWithLogin = ({ context, person, known }: Decision, login: KnownLogin): AccessAction => {
  const { portal, policy } = context.input
  if (!login.active) return toNone(known, ['login-inactive'])
  const ends = portal.leaving === 'can-be-deactivated' && policy.whenLeft === 'deactivate'
  if (!ends) return toNone(known, ['left-login-active'])
  return makeWork(context, known, { kind: 'deactivate', person, login, because: ['left-service'] })
}

/**
 * No rule gives this person a login. One that is there stays, unless the policy says that a person is to be
 * asked.
 */
const decideUnwanted = ({ context, person, known }: Decision): AccessAction => {
  const { portal, policy } = context.input
  const { login } = known
  const kind = portal.work.remove !== undefined ? 'remove' : 'deactivate'
  if (!login?.active || policy.whenNotWanted === 'keep' || portal.work[kind] === undefined) {
    return toNone(known, ['no-login-wanted'])
  }
  return makeWork(context, known, { kind, person, login, because: ['not-wanted-any-more'] })
}

const decideWanted = (decision: Decision, wanted: WantedLogin): AccessAction => {
  const { context, person, known } = decision
  const { input } = context
  const { login } = known
  if (login === null) {
    return makeWork(context, known, { kind: 'create', person, wanted, because: ['new-login'] })
  }
  if (!login.active) return toNone(known, ['login-inactive'], wanted)
  const differences = compareLogins(input.portal, login, wanted.facts)
  if (differences.length === 0) return toNone(known, ['as-wanted'], wanted)
  return decideDifferent(decision, login, wanted, differences)
}

/** A login that is not as it should be: changed where the portal can, else deleted and made again. */
const decideDifferent = (
  { context, person, known }: Decision,
  login: KnownLogin,
  wanted: WantedLogin,
  differences: readonly Difference[],
): AccessAction => {
  const { input } = context
  const because = differences.map((difference) => reasonOfDifference[difference])
  const replaced = differences.some((difference) => input.portal.change[difference] === 'replace')
  if (!replaced) return makeWork(context, known, { kind: 'change', person, login, wanted, because })
  const work = makeWork(context, known, { kind: 'replace', person, login, wanted, because })
  const quiet = differences.every((difference) => difference === 'email')
    ? quietReason(input, person, login)
    : undefined
  // An address alone is not urgent: unless the policy holds it up for a word, it waits until someone gives
  // one unasked.
  if (quiet === undefined) return work
  const accepted = context.accepted.has(work.work)
  return accepted && input.policy.replaceOnEmailChange !== 'never'
    ? work
    : toNone(known, [quiet], wanted, work)
}

/**
 * Why an address alone does not make a replacement wait for a word; `undefined` when it does. An address that
 * was taken away, with nothing in its place, never asks for a login to be deleted.
 */
const quietReason = (
  { policy }: AccessPlanInput,
  person: AccessPerson,
  { email }: KnownLogin,
): AccessReason | undefined => {
  if (policy.replaceOnEmailChange === 'never') return 'email-change-left'
  const removed = email !== null && email.kind !== 'other' && emailOf(person, email.kind) === ''
  if (removed) return 'email-removed'
  return policy.replaceOnEmailChange === 'list' ? 'email-change-listed' : undefined
}
