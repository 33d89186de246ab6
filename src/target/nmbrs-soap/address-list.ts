import { createCallError } from './call-error.js'
import { childrenOf, childText, type XmlElement } from './xml-element.js'

/**
 * The home address among an employee's current addresses, as its whole record. Of several the one flagged as default;
 * throws `RemoteError` (`address-ambiguous`) when that does not name exactly one, for then nobody can say which is meant.
 */
export const findHomeAddress = (addresses: readonly XmlElement[]): readonly XmlElement[] | undefined => {
  const homes = addresses.map(childrenOf).filter((address) => childText(address, 'Type') === 'HomeAddress')
  if (homes.length <= 1) return homes[0]
  const defaults = homes.filter((address) => ['true', '1'].includes(childText(address, 'Default')))
  if (defaults.length !== 1) throw createCallError('address-ambiguous', 'Address_GetListCurrent')
  return defaults[0]
}
