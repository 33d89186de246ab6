import type { AccessSubject } from '../../domain/ids.js'
import { emailOf } from '../wanted/email-addresses.js'
import { foldEmail, foldName, foldUserName } from '../logins/fold-identity.js'
import type { AccessPlanInput } from '../input.js'
import { emailKinds } from '../logins/login.js'
import type { AccessPerson } from '../person.js'
import type { OwnList } from '../portal/portal.js'
import type { OwnColumn } from './list-columns.js'
import type { ListRow } from './parse-list.js'

type MatchKey = OwnList['match'][number]
type Cells = ListRow<OwnColumn>['cells']

/**
 * Whose a line is. `in-doubt`: it fits several people, or its number and its address are those of different
 * people.
 */
export type Owner = { found: AccessPerson } | { found: 'nobody' | 'in-doubt' }

/**
 * Numbers and ids name one person for good; an address or a user name is what the login has and may be old.
 */
const naming: ReadonlySet<MatchKey> = new Set(['targetId', 'employeeNumber', 'contactId'])

type Index = ReadonlyMap<string, ReadonlySet<AccessSubject>>

/** Gives the function that finds whose a line of the portal's list is, by these keys. It never guesses. */
export const createFindOwner = (
  input: AccessPlanInput,
  keys: readonly MatchKey[],
): ((cells: Cells) => Owner) => {
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const indexes = new Map(keys.map((key) => [key, buildIndex(input, key)]))

  return (cells) => {
    const hits = keys.flatMap((key) => {
      const value = toValue(key, cells, input)
      return value === '' ? [] : [{ key, subjects: indexes.get(key)?.get(value) ?? new Set<AccessSubject>() }]
    })
    const found = hits.filter(({ subjects }) => subjects.size > 0)
    const [first, ...others] = found
    if (first === undefined) return { found: 'nobody' }
    const shared = [...first.subjects].filter((subject) =>
      others.every(({ subjects }) => subjects.has(subject)),
    )
    const [only] = shared
    const person = only === undefined || shared.length > 1 ? undefined : people.get(only)
    if (person === undefined) return { found: 'in-doubt' }
    // A number that is no one's contradicts a person who has another one.
    const strangers = hits.filter(({ key, subjects }) => naming.has(key) && subjects.size === 0)
    const isContradicted = strangers.some(({ key }) => valuesOf(input, person, key).length > 0)
    return { found: isContradicted ? 'in-doubt' : person }
  }
}

const buildIndex = (input: AccessPlanInput, key: MatchKey): Index => {
  const index = new Map<string, Set<AccessSubject>>()
  const add = (value: string, subject: AccessSubject): void => {
    const subjects = index.get(value)
    if (subjects === undefined) index.set(value, new Set([subject]))
    else subjects.add(subject)
  }
  const read = new Set(input.people.map(({ subject }) => subject))
  for (const person of input.people)
    for (const value of valuesOf(input, person, key)) add(value, person.subject)
  // What a login has, or is to have, may differ from what the person has now.
  for (const { subject, login, order } of input.known) {
    if (!read.has(subject)) continue
    for (const facts of [login, order?.result ?? null]) {
      const value = key === 'email' ? facts?.email?.digest : key === 'userName' ? facts?.userName : null
      if (value !== null && value !== undefined) add(value, subject)
    }
  }
  return index
}

/** Under which values a person is found; addresses and user names as digests. */
const valuesOf = (input: AccessPlanInput, person: AccessPerson, key: MatchKey): readonly string[] => {
  switch (key) {
    case 'targetId':
      return person.kind === 'employee' && person.targetId !== null ? [person.targetId] : []
    case 'employeeNumber':
      return person.kind === 'employee' && person.employeeNumber !== undefined ? [person.employeeNumber] : []
    case 'contactId':
      return person.kind === 'contact' ? [person.subject.replace(/^contact:/, '')] : []
    case 'email':
      return addressesOf(person).map((address) => input.digest('email', address))
    case 'userName':
      return []
    case 'name+email':
      return addressesOf(person).map((address) => `${foldName(nameOf(person))} ${address}`)
  }
}

const addressesOf = (person: AccessPerson): readonly string[] =>
  [...new Set(emailKinds.map((kind) => emailOf(person, kind)))].filter((address) => address !== '')

const nameOf = ({ firstName, lastName, displayName }: AccessPerson): string =>
  firstName !== undefined && lastName !== undefined ? `${firstName} ${lastName}` : displayName

/** What a line has to find its owner by; empty where it has nothing. */
const toValue = (key: MatchKey, cells: Cells, { digest }: AccessPlanInput): string => {
  const email = foldEmail(cells.email)
  switch (key) {
    case 'targetId':
    case 'employeeNumber':
    case 'contactId':
      return cells[key] ?? ''
    case 'email':
      return email === '' ? '' : digest('email', email)
    case 'userName': {
      const userName = foldUserName(cells.userName ?? '')
      return userName === '' ? '' : digest('userName', userName)
    }
    case 'name+email': {
      const whole = cells.name ?? ''
      const name = foldName(whole === '' ? `${cells.firstName ?? ''} ${cells.lastName ?? ''}` : whole)
      return name === '' || email === '' ? '' : `${name} ${email}`
    }
  }
}
