import type { Address } from '../../domain/addresses/address-book.js'

/** An address and when both its ids were last seen to be of one. */
export interface StoredAddress extends Address {
  /** ISO 8601 in UTC. */
  verifiedAt: string
}

/** Where companies and employees of the target are found over the other transport. */
export interface AddressStore {
  readAddresses(): Promise<readonly StoredAddress[]>
  /** Sets these and takes the others away that are in `dropped`, at once. What changes goes on record. */
  writeAddresses(found: readonly Address[], dropped?: readonly Pick<Address, 'kind' | 'key'>[]): Promise<void>
}
