import { findEmail, type ChosenEmail } from './email-addresses.js'
import { foldName } from '../logins/fold-identity.js'
import type { Credentials, WantedLogin } from '../work/action.js'
import type { AccessPlanInput } from '../input.js'
import type { EnvironmentLevel, PortalLanguage } from '../logins/login.js'
import type { AccessPerson } from '../person.js'
import type { PickedGrant } from '../policy/pick-grant.js'
import type { PlanContext } from '../plan-context.js'
import type { Grant } from '../policy/policy.js'
import type { PermissionSet } from '../portal/portal.js'
import type { AccessReason } from '../reasons.js'
import { toTemplateName } from '../logins/template-names.js'

/** The login someone should have, or every reason why none can be made. */
export type WantedOrNot = { wanted: WantedLogin } | { reasons: readonly AccessReason[]; rule: string | null }

type Found<Value> = { value: Value } | { reason: AccessReason }

/**
 * Works out the login that the policy gives a person. `atEmployee`: made on their own screen, because no list
 * shows them.
 */
export const buildWanted = (
  context: PlanContext,
  person: AccessPerson,
  { grant, rule }: PickedGrant,
  atEmployee: boolean,
): WantedOrNot => {
  if (grant === 'no-login') return { reasons: ['no-login-wanted'], rule }
  const level = findLevel(context.input, person)
  const access = findAccess(context, grant, 'value' in level ? level.value : undefined)
  const language = findLanguage(context.input, grant)
  const email = findAddress(context, person, grant)
  const reasons = [level, access, language, email].flatMap((part) => ('reason' in part ? [part.reason] : []))
  if (!('value' in level && 'value' in access && 'value' in language && 'value' in email)) {
    return { reasons, rule }
  }
  const { digest } = context.input
  const chosen = email.value
  return {
    wanted: {
      facts: {
        template: access.value.name,
        permissions: access.value.text === null ? null : digest('permissions', access.value.text),
        email: chosen && { kind: chosen.kind, digest: digest('email', chosen.folded) },
        userName: null,
        language: language.value,
        level: atEmployee ? { kind: 'employee' } : level.value,
      },
      address: chosen?.address ?? null,
      userName: null,
      permissions: access.value.set,
      credentials: credentialsOf(context.input, atEmployee),
      rule,
    },
  }
}

/** The level to which a person's login belongs. */
export const findLevel = (
  { portal, policy }: Pick<AccessPlanInput, 'portal' | 'policy'>,
  person: AccessPerson,
): Found<EnvironmentLevel> => {
  if (portal.levels === undefined) return { value: { kind: 'portal' } }
  if (policy.environment === 'business') return { value: { kind: 'master' } }
  const debtor = person.kind === 'contact' ? undefined : policy.debtors.get(person.companyId)
  return debtor === undefined ? { reason: 'debtor-unknown' } : { value: { kind: 'debtor', debtor } }
}

interface Access {
  name: string
  text: string | null
  set: PermissionSet | null
}

const findAccess = (
  { input: { portal, policy }, sets }: PlanContext,
  grant: Grant,
  level: EnvironmentLevel | undefined,
): Found<Access> => {
  const folded = foldName(toTemplateName(portal, grant.template))
  if (portal.templates === undefined) {
    const prepared = sets.get(folded)
    if (prepared === undefined) return { reason: 'template-unknown' }
    return prepared.reason === undefined ? { value: prepared } : { reason: prepared.reason }
  }
  const standard = portal.templates.standard.map(({ name }) => name)
  const place = level?.kind === 'debtor' ? level.debtor : level?.kind
  const own = portal.templates.own && place !== undefined ? (policy.ownTemplates.get(place) ?? []) : []
  const name = [...standard, ...own].find((known) => foldName(known) === folded)
  return name === undefined ? { reason: 'template-unknown' } : { value: { name, text: null, set: null } }
}

const findLanguage = ({ portal }: AccessPlanInput, { language }: Grant): Found<PortalLanguage | null> => {
  if (portal.languages.length === 0) return { value: null }
  const known = language !== null && portal.languages.includes(language)
  return known ? { value: language } : { reason: 'language-unknown' }
}

const findAddress = (
  { input: { portal }, clashOf }: PlanContext,
  person: AccessPerson,
  { email: choice }: Grant,
): Found<ChosenEmail | null> => {
  const email = findEmail(person, choice, portal)
  if (email === undefined) return portal.account.emailRequired ? { reason: 'no-email' } : { value: null }
  const clash = portal.account.by === 'email' ? clashOf(person, email) : undefined
  return clash === undefined ? { value: email } : { reason: clash }
}

const credentialsOf = ({ portal, policy }: AccessPlanInput, atEmployee: boolean): Credentials => {
  if (portal.loginData === 'link') return 'link'
  if (portal.loginData === 'by-vendor') return 'by-vendor'
  const multiple = portal.work.create === 'bulk' && policy.creation === 'multiple'
  return multiple && !atEmployee ? 'generated' : 'given'
}
