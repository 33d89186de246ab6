import type { AccessConfig, ConnectionConfig } from '../../../config/config.js'
import { createAddressBook, type AddressBook } from '../../../domain/addresses/address-book.js'
import { transportNames, transportOf, type Transport } from '../../../domain/addresses/transport.js'
import { ConfigError } from '../../../domain/errors.js'
import { toTargetCompanyId, type TargetCompanyId } from '../../../domain/ids.js'
import type { Store } from '../../../run/store/store.js'

/** What is known of the ids that things have over the other transport. Touches no remote. */
export const readAddressBook = async ({ addresses }: Pick<Store, 'addresses'>): Promise<AddressBook> =>
  createAddressBook(await addresses.readAddresses())

/** Which ids things have over the two transports; `undefined` where there is only one. */
export const findAddresses = async (
  { nmbrs }: ConnectionConfig,
  store: Pick<Store, 'addresses'>,
): Promise<AddressBook | undefined> => {
  const book = await readAddressBook(store)
  return nmbrs.rest === undefined && book.isEmpty ? undefined : book
}

/** A connection whose companies go by their keys, whichever of their ids the configuration has. */
export const toKnownConnection = (connection: ConnectionConfig, book: AddressBook): ConnectionConfig => {
  if (book.isEmpty) return connection
  const keyOf = toKeyOf(book)
  return {
    ...connection,
    companies: connection.companies.map((pair) => ({ ...pair, targetId: keyOf(pair.targetId) })),
    access: connection.access && toKnownAccess(connection.access, book),
  }
}

/** Logins by the keys of companies: people are known by those. */
export const toKnownAccess = (access: AccessConfig, book: AddressBook): AccessConfig => {
  if (book.isEmpty) return access
  const keyOf = toKeyOf(book)
  const keyed = <Value>(map: ReadonlyMap<TargetCompanyId, Value>): Map<TargetCompanyId, Value> =>
    new Map([...map].map(([id, value]) => [keyOf(id), value]))
  return {
    ...access,
    portals: access.portals.map((portal) => {
      const { debtors, outsourced, consultants, rules } = portal.policy
      return {
        ...portal,
        policy: {
          ...portal.policy,
          debtors: keyed(debtors),
          outsourced: new Set([...outsourced].map(keyOf)),
          ...(consultants && { consultants: keyed(consultants) }),
          rules: rules.map((rule) => {
            const { companies } = rule.when
            return companies === undefined
              ? rule
              : { ...rule, when: { ...rule.when, companies: companies.map((id) => keyOf(id)) } }
          }),
        },
        people: portal.people.map((person) =>
          person.kind === 'other' ? { ...person, companyId: keyOf(person.companyId) } : person,
        ),
      }
    }),
  }
}

const toKeyOf =
  (book: AddressBook) =>
  (id: string): TargetCompanyId =>
    toTargetCompanyId(book.toKey('company', id))

const otherThan: Readonly<Record<Transport, Transport>> = { soap: 'rest', rest: 'soap' }

/**
 * Refuses a connection with a company that is not known over its transport. Everyone of such a company would
 * be looked for anew. `known` goes by keys. Throws `ConfigError`.
 */
export const refuseUnknownCompanies = (known: ConnectionConfig, book: AddressBook): void => {
  const { api } = known.nmbrs
  const keys = known.companies.map(({ targetId }) => targetId)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined)
    throw new ConfigError(
      `Connection ${known.name} names Nmbrs company ${twice} twice, once by each of its ids. Leave one of the two out`,
      [],
      { remedy: 'nmbrs-sync config check' },
    )
  for (const { targetId, targetName } of known.companies) {
    if (book.toAddress('company', targetId, api) !== undefined) continue
    const here = transportNames[api]
    const there = transportNames[otherThan[api]]
    throw new ConfigError(
      `Nmbrs company ${targetId} (${targetName}) of connection ${known.name} is known by its id over ${there} only. ` +
        `Find its id over ${here}: nmbrs-sync cutover prepare --connection ${known.name}`,
    )
  }
}

/**
 * Refuses a connection whose people were connected in a company that the configuration names by another id,
 * which no one paired with the one of before: everyone would be looked for anew, and anyone who was connected
 * by hand could be created a second time. Throws `ConfigError`.
 */
export const refuseLostCompanies = async (
  known: ConnectionConfig,
  book: AddressBook,
  { links }: Pick<Store, 'links'>,
): Promise<void> => {
  const { api, rest } = known.nmbrs
  // Anyone who has no block for REST never was on it.
  if (rest === undefined && book.isEmpty) return
  const named = new Set(known.companies.map(({ targetId }) => targetId))
  const lost = (await links.readLinks()).find(
    ({ companyId, status }) =>
      status === 'connected' &&
      !named.has(companyId) &&
      transportOf(companyId) !== api &&
      book.find('company', companyId) === undefined,
  )
  if (lost === undefined) return
  const there = transportNames[otherThan[api]]
  throw new ConfigError(
    `The connection ${known.name} has people who were connected over ${there}, in Nmbrs company ${lost.companyId}, and it is not known which company that is over ${transportNames[api]}. ` +
      `Name the company by its id over ${there} and set api: ${otherThan[api]}, then: nmbrs-sync cutover prepare --connection ${known.name}`,
  )
}
