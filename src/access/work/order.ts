import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { KnownLogin, LoginFacts } from '../logins/login.js'

/** What can be handed over about one login. */
export const workKinds = ['create', 'replace', 'change', 'remove', 'deactivate', 'resend'] as const
export type WorkKind = (typeof workKinds)[number]

/**
 * Where handed-over work stands: `wanted → handed-over → confirmed | refused | expired`. `wanted` is planned
 * and not delivered (held, or its delivery failed); `expired` got no answer in the portal's time, so no one
 * knows whether it was done.
 */
export const accessStates = ['wanted', 'handed-over', 'confirmed', 'refused', 'expired'] as const
export type AccessState = (typeof accessStates)[number]

/**
 * One piece of work about one login, and what became of it. Stored: ids, digests, names of templates, times.
 */
export interface AccessOrder {
  kind: WorkKind
  state: AccessState
  /**
   * Stands for the exact work: the same work has the same digest. An answer and an acceptance are bound to
   * it.
   */
  work: Digest
  /** What the login is once this is done; `null` when it is gone then. For a resent link: what it is. */
  result: LoginFacts | null
  /** The name of the batch it was handed over in; `null` before that. */
  batch: string | null
  /** ISO 8601. */
  wantedAt: string
  handedOverAt: string | null
  /** When it was confirmed, refused or expired. */
  answeredAt: string | null
}

/** What someone's login is, or may be by now, through work that has no answer; `null`: no such work. */
export const promisedBy = (order: AccessOrder | null): LoginFacts | null =>
  order?.state === 'handed-over' || order?.state === 'expired' ? order.result : null

/**
 * All that is known of one person in one portal: the login, and the latest work about it. A link to set a
 * password again is no work about the login: it stands beside it, so that it hides no doubt and no refusal.
 */
export interface KnownAccess {
  subject: AccessSubject
  login: KnownLogin | null
  /** The latest work that is no link. */
  order: AccessOrder | null
  /** The latest link; left out as `null`. */
  link?: AccessOrder | null
  /** When the latest work is only wanted: the one before it, of which someone was told, or may have been. */
  before?: AccessOrder | null
  /**
   * User names that lists without an answer, or with a refusal, promised at any time: such a login may be
   * there.
   */
  userNames?: readonly Digest[]
}

/** The latest work about someone's login that anyone was told of, or may have been; `null`: none. */
export const lastTold = ({ order, before = null }: KnownAccess): AccessOrder | null =>
  order?.state === 'wanted' ? before : order

/**
 * The latest of all work, links included: the open one, for there is never a second, else the one that was
 * wanted last.
 */
export const latestWork = ({
  order,
  link = null,
}: Pick<KnownAccess, 'order' | 'link'>): AccessOrder | null => {
  if (order === null || link === null) return order ?? link
  if (isOpen(order) || isOpen(link)) return isOpen(order) ? order : link
  return link.wantedAt >= order.wantedAt ? link : order
}

const isOpen = ({ state }: AccessOrder): boolean => state === 'wanted' || state === 'handed-over'

/**
 * Whether work expired because no one knows whether its list arrived: it stands in no batch that can be
 * confirmed as a whole.
 */
export const isInDoubt = ({ state, batch }: AccessOrder): boolean => state === 'expired' && batch === null

/**
 * Someone's word that a login may be deleted although deleting it loses something. Bound to the exact work.
 */
export interface Acceptance {
  subject: AccessSubject
  work: Digest
  /** `none-open`: someone looked and there are no open change requests. `loss-accepted`: they may be lost. */
  how: 'none-open' | 'loss-accepted'
}

/** What people asked for by hand, not yet handed over. */
export interface AccessRequests {
  /** Logins for people who are not listed for bulk, such as someone who has left. */
  individually: ReadonlySet<AccessSubject>
  /** Links to set a password again. */
  resend: ReadonlySet<AccessSubject>
  /** Logins that are to be deleted, or switched off where the portal deletes none. */
  remove: ReadonlySet<AccessSubject>
  /** Logins that are to have the user name that is made of the person's name now. */
  userName: ReadonlySet<AccessSubject>
  /** Work that was refused or expired, and may be handed over again. */
  again: ReadonlySet<AccessSubject>
  acceptances: readonly Acceptance[]
  /** Whose word is older than the policy lets a word count, so that it is asked for again. */
  tooOld: ReadonlySet<AccessSubject>
}

export const noRequests: AccessRequests = {
  individually: new Set(),
  resend: new Set(),
  remove: new Set(),
  userName: new Set(),
  again: new Set(),
  acceptances: [],
  tooOld: new Set(),
}
