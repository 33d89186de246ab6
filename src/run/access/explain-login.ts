import type { AccessAction } from '../../access/work/action.js'
import {
  alertsGoTo,
  findEmail,
  type AlertsPlace,
  type ChosenEmail,
} from '../../access/wanted/email-addresses.js'
import type { EmailKind, LoginEmailKind } from '../../access/logins/login.js'
import type { KnownAccess } from '../../access/work/order.js'
import type { AccessPerson } from '../../access/person.js'
import { createPickGrant, type PickedGrant } from '../../access/policy/pick-grant.js'
import type { AccessPolicy } from '../../access/policy/policy.js'
import type { Portal } from '../../access/portal/portal.js'
import type { PayrollBy } from '../../access/request/help-lines.js'
import { foldEmail, foldName } from '../../access/logins/fold-identity.js'
import { mailedBy } from '../../access/policy/permissions.js'
import { isSameTemplate } from '../../access/logins/template-names.js'
import { findLevel } from '../../access/wanted/wanted-login.js'
import { ConfigError } from '../../domain/errors.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { PlannedPortal } from './plan-logins.js'

/** Why a person's login in one portal is as it is. Names and addresses are for the user's own screen only. */
export interface LoginExplanation {
  portal: Portal
  subject: AccessSubject
  /** `undefined`: a login is known, and its owner was not among the people read. */
  person: AccessPerson | undefined
  known: KnownAccess | undefined
  action: AccessAction
  /** What the policy gives, and the rule that says so. */
  picked: PickedGrant | undefined
  /** The address that a login would be made with. */
  email: ChosenEmail | undefined
  /** Where alerts arrive with the login there is, or with the one that is wanted. */
  alerts: { place: AlertsPlace; address: string | undefined; of: 'login' | 'wanted' }
  /**
   * Who gets the notifications that the permission set grants, in a portal where these are the only alerts.
   */
  mailed: readonly ('owner' | 'contact')[]
  /** What the template that the policy gives permits at the level of this person, as far as that is known. */
  permits: readonly string[]
  /** Which of their addresses the known login has; `elsewhere`: neither. */
  loginAddress: EmailKind | 'elsewhere' | 'unknown' | undefined
  /** Who runs the payroll of the person's company, where the portal asks that. */
  payroll: PayrollBy
}

/** Explains one person's login. `undefined` when they have nothing to do with this portal. */
export const explainLogin = (
  planned: PlannedPortal,
  subject: AccessSubject,
): LoginExplanation | undefined => {
  const { config, people, known, plan, book } = planned
  const action = plan.actions.find((one) => one.subject === subject)
  if (action === undefined) return undefined
  const person = people.get(subject)
  const own = known.get(subject)
  const picked = person && createPickGrant(config.policy, planned.facts.listed)(person)
  const email =
    person === undefined || picked === undefined || picked.grant === 'no-login'
      ? undefined
      : findEmail(person, picked.grant.email, config.portal)
  return {
    portal: config.portal,
    subject,
    person,
    known: own,
    action,
    picked,
    email,
    alerts: findAlerts(planned, action, person, own),
    payroll: findPayroll(config.policy, person),
    mailed: findMailed(planned, picked),
    permits: findPermits(planned, person, picked),
    loginAddress: findLoginAddress(own, person, (text) => book.digest('email', text)),
  }
}

const findPayroll = (
  { outsourced, consultants }: AccessPolicy,
  person: AccessPerson | undefined,
): PayrollBy => {
  if (person?.kind !== 'requester' || !outsourced.has(person.companyId)) return { runs: 'own' }
  return { runs: 'vendor', consultant: consultants?.get(person.companyId) }
}

/** The explanations of all portals that have something to say. Throws `ConfigError` when none has. */
export const explainLogins = (
  portals: readonly PlannedPortal[],
  subject: AccessSubject,
): readonly LoginExplanation[] => {
  const found = portals.flatMap((planned) => explainLogin(planned, subject) ?? [])
  if (found.length > 0) return found
  throw new ConfigError(
    `${subject} is not among the people of these portals. See who is: nmbrs-sync access status`,
  )
}

const findAlerts = (
  { config, book }: PlannedPortal,
  action: AccessAction,
  person: AccessPerson | undefined,
  known: KnownAccess | undefined,
): LoginExplanation['alerts'] => {
  const login = known?.login ?? null
  const wanted = 'wanted' in action ? (action.wanted?.facts ?? null) : null
  const of = login === null ? 'wanted' : 'login'
  if (person === undefined) return { place: 'nowhere', address: undefined, of }
  const place = alertsGoTo(person, login ?? wanted, config.portal, book.digest)
  return { place, address: addressAt(place, person), of }
}

/**
 * What someone wrote down for the debtor or the master level comes before what the portal file says of
 * everyone's templates.
 */
const findPermits = (
  { config }: PlannedPortal,
  person: AccessPerson | undefined,
  picked: PickedGrant | undefined,
): readonly string[] => {
  if (person === undefined || picked === undefined || picked.grant === 'no-login') return []
  const { portal, policy } = config
  const level = findLevel({ portal, policy }, person)
  const place =
    'reason' in level ? undefined : level.value.kind === 'debtor' ? level.value.debtor : level.value.kind
  const { template } = picked.grant
  const own = policy.permits?.find(
    (one) => one.place === place && isSameTemplate(portal, one.template, template),
  )
  const standard = portal.templates?.standard.find(({ name }) => isSameTemplate(portal, name, template))
  return own?.permits ?? standard?.grants ?? []
}

const findMailed = (
  { config }: PlannedPortal,
  picked: PickedGrant | undefined,
): LoginExplanation['mailed'] => {
  if (picked === undefined || picked.grant === 'no-login') return []
  const folded = foldName(picked.grant.template)
  const set = [...config.policy.permissionSets].find(([name]) => foldName(name) === folded)?.[1]
  return set === undefined ? [] : mailedBy(config.portal, set)
}

const addressAt = (place: AlertsPlace, person: AccessPerson): string | undefined => {
  switch (place) {
    case 'work':
      return person.workEmail
    case 'private':
      return person.privateEmail
    case 'login':
    case 'nowhere':
      return undefined
  }
}

const findLoginAddress = (
  known: KnownAccess | undefined,
  person: AccessPerson | undefined,
  digest: (folded: string) => string,
): LoginExplanation['loginAddress'] => {
  const login = known?.login
  if (login === undefined || login === null) return undefined
  if (login.email === null || person === undefined) return 'unknown'
  const own = login.email.digest
  const addresses: readonly (readonly [Exclude<LoginEmailKind, 'other'>, string | undefined])[] = [
    ['work', person.workEmail],
    ['private', person.privateEmail],
  ]
  const found = addresses.find(([, address]) => address !== undefined && digest(foldEmail(address)) === own)
  return found?.[0] ?? 'elsewhere'
}
