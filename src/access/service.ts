import type { AccessPerson } from './person.js'
import type { AccessPolicy } from './policy/policy.js'
import type { Portal, Precondition } from './portal/portal.js'
import type { AccessReason } from './reasons.js'

/** Whether someone left, or is not to have a login any more by the list they come from. */
export const hasLeft = (person: AccessPerson): boolean =>
  person.kind === 'contact' ? person.ended : person.service.state === 'left'

const isMissing: Readonly<
  Record<Precondition, (person: AccessPerson, policy: AccessPolicy) => AccessReason | undefined>
> = {
  connected: (person) =>
    person.kind === 'employee' && person.targetId === null ? 'not-connected' : undefined,
  'in-service': (person) =>
    person.kind !== 'contact' && person.service.state === 'not-yet' ? 'not-in-service-yet' : undefined,
  'accounting-customer': (person) =>
    person.kind === 'contact' && !person.accountingCustomer ? 'not-accounting-customer' : undefined,
  'on-customer-record': (person) =>
    person.kind === 'contact' && !person.onCustomerRecord ? 'not-on-customer-record' : undefined,
  'runs-own-payroll': (person, policy) =>
    person.kind !== 'contact' && policy.outsourced.has(person.companyId) ? 'goes-to-consultant' : undefined,
}

/** Every precondition of the portal that a person who has not left does not meet. */
export const unmetPreconditions = (
  portal: Portal,
  policy: AccessPolicy,
  person: AccessPerson,
): AccessReason[] =>
  portal.preconditions.flatMap((precondition) => isMissing[precondition](person, policy) ?? [])
