import { createCallError } from './wire/call-error.js'
import { childrenOf, childText, type XmlElement } from './wire/xml/xml-element.js'

/** Every current home address. */
export const listHomeAddresses = (addresses: readonly XmlElement[]): (readonly XmlElement[])[] =>
  addresses.map(childrenOf).filter((address) => childText(address, 'Type') === 'HomeAddress')

/**
 * The records that could be the home address: the one flagged as default, or all of them when that does not
 * name exactly one.
 */
export const findHomeAddresses = (addresses: readonly XmlElement[]): (readonly XmlElement[])[] => {
  const homes = listHomeAddresses(addresses)
  const defaults = homes.filter((address) => ['true', '1'].includes(childText(address, 'Default')))
  return defaults.length === 1 ? defaults : homes
}

/**
 * The home address among an employee's current addresses, as its whole record. Of several the one flagged as
 * default; throws `RemoteError` (`address-ambiguous`) when that does not name exactly one, for then no one
 * can say which is meant.
 */
export const findHomeAddress = (addresses: readonly XmlElement[]): readonly XmlElement[] | undefined => {
  const homes = findHomeAddresses(addresses)
  if (homes.length > 1) throw createCallError('address-ambiguous', 'Address_GetListCurrent')
  return homes[0]
}
