import type { TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import { isNearlySameName, nameParts } from '../../domain/names.js'
import type { PersonKeys } from './person-keys.js'

/** The employees of whom only the name in the list is known, because their personal info could not be read. */
export const findUnread = (targets: Iterable<TargetEmployee>): readonly TargetEmployee[] =>
  [...targets].filter(({ personalInfo }) => personalInfo === undefined)

/**
 * The unread employees who could be this person. Someone who is connected to a person of the source is only taken for another when a part of
 * the name is the same or nearly the same; of the others nobody knows.
 */
export const findUnreadAlikes = (
  { firstName, lastName }: PersonKeys,
  unread: readonly TargetEmployee[],
  isConnected: (id: TargetEmployeeId) => boolean,
): TargetEmployeeId[] => {
  const names = [...firstName.parts, ...lastName.telling]
  return unread
    .filter(({ id, displayName }) => !isConnected(id) || sharesPart(names, nameParts(displayName)))
    .map(({ id }) => id)
    .sort()
}

const sharesPart = (names: readonly string[], listed: readonly string[]): boolean =>
  listed.length === 0 ||
  names.some((name) => listed.some((part) => part === name || isNearlySameName(part, name)))
