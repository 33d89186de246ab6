import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import { findEmail, type ChosenEmail } from '../wanted/email-addresses.js'
import type { AccessPlanInput } from '../input.js'
import { isAskedFor } from '../asked-for.js'
import { promisedBy, type KnownAccess } from './order.js'
import type { AccessPerson } from '../person.js'
import type { PickedGrant } from '../policy/pick-grant.js'
import type { AccessReason } from '../reasons.js'
import { hasLeft } from '../service.js'

type Owner = AccessSubject | 'several'

const note = (owners: Map<string, Owner>, key: string, subject: AccessSubject): void => {
  const owner = owners.get(key)
  owners.set(key, owner === undefined || owner === subject ? subject : 'several')
}

/** Who has, or is about to have, a login with an address, by its digest. */
const ownersOfLogins = (known: readonly KnownAccess[]): ReadonlyMap<Digest, Owner> => {
  const owners = new Map<Digest, Owner>()
  for (const { subject, login, order, before = null } of known) {
    if (login?.email) note(owners, login.email.digest, subject)
    for (const one of [order, before]) {
      const promised = promisedBy(one)?.email
      if (promised) note(owners, promised.digest, subject)
    }
  }
  return owners
}

/**
 * Whose login would be made with an address, by the folded address. People who left count when one is asked
 * for them.
 */
const ownersOfAddresses = (
  { people, portal, requests }: AccessPlanInput,
  grantOf: (person: AccessPerson) => PickedGrant,
): ReadonlyMap<string, Owner> => {
  const owners = new Map<string, Owner>()
  for (const person of people) {
    if (hasLeft(person) && !isAskedFor(requests, person.subject)) continue
    const { grant } = grantOf(person)
    const email = grant === 'no-login' ? undefined : findEmail(person, grant.email, portal)
    if (email !== undefined) note(owners, email.folded, person.subject)
  }
  return owners
}

/**
 * Prepares the look for people who would have a login with one address: of two who want it neither may have
 * it, and an address on which someone else has a login is taken.
 */
export const createClashOf = (
  input: AccessPlanInput,
  grantOf: (person: AccessPerson) => PickedGrant,
): ((person: AccessPerson, email: ChosenEmail) => AccessReason | undefined) => {
  const wanting = ownersOfAddresses(input, grantOf)
  const having = ownersOfLogins(input.known)
  return ({ subject }, { folded }) => {
    if ((wanting.get(folded) ?? subject) !== subject) return 'email-shared'
    const owner = having.get(input.digest('email', folded)) ?? subject
    return owner === subject ? undefined : 'email-of-another-login'
  }
}
