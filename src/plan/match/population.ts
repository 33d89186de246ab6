import type { MatchAttribute } from '../../domain/link.js'
import type { PersonKeys } from './person-keys.js'

/** One record of a side, with what is compared of it. */
export interface Member<Id extends string = string> {
  id: Id
  keys: PersonKeys
}

/** What a record can be found by. A name counts in each of its forms. */
const lookups = {
  employeeNumber: ({ employeeNumber }) => [employeeNumber],
  birthDate: ({ birthDate }) => [birthDate],
  firstName: ({ firstName: { forms } }) => forms,
  lastName: ({ lastName: { whole, bare } }) => [...whole, ...bare],
  fullName: ({ fullNames }) => fullNames,
  workEmail: ({ workEmail }) => [workEmail],
  privateEmail: ({ privateEmail }) => [privateEmail],
  email: ({ workEmail, privateEmail }) => [...new Set([workEmail, privateEmail])],
  phone: ({ phones }) => phones,
  address: ({ address }) => [address],
  bankAccount: ({ accounts }) => accounts,
} as const satisfies Record<string, (keys: PersonKeys) => readonly string[]>

export type Lookup = keyof typeof lookups

/** The forms in which a record can be found by one attribute; none when it does not have it. */
export const formsOf = (keys: PersonKeys, lookup: Lookup): readonly string[] =>
  lookups[lookup](keys).filter((form) => form !== '')

/** All records of one side, to be looked up by what they hold. */
export interface Population<Id extends string = string> {
  /** In the order of their ids, no matter what order they came in. */
  readonly all: readonly Member<Id>[]
  get(id: Id): Member<Id> | undefined
  /** The records that share a form with `keys`, the record itself included if it is one of them. */
  find(lookup: Lookup, keys: PersonKeys): readonly Member<Id>[]
  /** The records that hold exactly this form. */
  holders(lookup: Lookup, form: string): readonly Member<Id>[]
}

const nobody: readonly never[] = []

/** Builds the look-ups, each when it is first asked for. */
export const buildPopulation = <Id extends string>(members: Iterable<Member<Id>>): Population<Id> => {
  const all = [...members].sort((a, b) => (a.id < b.id ? -1 : 1))
  const byId = new Map(all.map((member) => [member.id, member]))
  const indexes = new Map<Lookup, ReadonlyMap<string, readonly Member<Id>[]>>()
  const indexOf = (lookup: Lookup): ReadonlyMap<string, readonly Member<Id>[]> => {
    const known = indexes.get(lookup) ?? indexBy(all, lookup)
    indexes.set(lookup, known)
    return known
  }
  return {
    all,
    get: (id) => byId.get(id),
    holders: (lookup, form) => indexOf(lookup).get(form) ?? nobody,
    find: (lookup, keys) => {
      const index = indexOf(lookup)
      return [...new Set(formsOf(keys, lookup).flatMap((form) => index.get(form) ?? nobody))]
    },
  }
}

const indexBy = <Id extends string>(
  members: readonly Member<Id>[],
  lookup: Lookup,
): Map<string, Member<Id>[]> => {
  const index = new Map<string, Member<Id>[]>()
  for (const member of members) {
    for (const form of formsOf(member.keys, lookup)) {
      const bucket = index.get(form)
      if (bucket === undefined) index.set(form, [member])
      else bucket.push(member)
    }
  }
  return index
}

/**
 * Where records that agree in an attribute are to be looked for. Names count in either field, because some
 * are entered the wrong way round.
 */
export const lookupsOf = (attribute: MatchAttribute): readonly Lookup[] =>
  attribute === 'firstName' || attribute === 'lastName' ? [attribute, 'fullName'] : [attribute]
