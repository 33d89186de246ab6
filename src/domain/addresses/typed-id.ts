import { toTargetEmployeeId, type TargetEmployeeId } from '../ids.js'
import type { ConnectedLink } from '../link.js'
import type { Address, AddressBook } from './address-book.js'
import { transportOf } from './transport.js'

/** The key of an employee whom a person named by either id. */
export const toTypedKey = (book: AddressBook | undefined, typed: string): TargetEmployeeId =>
  toTargetEmployeeId(book?.toKey('employee', typed) ?? typed)

/**
 * Whether someone names the employee of a link by an id over the other transport, under which no one found it
 * yet. That is no other pair, but where the same one is.
 */
export const isAddressOf = (
  book: AddressBook | undefined,
  { targetId }: Pick<ConnectedLink, 'targetId'>,
  typed: TargetEmployeeId | undefined,
): boolean =>
  book !== undefined &&
  typed !== undefined &&
  transportOf(typed) !== transportOf(targetId) &&
  book.toAddress('employee', targetId, transportOf(typed)) === undefined &&
  // The id of someone else is theirs.
  book.toKey('employee', typed) === typed

/** Where the employee of a link is, found by that id over the other transport. */
export const toAddressOf = ({ targetId }: Pick<ConnectedLink, 'targetId'>, typed: string): Address => {
  const [soapId, restId] = transportOf(targetId) === 'soap' ? [targetId, typed] : [typed, targetId]
  return { kind: 'employee', key: targetId, soapId, restId }
}
