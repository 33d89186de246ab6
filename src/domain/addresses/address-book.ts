import { transportOf, type Transport } from './transport.js'

/** What has an id of its own over each transport. */
export type AddressKind = 'company' | 'employee'

/** Under which id something of the target is known over each transport. */
export interface BothIds {
  soapId: string
  restId: string
}

/**
 * A company or an employee of the target by its key: the id that it was connected under, which is one of the
 * two. Everything that is stored and digested goes by the key; the other id is only where to find the same
 * thing over the other transport.
 */
export interface Address extends BothIds {
  kind: AddressKind
  key: string
}

/** Turns keys into the ids of a transport and back. */
export interface AddressBook {
  /** The id over that transport; `undefined` where it has none there that is known. */
  toAddress(kind: AddressKind, key: string, transport: Transport): string | undefined
  /** The key of what has this id over either transport: itself, where nothing else is known. */
  toKey(kind: AddressKind, id: string): string
  find(kind: AddressKind, key: string): Address | undefined
  all(kind: AddressKind): readonly Address[]
  readonly isEmpty: boolean
}

const placeOf = (kind: AddressKind, id: string): string => `${kind} ${id}`

/** GUIDs are compared in lower case. */
export const foldId = (id: string): string => id.toLowerCase()

export const createAddressBook = (addresses: readonly Address[]): AddressBook => {
  const byKey = new Map(addresses.map((address) => [placeOf(address.kind, address.key), address]))
  const byId = new Map(
    addresses.flatMap(({ kind, key, soapId, restId }) =>
      [soapId, restId].map((id): [string, string] => [placeOf(kind, id), key]),
    ),
  )
  const find = (kind: AddressKind, key: string): Address | undefined => byKey.get(placeOf(kind, key))
  return {
    find,
    all: (kind) => addresses.filter((address) => address.kind === kind),
    toAddress: (kind, key, transport) => {
      const address = find(kind, key)
      if (address !== undefined) return transport === 'soap' ? address.soapId : address.restId
      return transportOf(key) === transport ? key : undefined
    },
    toKey: (kind, id) => byId.get(placeOf(kind, foldId(id))) ?? foldId(id),
    isEmpty: addresses.length === 0,
  }
}

/** Both ids of what has this key; `null` where one is not known. */
export const toBothIds = (
  book: AddressBook,
  kind: AddressKind,
  key: string,
): Record<keyof BothIds, string | null> => ({
  soapId: book.toAddress(kind, key, 'soap') ?? null,
  restId: book.toAddress(kind, key, 'rest') ?? null,
})
