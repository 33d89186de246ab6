import { toSourceEmployeeId, type SourceEmployeeId } from '../../domain/ids.js'
import { createAddressBook, foldId } from '../../domain/addresses/address-book.js'
import { findPeople } from '../../domain/people/find-people.js'
import type { KnownPerson } from '../../domain/people/known-person.js'
import { readPeople, type LookUpDeps } from './read-people.js'

/** Asked when a text fits several people; gives the one that was meant, or throws. */
export type ChoosePerson = (several: readonly KnownPerson[]) => Promise<SourceEmployeeId>

/** Ids of AlexisHR are 24 hexadecimal signs, written small (AlexisHR contract, section 2). */
const sourceIdPattern = /^[0-9a-f]{24}$/i

/** The id that a text surely is, no matter who has it. */
export const parseSourceId = (text: string): SourceEmployeeId | undefined =>
  sourceIdPattern.test(text.trim()) ? toSourceEmployeeId(text.trim().toLowerCase()) : undefined

/**
 * The people of one or more connections whom typed texts mean, each once and in the order in which they were
 * typed. An exact id needs no remote: one of AlexisHR is taken at its word, one of Nmbrs is looked up among
 * the links. Anything else is looked for in AlexisHR, which is read once. A text that fits no one is given
 * back as an id, and anyone who looks for it says that there is no such person. Throws as
 * `Source.readSnapshot` and `choose`.
 */
export const lookUpPeople = async (
  places: readonly LookUpDeps[],
  typed: readonly string[],
  choose: ChoosePerson,
): Promise<SourceEmployeeId[]> => {
  const found: SourceEmployeeId[] = []
  let people: KnownPerson[] | undefined
  for (const text of typed) {
    const exact = await findExact(places, text.trim())
    if (exact === undefined) people ??= await readAll(places)
    found.push(exact ?? (await pickOne(text, findPeople(text, people ?? []), choose)))
  }
  return [...new Set(found)]
}

/** Someone who is in scope of several connections is one person all the same. */
const readAll = async (places: readonly LookUpDeps[]): Promise<KnownPerson[]> => {
  const people = new Map<SourceEmployeeId, KnownPerson>()
  for (const place of places)
    for (const person of await readPeople(place)) {
      const before = people.get(person.id)?.targetIds ?? []
      people.set(person.id, { ...person, targetIds: [...new Set([...before, ...person.targetIds])] })
    }
  return [...people.values()]
}

const findExact = async (
  places: readonly LookUpDeps[],
  text: string,
): Promise<SourceEmployeeId | undefined> => {
  const id = parseSourceId(text)
  if (id !== undefined) return id
  const links = (await Promise.all(places.map(({ store }) => store.links.readLinks()))).flat()
  const known = links.find(({ sourceId }) => sourceId === text)
  if (known !== undefined) return known.sourceId
  for (const place of places) {
    const book = createAddressBook(await place.store.addresses.readAddresses())
    const key = book.toKey('employee', text)
    const holder = (await place.store.links.readLinks()).find(
      (link) => link.status === 'connected' && foldId(link.targetId) === key,
    )
    if (holder !== undefined) return holder.sourceId
  }
  return undefined
}

const pickOne = async (
  typed: string,
  found: readonly KnownPerson[],
  choose: ChoosePerson,
): Promise<SourceEmployeeId> => {
  const [only, ...others] = found
  if (only === undefined) return toSourceEmployeeId(typed.trim())
  return others.length === 0 ? only.id : choose(found)
}
