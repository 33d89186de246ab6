import type { TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import type { FieldName } from '../../domain/sections.js'
import { isNearlySameName, nameParts } from '../../domain/text/names.js'
import type { PersonKeys } from './person-keys.js'

/** Whether it is known who an employee is: the personal info was read, and only one record of it can be the one that holds. */
export const isKnown = ({ personalInfo, ambiguous }: TargetEmployee): boolean =>
  personalInfo !== undefined && !(ambiguous?.personalInfo ?? []).some((field) => tellingFields.has(field))

/** The fields by which people are recognised. */
const tellingFields: ReadonlySet<FieldName> = new Set([
  'FirstName',
  'Prefix',
  'LastName',
  'Birthday',
  'EmployeeNumber',
  'EmailWork',
  'EmailPrivate',
] as const)

/** The employees of whom only the name is known. */
export const findUnread = (targets: Iterable<TargetEmployee>): readonly TargetEmployee[] =>
  [...targets].filter((employee) => !isKnown(employee))

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
