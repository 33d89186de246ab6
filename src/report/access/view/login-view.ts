import type { KnownLogin, LoginEmailKind, LoginFacts } from '../../../access/logins/login.js'
import type { AccessPerson } from '../../../access/person.js'
import type { AccessReason } from '../../../access/reasons.js'
import type { AccessAction } from '../../../access/work/action.js'
import { latestWork, type AccessOrder, type KnownAccess, type WorkKind } from '../../../access/work/order.js'
import type { AccessSubject } from '../../../domain/ids.js'
import type { PersonView } from '../../people/person-view.js'

/** Someone who has a login or may have one, as the screens about logins refer to them. */
export interface LoginPersonView extends PersonView<AccessSubject> {
  /** The customer of a contact, since two contacts can have one name. */
  customer: string | undefined
}

export const toLoginPerson = (
  subject: AccessSubject,
  people: ReadonlyMap<AccessSubject, AccessPerson>,
): LoginPersonView => {
  const person = people.get(subject)
  return {
    subject,
    targetId: person?.kind === 'employee' ? person.targetId : null,
    name: person?.displayName,
    employeeNumber: person?.kind === 'employee' ? person.employeeNumber : undefined,
    customer: person?.kind === 'contact' ? person.customerName : undefined,
  }
}

/** A known login without its digests. */
export interface LoginView
  extends
    Pick<LoginFacts, 'template' | 'language' | 'level'>,
    Pick<KnownLogin, 'active' | 'origin' | 'since'> {
  emailKind: LoginEmailKind | null
}

export const toLoginView = ({
  template,
  email,
  language,
  level,
  active,
  origin,
  since,
}: KnownLogin): LoginView => ({
  ...{ template, emailKind: email?.kind ?? null, language, level, active, origin, since },
})

/** Work about a login without its digests. */
export type LoginWorkView = Pick<
  AccessOrder,
  'kind' | 'state' | 'batch' | 'wantedAt' | 'handedOverAt' | 'answeredAt'
>

export const toLoginWork = (order: AccessOrder | null | undefined): LoginWorkView | null => {
  if (order === null || order === undefined) return null
  const { kind, state, batch, wantedAt, handedOverAt, answeredAt } = order
  return { kind, state, batch, wantedAt, handedOverAt, answeredAt }
}

/** What is under way about a login, or why nothing is; `null` where nothing is to be said. */
export type LoginStanding =
  | { kind: 'to-hand-over'; work: WorkKind }
  | { kind: 'held'; work: WorkKind; hold: AccessReason }
  | { kind: 'handed-over'; order: LoginWorkView; isLate: boolean }
  | { kind: 'reason'; reason: AccessReason }

export const findStanding = (action: AccessAction, known: KnownAccess | undefined): LoginStanding | null => {
  const { kind, because, notes } = action
  if (kind !== 'none') {
    const [hold] = action.holds
    return hold === undefined ? { kind: 'to-hand-over', work: kind } : { kind: 'held', work: kind, hold }
  }
  const order = toLoginWork(known && latestWork(known))
  if (order !== null && because.includes('handed-over'))
    return { kind: 'handed-over', order, isLate: notes.includes('overdue') }
  const [reason] = because
  return reason === undefined ? null : { kind: 'reason', reason }
}
