import { matchAttributes, type EvidenceAttribute } from '../../../domain/link.js'
import { isNearlySameName, sharesForm } from '../../../domain/text/names.js'
import { differClearly } from './birth-dates.js'
import { compareAttribute, sameFullName } from './compare-attributes.js'
import type { PersonKeys } from '../person-keys.js'
import { formsOf, type Lookup, type Member, type Population } from '../population.js'

/** A record that looks like another, and in what. */
export interface Alike<Id extends string = string> {
  member: Member<Id>
  alike: readonly EvidenceAttribute[]
}

/**
 * The records of a population that may be the same person as `keys`: with the same full name; with the same
 * birth date and an equal or nearly equal first or last name; or with the same bank account, e-mail, phone or
 * address, unless first name and birth date both differ clearly, as those of relatives and couples do.
 * `beside` is the population that `keys` come from.
 */
export const findAlikes = <Id extends string>(
  keys: PersonKeys,
  population: Population<Id>,
  beside: Population,
): Alike<Id>[] => {
  const near = new Set(placesToLook.flatMap((lookup) => population.find(lookup, keys)))
  const isTelling: IsTelling = (lookup, form) =>
    [population, beside].every((side) => side.holders(lookup, form).length <= mostSharing)
  return [...near].flatMap((member) => {
    const alike = findAlike(keys, member.keys, isTelling)
    return alike.length === 0 ? [] : [{ member, alike }]
  })
}

const placesToLook = [
  'fullName',
  'lastName',
  'birthDate',
  'email',
  'phone',
  'address',
  'bankAccount',
] as const

/**
 * What more people of one side have than this is a switchboard, an office mailbox or a hostel, and says
 * nothing about a person.
 */
const mostSharing = 5

type IsTelling = (lookup: Lookup, form: string) => boolean

/** In what two records look alike; empty when they do not look like one person. */
const findAlike = (
  left: PersonKeys,
  right: PersonKeys,
  isTelling: IsTelling,
): readonly EvidenceAttribute[] => {
  const first = likenessOfFirst(left, right)
  const last = likenessOfLast(left, right)
  const contacts = sharedContacts(left, right, isTelling)
  const birth = compareAttribute(left, right, 'birthDate')
  const isFarBorn = differClearly(left.birthDate, right.birthDate)
  const isOnePerson =
    (first === 'same' && last === 'same') ||
    // Initials fit many first names, so that a whole name in initials says nothing against another birth
    // date.
    (first === 'initials' && last === 'same' && !isFarBorn) ||
    (birth === 'agrees' && (isLike(first) || isLike(last))) ||
    (birth === 'unknown' && isLike(first) && isLike(last)) ||
    (contacts.length > 0 && !(first === 'other' && isFarBorn))
  if (!isOnePerson) return []
  const agrees = (attribute: EvidenceAttribute): boolean => {
    if (attribute === 'firstName') return isLike(first)
    if (attribute === 'lastName') return isLike(last)
    return contacts.includes(attribute)
  }
  return [
    ...matchAttributes.filter(
      (attribute) => agrees(attribute) || compareAttribute(left, right, attribute) === 'agrees',
    ),
    ...contacts.filter((one) => one === 'phone' || one === 'address' || one === 'bankAccount'),
  ]
}

type Likeness = 'same' | 'initials' | 'nearly' | 'other' | 'unknown'

const isLike = (likeness: Likeness): boolean => likeness !== 'other' && likeness !== 'unknown'

const likenessOfFirst = (left: PersonKeys, right: PersonKeys): Likeness => {
  const comparison = compareAttribute(left, right, 'firstName')
  if (comparison === 'unknown') return 'unknown'
  const [one, other] = [left.firstName.forms, right.firstName.forms]
  if (comparison === 'agrees')
    return sharesForm(one, other) || sameFullName(left, right) ? 'same' : 'initials'
  return isNearlySameName(one[0] ?? '', other[0] ?? '') ? 'nearly' : 'other'
}

const likenessOfLast = (left: PersonKeys, right: PersonKeys): Likeness => {
  const comparison = compareAttribute(left, right, 'lastName')
  if (comparison !== 'differs') return comparison === 'agrees' ? 'same' : 'unknown'
  const [one, other] = [left.lastName, right.lastName]
  const isNear = (part: string): boolean => other.telling.some((held) => isNearlySameName(held, part))
  if (one.telling.some(isNear)) return 'nearly'
  return isNearlySameName(one.whole[0] ?? '', other.whole[0] ?? '') ? 'nearly' : 'other'
}

const contactLookups = ['email', 'phone', 'address', 'bankAccount'] as const

const sharedContacts = (left: PersonKeys, right: PersonKeys, isTelling: IsTelling): EvidenceAttribute[] =>
  contactLookups.flatMap((lookup) => {
    const held = formsOf(right, lookup)
    const shared = formsOf(left, lookup).filter((form) => held.includes(form) && isTelling(lookup, form))
    if (shared.length === 0) return []
    return lookup === 'email' ? [toEmailAttribute(left, shared)] : [lookup]
  })

/** The mailbox by the name under which the first record has it. */
const toEmailAttribute = ({ workEmail }: PersonKeys, shared: readonly string[]): EvidenceAttribute =>
  shared.includes(workEmail) ? 'workEmail' : 'privateEmail'
