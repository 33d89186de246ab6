import { toDayOfInstant } from '../domain/date/plain-date.js'
import type { Language } from '../domain/language/language.js'
import { foldUserName } from './logins/fold-identity.js'
import { makeUserName } from './logins/user-name.js'
import { toParts } from './wanted/assign-user-names.js'
import { toOneLine } from '../domain/text/drop-controls.js'
import type { AccessSubject } from '../domain/ids.js'
import type { AccessWork } from './work/action.js'
import type { Batch } from './work/batch.js'
import type { HandOver, HandOverPerson } from './work/delivery-payload.js'
import { addressOfLogin } from './wanted/email-addresses.js'
import type { AccessPlanInput } from './input.js'
import type { AccessPerson } from './person.js'

/** A hand-over with everyone named in its batches. `at` is ISO 8601; without a zone its day is UTC's. */
export const toHandOver = (
  connection: string,
  input: AccessPlanInput,
  {
    key,
    at,
    batches,
    language,
    timeZone = 'UTC',
  }: {
    key: string
    at: string
    batches: readonly Batch[]
    language?: Language | undefined
    timeZone?: string | undefined
  },
): HandOver => {
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const named = new Map<AccessSubject, HandOverPerson>()
  for (const { subject, work } of batches.flatMap((batch) => batch.people)) {
    const person = people.get(subject)
    if (person !== undefined) named.set(subject, toNamed(person, work, input))
  }
  const { portal, title: portalTitle, help, permissions, screens } = input.portal
  const { formAddress } = input.policy
  const request = help && permissions && { help, permissions, formAddress }
  return {
    ...{ connection, portal, portalTitle, key, at, batches, people: named },
    day: toDayOfInstant(at, timeZone),
    ...(request === undefined ? {} : { request }),
    ...(language === undefined ? {} : { language }),
    ...(screens === undefined ? {} : { screens }),
    ...(permissions === undefined ? {} : { options: permissions }),
    owners: new Map(
      [...input.owners].flatMap(([id, { name }]) => (name === undefined ? [] : [[id, toOneLine(name)]])),
    ),
    companyId: input.policy.companyId,
  }
}

const toNamed = (person: AccessPerson, work: AccessWork, input: AccessPlanInput): HandOverPerson => {
  const known = findUserName(person, work, input)
  return {
    subject: person.subject,
    targetId: person.kind === 'employee' ? person.targetId : null,
    employeeNumber: person.kind === 'employee' ? cleanText(person.employeeNumber) : undefined,
    displayName: toOneLine(person.displayName),
    address: cleanText(toAddress(person, work, input)) ?? null,
    userName: ('wanted' in work ? work.wanted.userName : null) ?? known ?? null,
    ...(known === undefined ? {} : { currentUserName: known }),
    notes: work.notes,
    ...(person.kind === 'contact' && person.customerName !== ''
      ? { companyName: toOneLine(person.customerName) }
      : {}),
    ...(person.kind === 'requester'
      ? { companyName: cleanText(person.companyName), phone: cleanText(person.phone) }
      : {}),
  }
}

const toAddress = (
  person: AccessPerson,
  work: AccessWork,
  { digest }: Pick<AccessPlanInput, 'digest'>,
): string | undefined =>
  'wanted' in work ? (work.wanted.address ?? undefined) : addressOfLogin(person, work.login, digest)

/** What a list says of a person came from HR, or from a list of contacts, as it was typed. */
const cleanText = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : toOneLine(text)

/**
 * The user name of a login, of which only a digest is kept: one that the name of the person gives, whole or
 * by one part of a longer last name, as after a marriage. `undefined` when it is none of these.
 */
const findUserName = (
  person: AccessPerson,
  work: AccessWork,
  { portal, digest }: AccessPlanInput,
): string | undefined => {
  const rule = portal.account.userName
  const known = 'login' in work ? work.login.userName : null
  if (rule === undefined || known === null) return undefined
  const parts = toParts(person)
  const lasts = [parts.last, ...(parts.last ?? '').split(/[\s-]+/)]
  for (const last of new Set(lasts)) {
    const found = makeUserName(
      rule,
      { ...parts, last },
      (name) => digest('userName', foldUserName(name)) !== known,
      mostTriedForKnown,
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** So many people of one name are looked at. */
const mostTriedForKnown = 50
