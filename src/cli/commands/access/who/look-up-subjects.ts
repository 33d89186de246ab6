import { createAddressBook, type AddressBook } from '../../../../domain/addresses/address-book.js'
import type { AccessPerson } from '../../../../access/person.js'
import { toAccessSubject, toSourceEmployeeId, type AccessSubject } from '../../../../domain/ids.js'
import { findPeople } from '../../../../domain/people/find-people.js'
import type { KnownPerson } from '../../../../domain/people/known-person.js'
import type { AccessPortalConfig } from '../../../../config/config.js'
import { readLogins, type LoginDeps } from '../../../../run/access/plan-logins.js'
import { idsOf } from '../../../../run/people/read-people.js'
import type { Io } from '../../../io.js'
import { choosePerson } from '../../../people/look-up.js'

/** What stands for someone with a login on the command line, in the words of the help. */
export const subjectMeaning =
  'a person: name, employee number, AlexisHR id or Nmbrs id, a unique beginning will do; contact:ID for a contact; requester:KEY for someone in the configuration'

/** Ids of AlexisHR are written in small letters; those of contacts are as their list has them. */
export const parseSubject = (typed: string): AccessSubject =>
  toAccessSubject(isSourceId(typed) ? typed.trim().toLowerCase() : typed.trim())

const isSourceId = (typed: string): boolean => /^[0-9a-f]{24}$/i.test(typed.trim())

const isId = (typed: string): boolean => isSourceId(typed) || /^(contact|requester):/.test(typed.trim())

/**
 * The people of some portals whom typed texts mean. Ids are taken at their word. For anything else those who
 * can have a login there are read, once; a text that fits no one is given back, and anyone who looks for it
 * says that there is no such person. Throws as `readLogins` and `choosePerson`.
 */
export const lookUpSubjects = async (
  io: Io,
  deps: LoginDeps,
  portals: readonly AccessPortalConfig[],
  typed: readonly string[],
): Promise<readonly AccessSubject[]> => {
  const found: AccessSubject[] = []
  let people: readonly KnownPerson[] | undefined
  for (const text of typed) {
    if (!isId(text)) people ??= await readKnown(deps, portals)
    found.push(isId(text) ? parseSubject(text) : await pickOne(io, text, people ?? []))
  }
  return [...new Set(found)]
}

const readKnown = async (
  deps: LoginDeps,
  portals: readonly AccessPortalConfig[],
): Promise<readonly KnownPerson[]> => {
  const book = createAddressBook(await deps.store.addresses.readAddresses())
  const read = await readLogins(deps, portals)
  const people = new Map(read.flatMap(({ facts }) => facts.people.map((one) => [one.subject, one] as const)))
  return [...people.values()].map((person) => toKnown(person, book))
}

/**
 * Contacts and people of the configuration are looked up as everyone else, so the id is the one that they
 * have here.
 */
const toKnown = (person: AccessPerson, book: AddressBook): KnownPerson => ({
  id: toSourceEmployeeId(person.subject),
  name: person.displayName,
  employeeNumber: person.kind === 'employee' ? person.employeeNumber : undefined,
  targetIds: person.kind === 'employee' && person.targetId !== null ? idsOf(person.targetId, book) : [],
})

const pickOne = async (io: Io, typed: string, people: readonly KnownPerson[]): Promise<AccessSubject> => {
  const [only, ...others] = findPeople(typed, people)
  if (only === undefined) return parseSubject(typed)
  return toAccessSubject(others.length === 0 ? only.id : await choosePerson(io, [only, ...others]))
}
