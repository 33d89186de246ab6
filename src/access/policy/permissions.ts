import type { AccessReason } from '../reasons.js'
import type { PermissionOption, PermissionSet, Portal } from '../portal/portal.js'

/** What is wrong with one option of a permission set. `expected` is for the person who writes it. */
export interface PermissionProblem {
  option: string
  expected: string
}

type Value = PermissionSet[string] | undefined

/** What `owner` options take besides an id: anyone who creates the login picks one. */
export const chooseOwner = 'choose'

/** Whether anything is granted by this option. */
const isGiven = (option: PermissionOption, value: Value): boolean => {
  if (value === undefined || value === false) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value.trim() !== '' && value !== option.choices?.[0]
  return value.length > 0
}

const wordsOfKind: Readonly<Record<PermissionOption['kind'], string>> = {
  choice: 'one of the choices',
  flag: 'true or false',
  text: 'a text',
  list: 'a list of names',
}

const fits = (option: PermissionOption, value: NonNullable<Value>): boolean => {
  switch (option.kind) {
    case 'choice':
      return typeof value === 'string' && option.choices?.includes(value) === true
    case 'flag':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'list':
      return typeof value === 'object' && value.every((name) => name.trim() !== '')
  }
}

/** `given`: only what grants something will do. */
const expectedOf = ({ kind, choices }: PermissionOption, given: boolean): string =>
  choices === undefined ? wordsOfKind[kind] : `one of ${choices.slice(given ? 1 : 0).join(', ')}`

/** What an option needs and the set does not have, in words; `undefined` when everything is there. */
const findLacking = (
  options: NonNullable<Portal['permissions']>,
  option: PermissionOption,
  set: PermissionSet,
): string | undefined => {
  const lacking = Object.entries(option.needs ?? {}).find(([other, choices]) => {
    const target = options[other]
    const value = set[other]
    if (target === undefined || !isGiven(target, value)) return true
    return target.kind === 'choice' && ![choices].flat().includes(String(value))
  })
  if (lacking === undefined) return undefined
  const [other, choices] = lacking
  const wanted = [choices].flat().join(' or ')
  return wanted === 'given' ? other : `${other}: ${wanted}`
}

/** Everything that is wrong with a permission set in this portal; empty when it can be used. */
export const checkPermissions = (portal: Portal, set: PermissionSet): PermissionProblem[] => {
  const options = portal.permissions ?? {}
  const unknown = Object.keys(set)
    .filter((name) => options[name] === undefined)
    .map((option) => ({ option, expected: `one of ${Object.keys(options).join(', ')}` }))
  const wrong = Object.entries(options).flatMap(([name, option]): PermissionProblem[] => {
    const value = set[name]
    if (value !== undefined && !fits(option, value))
      return [{ option: name, expected: expectedOf(option, false) }]
    const lacking = findLacking(options, option, set)
    if (!isGiven(option, value)) {
      const forgotten = option.required === true && lacking === undefined
      return forgotten ? [{ option: name, expected: `${expectedOf(option, true)}: ${option.label}` }] : []
    }
    return lacking === undefined ? [] : [{ option: name, expected: `it only together with ${lacking}` }]
  })
  return [...unknown, ...wrong]
}

/**
 * The options that are really granted, in the order of their names, so that two spellings of one set are
 * equal.
 */
export const grantedOptions = (
  portal: Pick<Portal, 'permissions'>,
  set: PermissionSet,
): [string, NonNullable<Value>][] =>
  Object.entries(set)
    .filter(([name, value]) => {
      const option = portal.permissions?.[name]
      return option !== undefined && isGiven(option, value)
    })
    .map(([name, value]): [string, NonNullable<Value>] => [
      name,
      typeof value === 'object' ? value.toSorted() : value,
    ])
    .toSorted(([left], [right]) => (left < right ? -1 : 1))

/** A permission set as one text, the same for all spellings of it; it is what is digested. */
export const permissionsText = (portal: Portal, set: PermissionSet): string =>
  JSON.stringify(grantedOptions(portal, set))

/** What to know about a permission set when it is granted. */
export const notesOfPermissions = (portal: Portal, set: PermissionSet): AccessReason[] => [
  ...new Set(
    grantedOptions(portal, set).flatMap(([name]) => {
      const note = portal.permissions?.[name]?.note
      return note === undefined ? [] : [note]
    }),
  ),
]

/**
 * What a permission set has to wait for: a notification reaches no one when the record it goes to has no
 * e-mail address.
 */
export const holdsOfPermissions = (
  portal: Portal,
  set: PermissionSet,
  about: { owners: ReadonlyMap<string, { hasEmail: boolean }>; contactHasEmail: boolean },
): AccessReason[] => {
  const options = portal.permissions ?? {}
  const mailedTo = new Set(mailedBy(portal, set))
  const holds: AccessReason[] = []
  if (mailedTo.has('owner')) {
    const ownerOption = Object.keys(options).find((name) => options[name]?.owner === true)
    const owner = about.owners.get(String(ownerOption === undefined ? '' : set[ownerOption]))
    if (owner === undefined) holds.push('owner-unknown')
    else if (!owner.hasEmail) holds.push('owner-without-email')
  }
  if (mailedTo.has('contact') && !about.contactHasEmail) holds.push('contact-without-email')
  return holds
}

/** Who is told of something by a permission set: the owner of new job orders, the contact, or both. */
export const mailedBy = (portal: Portal, set: PermissionSet): readonly ('owner' | 'contact')[] => [
  ...new Set(grantedOptions(portal, set).flatMap(([name]) => portal.permissions?.[name]?.mailTo ?? [])),
]
