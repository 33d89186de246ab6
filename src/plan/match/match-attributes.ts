import type { MatchAttribute } from '../../domain/link.js'
import type { Values } from '../../domain/values.js'

/** The comparable forms of one person's attributes. Several forms of one attribute are alternatives; none means unknown. */
export type AttributeKeys = Readonly<Record<MatchAttribute, readonly string[]>>

const combiningMarks = /\p{M}+/gu
const notAlphanumeric = /[^\p{L}\p{N}]+/gu

/** A name without letter case, accents, blanks and punctuation, so that `Jansen-Müller` and `jansen muller` agree. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(notAlphanumeric, '')

const present = (...texts: string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

/**
 * The attributes in which two records may agree. A last name counts with and without the prefix that payroll keeps apart
 * (`van 't` + `Schip`), because the source holds it in the last name (AlexisHR contract, section 5.1).
 */
export const toAttributeKeys = (personalInfo: Values): AttributeKeys => {
  const lastName = foldName(personalInfo.LastName ?? '')
  const prefix = foldName(personalInfo.Prefix ?? '')
  return {
    employeeNumber: present(personalInfo.EmployeeNumber ?? ''),
    birthDate: present(personalInfo.Birthday ?? ''),
    firstName: present(foldName(personalInfo.FirstName ?? '')),
    lastName: present(lastName, lastName === '' ? '' : prefix + lastName),
    workEmail: present((personalInfo.EmailWork ?? '').trim().toLowerCase()),
    privateEmail: present((personalInfo.EmailPrivate ?? '').trim().toLowerCase()),
  }
}

/** Whether an attribute is known on both sides and the same. */
export const agrees = (left: AttributeKeys, right: AttributeKeys, attribute: MatchAttribute): boolean =>
  left[attribute].some((key) => right[attribute].includes(key))

/** Whether an attribute is known on both sides and different. */
export const contradicts = (left: AttributeKeys, right: AttributeKeys, attribute: MatchAttribute): boolean =>
  left[attribute].length > 0 && right[attribute].length > 0 && !agrees(left, right, attribute)
