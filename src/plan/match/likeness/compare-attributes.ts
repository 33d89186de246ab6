import type { MatchAttribute } from '../../../domain/link.js'
import { sameFirstName, sameLastName, sharesForm } from '../../../domain/text/names.js'
import type { PersonKeys } from '../person-keys.js'

/**
 * What two records say of one attribute. `unknown`: at least one of them does not have it, so that nothing is
 * compared.
 */
export type Comparison = 'agrees' | 'differs' | 'unknown'

export const compareAttribute = (
  left: PersonKeys,
  right: PersonKeys,
  attribute: MatchAttribute,
): Comparison => {
  switch (attribute) {
    case 'firstName':
      return compareNames(left, right, isKnownFirst, (a, b) => sameFirstName(a.firstName, b.firstName))
    case 'lastName':
      return compareNames(left, right, isKnownLast, (a, b) => sameLastName(a.lastName, b.lastName))
    case 'employeeNumber':
    case 'birthDate':
    case 'workEmail':
    case 'privateEmail':
      if (left[attribute] === '' || right[attribute] === '') return 'unknown'
      return left[attribute] === right[attribute] ? 'agrees' : 'differs'
  }
}

/** Whether the whole names are the same, whichever part stands in which field. */
export const sameFullName = (left: PersonKeys, right: PersonKeys): boolean =>
  sharesForm(left.fullNames, right.fullNames)

const isKnownFirst = ({ firstName }: PersonKeys): boolean => firstName.forms.length > 0
const isKnownLast = ({ lastName }: PersonKeys): boolean => lastName.whole.length > 0

const compareNames = (
  left: PersonKeys,
  right: PersonKeys,
  isKnown: (keys: PersonKeys) => boolean,
  isSame: (left: PersonKeys, right: PersonKeys) => boolean,
): Comparison => {
  if (!isKnown(left) || !isKnown(right)) return 'unknown'
  return isSame(left, right) || sameFullName(left, right) ? 'agrees' : 'differs'
}
