import type { TargetEmployee } from '../../domain/employee.js'
import type { TargetEmployeeId } from '../../domain/ids.js'
import type { FieldName } from '../../domain/sections.js'
import { isNearlySameName, nameParts } from '../../domain/text/names.js'
import { compareAttribute } from './likeness/compare-attributes.js'
import { toPersonKeys, type PersonKeys } from './person-keys.js'

/**
 * Whether it is known who an employee is: the personal info was read, and only one record of it can be the
 * one that holds.
 */
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
 * The unread employees who could be this person. By the names and the number that the list has field by
 * field: who differs in both names has another number and lives elsewhere is someone else, as a pair of two
 * such records contradicts. Where the list has one name as a whole, only someone who is connected to a person
 * of the source is told from others by it; of the rest no one knows.
 */
export const findUnreadAlikes = (
  person: PersonKeys,
  unread: readonly TargetEmployee[],
  isConnected: (id: TargetEmployeeId) => boolean,
): TargetEmployeeId[] =>
  unread
    .filter((employee) => couldBe(person, employee, isConnected(employee.id)))
    .map(({ id }) => id)
    .sort()

const couldBe = (
  person: PersonKeys,
  { named, address, displayName }: TargetEmployee,
  isConnected: boolean,
): boolean => {
  const names = [...person.firstName.parts, ...person.lastName.telling]
  if (named === undefined) return !isConnected || sharesPart(names, nameParts(displayName))
  const keys = toPersonKeys({ personalInfo: named, address })
  const differs = (attribute: 'firstName' | 'lastName'): boolean =>
    compareAttribute(person, keys, attribute) === 'differs'
  return (
    !(differs('firstName') && differs('lastName')) ||
    compareAttribute(person, keys, 'employeeNumber') === 'agrees' ||
    (person.address !== '' && person.address === keys.address) ||
    sharesPart(names, [...keys.firstName.parts, ...keys.lastName.telling])
  )
}

const sharesPart = (names: readonly string[], listed: readonly string[]): boolean =>
  listed.length === 0 ||
  names.some((name) => listed.some((part) => part === name || isNearlySameName(part, name)))
