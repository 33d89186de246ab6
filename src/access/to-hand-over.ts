import { dropControls } from '../domain/drop-controls.js'
import type { AccessSubject } from '../domain/ids.js'
import type { AccessWork } from './work/action.js'
import type { Batch } from './work/batch.js'
import type { HandOver, HandOverPerson } from './work/delivery-payload.js'
import { addressOfLogin } from './wanted/email-addresses.js'
import type { AccessPlanInput } from './input.js'
import type { AccessPerson } from './person.js'

/** A hand-over with everybody named in its batches. `at` is ISO 8601. */
export const toHandOver = (
  connection: string,
  input: AccessPlanInput,
  { key, at, batches }: { key: string; at: string; batches: readonly Batch[] },
): HandOver => {
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const named = new Map<AccessSubject, HandOverPerson>()
  for (const { subject, work } of batches.flatMap((batch) => batch.people)) {
    const person = people.get(subject)
    if (person !== undefined) named.set(subject, toNamed(person, work, input))
  }
  const { portal, title: portalTitle, help, permissions } = input.portal
  const { formAddress } = input.policy
  const request = help && permissions && { help, permissions, formAddress }
  return {
    ...{ connection, portal, portalTitle, key, at, batches, people: named },
    ...(request === undefined ? {} : { request }),
  }
}

const toNamed = (person: AccessPerson, work: AccessWork, input: AccessPlanInput): HandOverPerson => ({
  subject: person.subject,
  targetId: person.kind === 'employee' ? person.targetId : null,
  employeeNumber: person.kind === 'employee' ? person.employeeNumber : undefined,
  displayName: dropControls(person.displayName),
  address:
    'wanted' in work ? work.wanted.address : (addressOfLogin(person, work.login, input.digest) ?? null),
  userName: 'wanted' in work ? work.wanted.userName : null,
  notes: work.notes,
  ...(person.kind === 'requester' ? { companyName: person.companyName, phone: person.phone } : {}),
})
