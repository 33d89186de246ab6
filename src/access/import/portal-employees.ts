import { ConfigError } from '../../domain/errors.js'
import type { AccessSubject } from '../../domain/ids.js'
import { foldEmail, foldName } from '../logins/fold-identity.js'
import type { AccessPerson } from '../person.js'
import { parseList } from './parse-list.js'

/** The columns of a list of the portal's employees, with what may stand over each. */
const columns = {
  employeeNumber: { headers: ['Employee number', 'Employee ID', 'Emp ID'], required: false },
  name: { headers: ['Name', 'Employee name', 'Employee'], required: false },
  firstName: { headers: ['First name'], required: false },
  lastName: { headers: ['Last name'], required: false },
  email: { headers: ['E-mail', 'Email', 'Email address'], required: false },
} as const

/**
 * Who of these people has an employee record in the portal, by its own list: by number, or by name and
 * address together. Throws `ConfigError` for a list that cannot be read, or in which no one can be found.
 */
export const findPortalEmployees = (
  name: string,
  bytes: Uint8Array,
  people: readonly AccessPerson[],
): ReadonlySet<AccessSubject> => {
  const { rows, columns: present } = parseList(name, bytes, columns)
  const hasName = present.includes('name') || (present.includes('firstName') && present.includes('lastName'))
  if (!present.includes('employeeNumber') && !(hasName && present.includes('email')))
    throw new ConfigError(`${name} has no column to find employees by: Employee number, or Name and E-mail`)
  const keys = new Set(
    rows.flatMap(({ cells }) => [
      `number ${cells.employeeNumber ?? ''}`,
      toNameKey(cells.name ?? `${cells.firstName ?? ''} ${cells.lastName ?? ''}`, cells.email),
    ]),
  )
  return new Set(
    people.filter((person) => keysOf(person).some((key) => keys.has(key))).map(({ subject }) => subject),
  )
}

const toNameKey = (name: string, email: string | undefined): string =>
  `name ${foldName(name)} ${foldEmail(email)}`

const keysOf = (person: AccessPerson): readonly string[] => {
  const { displayName, firstName, lastName, workEmail, privateEmail } = person
  const number = person.kind === 'employee' ? (person.employeeNumber ?? '') : ''
  const names = [displayName, `${firstName ?? ''} ${lastName ?? ''}`]
  const emails = [workEmail, privateEmail].filter((email) => email !== undefined)
  return [
    ...(number === '' ? [] : [`number ${number}`]),
    ...names.flatMap((name) => emails.map((email) => toNameKey(name, email))),
  ]
}
