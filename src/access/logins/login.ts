import type { Digest } from '../../domain/digest.js'

/** The name of a portal file: `nmbrs-ess`. */
export type PortalName = string

/** Languages as the portals spell them. Which of them a portal has stands in its file. */
export const portalLanguages = ['NL', 'EN', 'DE', 'SE', 'DA'] as const
export type PortalLanguage = (typeof portalLanguages)[number]

/**
 * Which of a person's addresses a login is made with. `other`: an address that is neither of them, seen in a
 * list of the portal.
 */
export const emailKinds = ['work', 'private'] as const
export type EmailKind = (typeof emailKinds)[number]
export type LoginEmailKind = EmailKind | 'other'

/**
 * Where in the portal the work is done. `debtor` by its id or number as the configuration gives it;
 * `employee`: on the screen of that one employee; `portal`: the portal has no levels.
 */
export type EnvironmentLevel =
  { kind: 'debtor'; debtor: string } | { kind: 'master' } | { kind: 'employee' } | { kind: 'portal' }

/**
 * Digests a text that is not to be stored, with the key of the state file. Unlike the digests of payroll
 * values it does not depend on the person: the same address gives the same digest for everyone within a
 * connection and portal, so that two logins on one address, and the owner of a line in a portal's list, can
 * be found. E-mail addresses and user names are folded first (`fold-identity.ts`).
 */
export type DigestAccess = (field: 'email' | 'userName' | 'permissions' | 'work', text: string) => Digest

/**
 * What a login is made of, without a personal value: this is what is stored. `null` means the portal has no
 * such thing, or it is not known; what is not known is never taken for a difference.
 */
export interface LoginFacts {
  /** A standard or own template, or the name of a permission set. */
  template: string | null
  /** Stands for the exact contents of the permission set. */
  permissions: Digest | null
  email: { kind: LoginEmailKind; digest: Digest } | null
  userName: Digest | null
  language: PortalLanguage | null
  level: EnvironmentLevel | null
}

/** A login that exists as far as is known. */
export interface KnownLogin extends LoginFacts {
  active: boolean
  /** How it became known. */
  origin: 'confirmed' | 'imported'
  /** When that was, ISO 8601. */
  since: string
}
