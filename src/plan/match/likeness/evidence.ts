import { matchAttributes, type MatchAttribute } from '../../../domain/link.js'
import { sameLastName } from '../../../domain/text/names.js'
import { compareAttribute } from './compare-attributes.js'
import type { PersonKeys } from '../person-keys.js'
import { formsOf, type Lookup, type Member, type Population } from '../population.js'

/** Both sides of a company, as far as they can speak for or against a pair. */
export interface BothSides {
  sources: Population
  targets: Population
  /** Records of either side in the connection's other companies; of them only a twin counts. */
  around?: readonly Population[]
}

/** What speaks for and against taking two records for one person. */
export interface Evidence {
  agrees: readonly MatchAttribute[]
  differs: readonly MatchAttribute[]
  /**
   * Why the two cannot be taken for one person without a person's word; `undefined` when nothing contradicts.
   */
  contradiction: Contradiction | undefined
}

/** `twin`: a first name that differs while another record has the same last name and birth date. */
export type Contradiction = 'birthDate' | 'bothNames' | 'firstName' | 'lastName' | 'twin'

/** Weighs a pair. An attribute counts only when both records have it. */
export const weighPair = (source: Member, target: Member, sides: BothSides): Evidence => {
  const having = (comparison: string): MatchAttribute[] =>
    matchAttributes.filter(
      (attribute) => compareAttribute(source.keys, target.keys, attribute) === comparison,
    )
  return {
    agrees: having('agrees'),
    differs: having('differs'),
    contradiction: findContradiction(source, target, sides),
  }
}

/**
 * Attributes that are one person's alone; what two records of a side have proves nothing. A mailbox is one,
 * no matter what it is kept as.
 */
const personal: Readonly<Partial<Record<MatchAttribute, Lookup>>> = {
  employeeNumber: 'employeeNumber',
  workEmail: 'email',
  privateEmail: 'email',
}

/** Whether two records agree in an attribute in a way that can link them. */
export const proves = (
  attribute: MatchAttribute,
  source: PersonKeys,
  target: PersonKeys,
  { sources, targets }: BothSides,
): boolean => {
  if (compareAttribute(source, target, attribute) !== 'agrees') return false
  const lookup = personal[attribute]
  if (lookup === undefined) return true
  const holders = (side: Population, keys: PersonKeys) =>
    formsOf(keys, attribute).flatMap((form) => side.holders(lookup, form))
  return holders(sources, source).length <= 1 && holders(targets, target).length <= 1
}

const findContradiction = (source: Member, target: Member, sides: BothSides): Contradiction | undefined => {
  const compare = (attribute: MatchAttribute) => compareAttribute(source.keys, target.keys, attribute)
  const isProven = (...attributes: MatchAttribute[]): boolean =>
    attributes.some((attribute) => proves(attribute, source.keys, target.keys, sides))
  if (compare('birthDate') === 'differs') return 'birthDate'
  const [first, last] = [compare('firstName'), compare('lastName')]
  if (first === 'differs' && last === 'differs') return 'bothNames'
  const sameBirth = compare('birthDate') === 'agrees'
  if (first === 'differs') {
    // A call name.
    if (last !== 'agrees' || !sameBirth || !isProven('employeeNumber', 'workEmail')) return 'firstName'
    return hasTwin(source, target, sides) ? 'twin' : undefined
  }
  if (last === 'differs') {
    // A marriage.
    const isSame = first === 'agrees' && sameBirth && isProven('employeeNumber', 'workEmail', 'privateEmail')
    return isSame ? undefined : 'lastName'
  }
  return undefined
}

/**
 * Whether another record of either side, of any company, has the last name and the birth date of this pair.
 */
const hasTwin = (source: Member, target: Member, { sources, targets, around = [] }: BothSides): boolean =>
  [sources, targets, ...around].some((population) =>
    population
      .find('birthDate', source.keys)
      .some(
        ({ id, keys }) =>
          id !== source.id && id !== target.id && sameLastName(keys.lastName, source.keys.lastName),
      ),
  )
