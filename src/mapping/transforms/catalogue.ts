import type { FieldType } from '../../domain/sections.js'
import { toBic, toIban } from './bank-account.js'
import { toCountryIso2 } from './country-iso2.js'
import { toEmail } from './email.js'
import { toEmployeeNumber } from './employee-number.js'
import { toMoney } from './money.js'
import { toPhone } from './phone.js'
import { toPlainDate } from './plain-date.js'
import type { TransformResult } from './result.js'
import { toSalaryType, type SalaryTypeSettings } from './salary-type.js'
import { toStreetPart } from './street-line.js'
import { toText } from './text.js'

/** Every transform a mapping can name: one pure function on one value. */
export const transformNames = [
  'text',
  'plainDate',
  'countryIso2',
  'email',
  'phone',
  'employeeNumber',
  'iban',
  'bic',
  'money',
  'salaryType',
  'streetName',
  'houseNumber',
  'houseNumberAddition',
] as const
export type TransformName = (typeof transformNames)[number]

/** A transform with its settings. */
export type Transform =
  | { name: Exclude<TransformName, 'employeeNumber' | 'salaryType'> }
  | { name: 'employeeNumber'; stripZeros: boolean }
  | ({ name: 'salaryType' } & SalaryTypeSettings)

/** What a transform may know besides its value. */
export interface TransformContext {
  timeZone: string
  /** Name of the current employment's type, where the source gave it. */
  employmentTypeName?: string | undefined
}

/** For values of the mapping itself: they hold days, not moments, so no zone can change them. */
export const fixedDays: TransformContext = { timeZone: 'UTC' }

const transformByType: Readonly<Record<Exclude<FieldType, 'code'>, TransformName>> = {
  text: 'text',
  email: 'email',
  phone: 'phone',
  country: 'countryIso2',
  date: 'plainDate',
  integer: 'employeeNumber',
  decimal: 'money',
  iban: 'iban',
  bic: 'bic',
}

/**
 * The transform a field has when its row names none; `undefined` for codes, which no transform can make out
 * of any text.
 */
export const findDefaultTransform = (type: FieldType): TransformName | undefined =>
  type === 'code' ? undefined : transformByType[type]

/** The transforms whose result a field of this type can hold. A text field can hold any of them. */
export const transformsFor = (type: FieldType): readonly TransformName[] => {
  if (type === 'code') return ['salaryType']
  return type === 'text' ? transformNames.filter((name) => name !== 'salaryType') : [transformByType[type]]
}

/** Applies a transform to one value. Never throws: what cannot be used comes back as a problem. */
export const applyTransform = (
  transform: Transform,
  text: string,
  context: TransformContext,
): TransformResult => {
  switch (transform.name) {
    case 'text':
      return toText(text)
    case 'plainDate':
      return toPlainDate(text, context.timeZone)
    case 'countryIso2':
      return toCountryIso2(text)
    case 'email':
      return toEmail(text)
    case 'phone':
      return toPhone(text)
    case 'employeeNumber':
      return toEmployeeNumber(text, transform.stripZeros)
    case 'iban':
      return toIban(text)
    case 'bic':
      return toBic(text)
    case 'money':
      return toMoney(text)
    case 'salaryType':
      return toSalaryType(text, transform, context.employmentTypeName)
    case 'streetName':
      return toStreetPart(text, 'name')
    case 'houseNumber':
      return toStreetPart(text, 'number')
    case 'houseNumberAddition':
      return toStreetPart(text, 'addition')
  }
}
