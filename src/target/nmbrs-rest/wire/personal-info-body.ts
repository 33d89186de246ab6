import type { FieldName } from '../../../domain/sections.js'
import { fieldsIn, type Values } from '../../../domain/values.js'
import { createRestError } from '../client/rest-error.js'
import type { PeriodStamp } from '../company-facts.js'
import { countryIn, personalInfoPlaces } from './entries.js'
import { numberIn, objectIn, textIn, type Json } from './json.js'

type Written = string | number | null

/** The groups of personal info as they are written (Nmbrs REST contract, sections 6.4 and 6.5). */
export interface PersonalInfoBody {
  basicInfo: Record<string, Written>
  birthInfo: Record<string, Written>
  contactInfo: Record<string, Written>
  partnerInfo: Record<string, Written>
}
type Group = keyof PersonalInfoBody

const texts: Readonly<Record<Group, readonly string[]>> = {
  basicInfo: ['firstName', 'firstNameInFull', 'prefix', 'initials', 'lastName', 'employeeType'],
  birthInfo: ['gender'],
  contactInfo: [
    'privateEmail',
    'businessEmail',
    'businessPhone',
    'businessMobilePhone',
    'privatePhone',
    'privateMobilePhone',
    'otherPhone',
  ],
  partnerInfo: ['partnerPrefix', 'partnerName'],
}
const groups = Object.keys(texts) as readonly Group[]

export const emptyBody = (): PersonalInfoBody => ({
  basicInfo: {},
  birthInfo: {},
  contactInfo: {},
  partnerInfo: {},
})

/**
 * Everything that an entry shows, under the names with which it is written: what is not sent may be cleared
 * (Nmbrs REST contract, section 15, row 4).
 */
export const toBody = (entry: Json): PersonalInfoBody => {
  const body = emptyBody()
  for (const group of groups) {
    const shown = objectIn(entry, group)
    for (const name of texts[group]) {
      const text = textIn(shown, name) ?? ''
      if (text !== '') body[group][name] = text
    }
  }
  const number = numberIn(objectIn(entry, 'basicInfo'), 'employeeNumber')
  if (number !== undefined && number > 0) body.basicInfo.employeeNumber = number
  const birth = objectIn(entry, 'birthInfo')
  for (const name of ['birthDate', 'deceasedOn']) {
    const day = (textIn(birth, name) ?? '').slice(0, 10)
    if (day !== '') body.birthInfo[name] = day
  }
  for (const name of ['birthCountry', 'nationality']) {
    const code = countryIn(birth, name)
    if (code !== '') body.birthInfo[`${name}CodeISO`] = code
  }
  const ascription = numberIn(objectIn(entry, 'partnerInfo'), 'ascriptionCode')
  if (ascription !== undefined) body.partnerInfo.ascriptionCode = ascription
  return body
}

const places: Readonly<Record<string, readonly [string, string]>> = personalInfoPlaces

/** Puts values into a body. Throws `RemoteError` for one that REST cannot carry. */
export const putValues = (body: PersonalInfoBody, values: Values, operation: string): PersonalInfoBody => {
  for (const field of fieldsIn(values)) {
    const place = places[field]
    const value = values[field] ?? ''
    if (place === undefined) throw createRestError('not-carried', operation, { field })
    const group = place[0] as Group
    const written = writtenName(place[1])
    const text = toWritten(group, field, value, operation)
    if (text === undefined) Reflect.deleteProperty(body[group], written)
    else body[group][written] = text
  }
  return body
}

/** A country is shown as an object and written as a code. */
const writtenName = (name: string): string => (name === 'birthCountry' ? 'birthCountryCodeISO' : name)

/** Where a field is written, as `group.name`. */
export const placeOf = (field: FieldName): string => {
  const [group, name] = places[field] ?? ['', field]
  return `${group}.${writtenName(name)}`
}

const toWritten = (group: Group, field: string, value: string, operation: string): Written | undefined => {
  if (field === 'EmployeeNumber') {
    if (value === '') return undefined
    if (!/^[1-9]\d{0,8}$/.test(value)) throw createRestError('value-not-sendable', operation, { field })
    return Number(value)
  }
  if (value !== '') return value
  if (field === 'LastName') throw createRestError('value-not-sendable', operation, { field })
  // What is empty has to be said where what is not sent stays; a date and a code have no empty form.
  if (group === 'birthInfo') return undefined
  return group === 'contactInfo' ? null : ''
}

/** Everything that an entry says, as texts by `group.name`, to see what else a write changed. */
export const toTexts = (body: PersonalInfoBody): Map<string, string> => {
  const all = new Map<string, string>()
  for (const group of groups)
    for (const [name, value] of Object.entries(body[group]))
      if (value !== '' && value !== null) all.set(`${group}.${name}`, String(value))
  return all
}

/** Without the groups in which nothing is. */
export const withPeriod = (body: PersonalInfoBody, period: PeriodStamp): Record<string, unknown> => {
  const filled = groups.filter((group) => Object.keys(body[group]).length > 0)
  return { ...Object.fromEntries(filled.map((group) => [group, body[group]])), period }
}
