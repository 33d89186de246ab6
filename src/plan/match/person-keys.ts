import { nameParts, toFirstName, toLastName, type FirstName, type LastName } from '../../domain/text/names.js'
import type { Digest } from '../../domain/digest.js'
import type { Values } from '../../domain/values.js'

/**
 * What is compared of one record of a person, in the form in which it is compared. An empty text or list
 * means unknown.
 */
export interface PersonKeys {
  employeeNumber: string
  /** `YYYY-MM-DD`. */
  birthDate: string
  firstName: FirstName
  lastName: LastName
  /**
   * All parts of the whole name in the order of the alphabet; none unless first and last name are both known.
   */
  fullNames: readonly string[]
  workEmail: string
  privateEmail: string
  phones: readonly string[]
  address: string
  accounts: readonly Digest[]
}

/** What is known of one record. A section that was not read is left out. */
export interface KnownRecord {
  personalInfo: Values | undefined
  address?: Values | undefined
  /** Keyed digests of the bank accounts, comparable between people. */
  accounts?: readonly Digest[]
}

export const toPersonKeys = ({ personalInfo = {}, address = {}, accounts = [] }: KnownRecord): PersonKeys => {
  const { FirstName: first = '', LastName: last = '', Prefix: prefix = '' } = personalInfo
  return {
    employeeNumber: (personalInfo.EmployeeNumber ?? '').trim().replace(/^0+(?=.)/, ''),
    birthDate: personalInfo.Birthday ?? '',
    firstName: toFirstName(first),
    lastName: toLastName(last, prefix),
    fullNames: toFullNames(first, last, prefix),
    workEmail: foldEmail(personalInfo.EmailWork),
    privateEmail: foldEmail(personalInfo.EmailPrivate),
    phones: toPhones(personalInfo),
    address: foldAddress(address),
    accounts,
  }
}

const toFullNames = (first: string, last: string, prefix: string): string[] => {
  const [firstParts, lastParts, prefixParts] = [nameParts(first), nameParts(last), nameParts(prefix)]
  if (firstParts.length === 0 || lastParts.length === 0) return []
  const join = (...parts: readonly string[]): string => [...parts].sort().join(' ')
  const whole = join(...firstParts, ...prefixParts, ...lastParts)
  return prefixParts.length === 0 ? [whole] : [whole, join(...firstParts, ...lastParts)]
}

const foldEmail = (email = ''): string => email.normalize('NFKC').trim().toLowerCase()

const phoneFields = [
  'TelephonePrivate',
  'TelephoneMobilePrivate',
  'TelephoneWork',
  'TelephoneMobileWork',
  'TelephoneOther',
] as const

/** Nine digits tell a number apart in every country, with and without its prefix. */
const tellingDigits = 9
const fewestDigits = 7

const toPhones = (personalInfo: Values): string[] => {
  const numbers = phoneFields.map((field) =>
    (personalInfo[field] ?? '').replace(/\D/g, '').slice(-tellingDigits),
  )
  return [...new Set(numbers.filter((digits) => digits.length >= fewestDigits && !/^(\d)\1*$/.test(digits)))]
}

/** Street, house number, addition and postal code run together; the town where there is no postal code. */
const foldAddress = ({ Street, HouseNumber, HouseNumberAddition, PostalCode, City }: Values): string => {
  const fold = (...texts: (string | undefined)[]): string => nameParts(texts.join(' ')).join('')
  const line = fold(Street, HouseNumber, HouseNumberAddition)
  const place = fold(PostalCode) || fold(City)
  return /\d/.test(line) && place !== '' ? `${line} ${place}` : ''
}
