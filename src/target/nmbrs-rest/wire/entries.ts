import { fieldNamesOf, findFieldType, type FieldName } from '../../../domain/sections.js'
import type { FieldValue, Values } from '../../../domain/values.js'
import { periodNumber, toEntryTime, type EmploymentRow, type SalaryEntry } from '../../common/current-rows.js'
import type { HistoryRow } from '../../common/kept-rows.js'
import { toCanonical } from '../../common/wire-values.js'
import { createRestError } from '../client/rest-error.js'
import type { TargetBankAccount } from '../../port.js'
import { toTargetRecordId } from '../../../domain/ids.js'
import { idIn, isObject, numberIn, objectIn, textIn, type Json } from './json.js'
import { bankAccountTypes, salaryTypes } from './names.js'

/**
 * Where a field of personal info stands: in which group, and under what name (Nmbrs REST contract, section
 * 6.2).
 */
export const personalInfoPlaces = {
  FirstName: ['basicInfo', 'firstName'],
  LastName: ['basicInfo', 'lastName'],
  Birthday: ['birthInfo', 'birthDate'],
  CountryOfBirthISOCode: ['birthInfo', 'birthCountry'],
  EmailPrivate: ['contactInfo', 'privateEmail'],
  TelephonePrivate: ['contactInfo', 'privatePhone'],
  EmployeeNumber: ['basicInfo', 'employeeNumber'],
  TelephoneWork: ['contactInfo', 'businessPhone'],
  EmailWork: ['contactInfo', 'businessEmail'],
  Initials: ['basicInfo', 'initials'],
  Prefix: ['basicInfo', 'prefix'],
  PartnerPrefix: ['partnerInfo', 'partnerPrefix'],
  PartnerLastName: ['partnerInfo', 'partnerName'],
  TelephoneMobilePrivate: ['contactInfo', 'privateMobilePhone'],
  TelephoneMobileWork: ['contactInfo', 'businessMobilePhone'],
  TelephoneOther: ['contactInfo', 'otherPhone'],
} as const satisfies Partial<Record<FieldName, readonly [string, string]>>

const places: Readonly<Partial<Record<FieldName, readonly [string, string]>>> = personalInfoPlaces

/**
 * The code of a country, however it is shown: an object with a code, or the code alone (Nmbrs REST contract,
 * section 15, row 31).
 */
export const countryIn = (json: Json, name: string): string => {
  const value = json[name]
  const code = isObject(value) ? textIn(value, 'codeISO') : textIn(json, name)
  return code !== undefined && /^[A-Za-z]{2,3}$/.test(code) ? code.toUpperCase() : ''
}

const personalInfoFields = fieldNamesOf('personalInfo').map((field) => ({
  place: places[field],
  type: findFieldType('personalInfo', field) ?? 'text',
}))

/** All fields of personal info in the order of the catalogue; empty where REST has none. */
export const toPersonalInfo = (entry: Json): FieldValue[] =>
  personalInfoFields.map(({ place, type }) => {
    if (place === undefined) return ''
    const group = objectIn(entry, place[0])
    if (type === 'country') return countryIn(group, place[1])
    const text = textIn(group, place[1])
    return canonical(type, text, 'listPersonalInfo', place[1])
  })

const canonical = (
  type: Parameters<typeof toCanonical>[0],
  text: string | undefined,
  operation: string,
  field: string,
): FieldValue => {
  if (text === '') return ''
  const value = text === undefined ? undefined : toCanonical(type, text)
  if (value === undefined) throw createRestError('unreadable-value', operation, { field })
  return value
}

const addressNames = {
  Street: 'street',
  HouseNumber: 'houseNumber',
  HouseNumberAddition: 'houseNumberAddition',
  PostalCode: 'postalCode',
  City: 'city',
  StateProvince: 'stateProvince',
  CountryISOCode: 'countryISOCode',
} as const
/** REST's name of each part of an address (Nmbrs REST contract, section 7.1). */
export const addressPlaces: Readonly<Partial<Record<FieldName, string>>> = addressNames

