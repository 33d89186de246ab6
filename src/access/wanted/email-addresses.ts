import { foldEmail } from '../logins/fold-identity.js'
import { emailKinds, type DigestAccess, type EmailKind, type LoginFacts } from '../logins/login.js'
import type { AccessPerson } from '../person.js'
import { kindsOf, type EmailChoice } from '../policy/policy.js'
import type { Portal } from '../portal/portal.js'

/** An address of a person: as they spell it, and folded for comparing. */
export interface ChosenEmail {
  kind: EmailKind
  address: string
  folded: string
}

/** The person's address of a kind, folded; empty when they have none. */
export const emailOf = (person: AccessPerson, kind: EmailKind): string =>
  foldEmail(kind === 'work' ? person.workEmail : person.privateEmail)

/**
 * The address that a choice picks among those the portal takes; `undefined` when the person has no such
 * address.
 */
export const findEmail = (
  person: AccessPerson,
  choice: EmailChoice,
  portal: Portal,
): ChosenEmail | undefined => {
  for (const kind of kindsOf(choice)) {
    const folded = emailOf(person, kind)
    if (folded === '' || !portal.account.emailKinds.includes(kind)) continue
    const address = (kind === 'work' ? person.workEmail : person.privateEmail) ?? ''
    return { kind, address: address.trim(), folded }
  }
  return undefined
}

/** The address of a login, when it is one that the person has now; only its digest is kept. */
export const addressOfLogin = (
  person: AccessPerson,
  { email }: Pick<LoginFacts, 'email'>,
  digest: DigestAccess,
): string | undefined => {
  const kind = emailKinds.find((one) => {
    const folded = emailOf(person, one)
    return folded !== '' && digest('email', folded) === email?.digest
  })
  return kind === undefined ? undefined : (kind === 'work' ? person.workEmail : person.privateEmail)?.trim()
}

/**
 * Where alerts for someone arrive. `login`: at the address of the login, which is neither their work nor
 * their private address.
 */
export type AlertsPlace = 'work' | 'private' | 'login' | 'nowhere'

/**
 * Where the portal's alerts for this person will arrive, given the login they have: at their work address,
 * else at the private one, whichever of the two the login has. A login with an address that is neither gets
 * them itself. `nowhere`: the portal sends none, or they have no login.
 */
export const alertsGoTo = (
  person: AccessPerson,
  login: Pick<LoginFacts, 'email'> | null,
  portal: Portal,
  digest: DigestAccess,
): AlertsPlace => {
  if (portal.alerts !== 'work-else-private' || login === null) return 'nowhere'
  const kinds = emailKinds.filter((kind) => emailOf(person, kind) !== '')
  const own = login.email
  if (own !== null && !kinds.some((kind) => digest('email', emailOf(person, kind)) === own.digest)) {
    return 'login'
  }
  return kinds[0] ?? 'nowhere'
}
