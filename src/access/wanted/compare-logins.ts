import type { KnownLogin, LoginFacts } from '../logins/login.js'
import type { Portal } from '../portal/portal.js'
import type { AccessReason } from '../reasons.js'
import { isSameTemplate } from '../logins/template-names.js'

/** One aspect in which a login is not what it should be. */
export type Difference = 'email' | 'template' | 'permissions' | 'language' | 'level'

/** Why work is done because of a difference. */
export const reasonOfDifference = {
  email: 'email-changed',
  template: 'template-changed',
  permissions: 'permissions-changed',
  language: 'language-changed',
  level: 'level-changed',
} as const satisfies Record<Difference, AccessReason>

/** Two values differ only when both are known. */
const differ = (left: string | null | undefined, right: string | null | undefined): boolean =>
  left !== null && left !== undefined && right !== null && right !== undefined && left !== right

const templatesDiffer = (portal: Portal, one: string | null, other: string | null): boolean =>
  one !== null && other !== null && !isSameTemplate(portal, one, other)

const debtorOf = ({ level }: LoginFacts): string | null => (level?.kind === 'debtor' ? level.debtor : null)

/** Everything in which a login is not what it should be and which the portal file does not leave alone. */
export const compareLogins = (portal: Portal, login: KnownLogin, wanted: LoginFacts): Difference[] => {
  // A set that was only given another name grants the same.
  const sameSet = login.permissions !== null && wanted.permissions !== null
  const found: Record<Difference, boolean> = {
    email: differ(login.email?.digest, wanted.email?.digest),
    template: !sameSet && templatesDiffer(portal, login.template, wanted.template),
    permissions: differ(login.permissions, wanted.permissions),
    language: differ(login.language, wanted.language),
    level: differ(debtorOf(login), debtorOf(wanted)),
  }
  return (Object.keys(found) as Difference[]).filter(
    (aspect) => found[aspect] && portal.change[aspect] !== 'leave',
  )
}
