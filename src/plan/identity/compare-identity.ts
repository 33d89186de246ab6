import {
  editDistance,
  nameParts,
  sameFirstName,
  toFirstName,
  sameLastName,
  tellingParts,
  toLastName,
} from '../../domain/text/names.js'
import type { FieldName } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'

/**
 * The fields of personal info that say who someone is. A prefix is part of the last name, wherever it stands.
 */
export const identityFields = [
  'FirstName',
  'LastName',
  'Prefix',
  'Birthday',
] as const satisfies readonly FieldName[]

export const isIdentityField = (field: FieldName): boolean =>
  (identityFields as readonly FieldName[]).includes(field)

/** In what two records say that they are two people. What one of them does not say differs in nothing. */
export interface IdentityDifference {
  firstName: boolean
  lastName: boolean
  birthDate: boolean
}

/**
 * Compares who payroll's record says someone is with who it would say. Letter case, accents, the place of a
 * prefix, the order of parts and initials make no difference. A value that is filled in for the first time
 * makes none either; one that is taken away does.
 */
export const compareIdentity = (held: Values, wanted: Values): IdentityDifference => ({
  firstName:
    isFilled(held.FirstName) &&
    held.FirstName !== wanted.FirstName &&
    !sameFirstName(toFirstName(held.FirstName ?? ''), toFirstName(wanted.FirstName ?? '')),
  lastName:
    isFilled(held.LastName) &&
    !hasSameLastName(held, wanted) &&
    !sameLastName(
      toLastName(held.LastName ?? '', held.Prefix),
      toLastName(wanted.LastName ?? '', wanted.Prefix),
    ),
  birthDate: isFilled(held.Birthday) && trimmed(held.Birthday) !== trimmed(wanted.Birthday),
})

const trimmed = (text: string | undefined): string => (text ?? '').trim()
const isFilled = (text: string | undefined): boolean => trimmed(text) !== ''

/** To the letter: names of a script without letters or digits have no folded form. */
const hasSameLastName = (held: Values, wanted: Values): boolean =>
  held.LastName === wanted.LastName && (held.Prefix ?? '') === (wanted.Prefix ?? '')

/**
 * Whether the person would become another one: another birth date, another first and last name, or a last
 * name that has nothing of the old one.
 */
export const isAnotherPerson = (held: Values, wanted: Values): boolean => {
  const { firstName, lastName, birthDate } = compareIdentity(held, wanted)
  return birthDate || (firstName && lastName) || (lastName && isReplaced(held, wanted))
}

/** How many letters of a last name may be corrected. */
const mostCorrected = 2

/** No part of the last name stays, and it is more than a corrected spelling. */
const isReplaced = (held: Values, wanted: Values): boolean => {
  const [before, after] = [wholeLastName(held), wholeLastName(wanted)]
  return !keepsPart(before, after) && editDistance(written(before), written(after)) > mostCorrected
}

const wholeLastName = ({ Prefix = '', LastName = '' }: Values): string => `${Prefix} ${LastName}`

const written = (name: string): string => nameParts(name).join('')

/** Prefixes are no part that tells a name, unless there is nothing else. */
const keepsPart = (left: string, right: string): boolean =>
  partsToKeep(left).some((part) => nameParts(right).includes(part)) ||
  partsToKeep(right).some((part) => nameParts(left).includes(part))

const partsToKeep = (name: string): readonly string[] => {
  const telling = tellingParts(name)
  return telling.length > 0 ? telling : nameParts(name)
}