const addressFields = fieldNamesOf('address').map((field) => ({
  name: addressPlaces[field] ?? '',
  type: findFieldType('address', field) ?? 'text',
}))

const toAddress = (entry: Json): FieldValue[] =>
  addressFields.map(({ name, type }) => canonical(type, textIn(entry, name), 'listAddresses', name))

/** The period from which an entry holds, as a number that compares; 0 when it has none. */
export const startOf = (entry: Json): number => {
  const period = objectIn(entry, 'period')
  return periodNumber(numberIn(period, 'year') ?? 0, numberIn(period, 'period') ?? 0)
}

const enteredAt = (entry: Json, name = 'createdAt'): string => toEntryTime(textIn(entry, name) ?? '')

/** Ids have no order here, so that only the time of entry tells which of two came later. */
const noOrder = 0

const dayIn = (entry: Json, name: string, operation: string): string =>
  canonical('date', textIn(entry, name), operation, name)

const toDisplayName = (entry: Json): string => {
  const basic = objectIn(entry, 'basicInfo')
  return ['firstName', 'prefix', 'lastName']
    .map((name) => textIn(basic, name) ?? '')
    .filter((part) => part !== '')
    .join(' ')
}

/** A row of personal info as it is compared. */
export const toPersonalInfoRow = (entry: Json): HistoryRow => ({
  values: toPersonalInfo(entry),
  start: startOf(entry),
  end: 0,
  created: enteredAt(entry),
  id: noOrder,
  displayName: toDisplayName(entry),
  deceasedOn: dayIn(objectIn(entry, 'birthInfo'), 'deceasedOn', 'listPersonalInfo'),
})

export const isHomeAddress = (entry: Json): boolean =>
  (textIn(entry, 'type') ?? '').toLowerCase() === 'homeaddress'

export const toAddressRow = (entry: Json): HistoryRow => ({
  values: toAddress(entry),
  start: startOf(entry),
  end: 0,
  created: enteredAt(entry),
  id: noOrder,
  displayName: '',
  deceasedOn: '',
})

/** `initialStart` is the seniority date where there is one, which is what SOAP calls the initial start. */
export const toEmploymentRow = (entry: Json): EmploymentRow => {
  const start = dayIn(entry, 'startDate', 'listEmployments')
  const seniority = dayIn(entry, 'seniorityDate', 'listEmployments')
  return {
    start,
    end: dayIn(entry, 'endDate', 'listEmployments'),
    initialStart: seniority === '' ? start : seniority,
    created: enteredAt(entry) || enteredAt(entry, 'changedDate'),
    id: noOrder,
  }
}

/** A salary without a type or an amount is one that this program cannot tell: it may be set by a table. */
export const toSalaryEntry = (entry: Json): SalaryEntry => {
  const type = textIn(entry, 'type') ?? ''
  const value = canonical('decimal', textIn(entry, 'value'), 'listSalaries', 'value')
  return {
    Value: value,
    Type: type === '' ? 'None' : (salaryTypes.fromRest(type) ?? type),
    Start: dayIn(entry, 'startDate', 'listSalaries'),
    created: enteredAt(entry),
    id: noOrder,
  }
}

/** No BIC (Nmbrs REST contract, section 7.2). */
export const toBankAccount = (entry: Json): TargetBankAccount => {
  const type = textIn(entry, 'bankAccountType') ?? ''
  const values: Values = {
    Number: textIn(entry, 'number') ?? '',
    IBAN: textIn(entry, 'IBAN') ?? '',
    BIC: '',
    Type: bankAccountTypes.fromRest(type) ?? type,
    Description: textIn(entry, 'description') ?? '',
    City: textIn(entry, 'city') ?? '',
    Name: textIn(entry, 'name') ?? '',
  }
  return { id: toTargetRecordId(idIn(entry, 'bankAccountId')), values }
}
