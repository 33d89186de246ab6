import { hasPostalCodeForm } from '../../domain/text/postal-code.js'
import { hasSameContent, isSameCode } from '../../domain/text/same-content.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'

/** The parts that an address must have. */
const bearing = ['Street', 'PostalCode', 'City'] as const
/** The parts that many addresses do without. */
const optional = ['HouseNumber', 'HouseNumberAddition', 'StateProvince'] as const

const isFilled = (value: string | undefined): value is string => value !== undefined && value !== ''

/** Whether the source has another address than the target, and not only another layout of the same. */
export const isMove = (desired: Values, actual: Values): boolean =>
  fieldsIn(desired).some((field) => {
    const isSame = field === 'PostalCode' || field === 'CountryISOCode' ? isSameCode : hasSameContent
    return !isSame(desired[field] ?? '', actual[field] ?? '')
  })

/**
 * What is sent of an address beside what the source says of it, so that it stands there whole: the parts that
 * the new one lacks are emptied, and the country that the source leaves empty stays the target's.
 */
export const completeAddress = (desired: Values, actual: Values): Values => {
  const alongside: Partial<Record<keyof Values, string>> = {}
  for (const part of optional) if (desired[part] === undefined && isFilled(actual[part])) alongside[part] = ''
  const { CountryISOCode: country } = actual
  if (desired.CountryISOCode === undefined && isFilled(country)) alongside.CountryISOCode = country
  return alongside
}

/** An impossible Dutch postal code: no one delivers there, and payroll's declarations are refused. */
export const hasWrongCode = ({ CountryISOCode: country, PostalCode: code }: Values): boolean =>
  country === 'NL' && isFilled(code) && hasPostalCodeForm('NL', code) === false

/** The part that an address must have, and which only the target holds. */
export const findMissingPart = (desired: Values, actual: Values) =>
  bearing.find((part) => desired[part] === undefined && isFilled(actual[part]))

/** Why the target's address cannot be replaced by what the source has; `undefined` when it can. */
export const reasonAgainstMove = (desired: Values, actual: Values): PlainFindingCode | undefined => {
  if (findMissingPart(desired, actual) !== undefined) return 'address-incomplete'
  const { CountryISOCode: country } = actual
  if (hasWrongCode(desired)) return 'postal-code-invalid'
  if (desired.CountryISOCode !== undefined || !isFilled(country)) return undefined
  const code = desired.PostalCode ?? ''
  // Without a code nothing says in which country the new address lies.
  return hasPostalCodeForm(country, code) === true ? undefined : 'address-country-unclear'
}
