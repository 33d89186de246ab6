/**
 * The catalogue of what can be kept in step: the sections, their fields and what kind of value each field
 * holds. Field names are the payroll system's own terms, as the vendors' export table uses them; they are
 * names, not a transport.
 */

/** How a field's value is written, compared and checked. */
export type FieldType =
  'text' | 'email' | 'phone' | 'country' | 'date' | 'integer' | 'decimal' | 'iban' | 'bic' | 'code'

const personalInfo = {
  FirstName: 'text',
  LastName: 'text',
  Birthday: 'date',
  CountryOfBirthISOCode: 'country',
  EmailPrivate: 'email',
  TelephonePrivate: 'phone',
  EmployeeNumber: 'integer',
  TelephoneWork: 'phone',
  EmailWork: 'email',
  Title: 'text',
  Initials: 'text',
  Prefix: 'text',
  Nickname: 'text',
  PlaceOfBirth: 'text',
  PartnerPrefix: 'text',
  PartnerLastName: 'text',
  TelephoneMobilePrivate: 'phone',
  TelephoneMobileWork: 'phone',
  TelephoneOther: 'phone',
  InCaseOfEmergency: 'text',
  InCaseOfEmergencyPhone: 'phone',
  InCaseOfEmergencyRelation: 'text',
  TitleAfter: 'text',
} as const satisfies Record<string, FieldType>

const address = {
  Street: 'text',
  HouseNumber: 'text',
  HouseNumberAddition: 'text',
  PostalCode: 'text',
  City: 'text',
  StateProvince: 'text',
  CountryISOCode: 'country',
} as const satisfies Record<string, FieldType>

const bankAccount = {
  Number: 'text',
  IBAN: 'iban',
  BIC: 'bic',
  Type: 'code',
  Description: 'text',
  City: 'text',
  Name: 'text',
} as const satisfies Record<string, FieldType>

const employment = {
  InitialStartDate: 'date',
} as const satisfies Record<string, FieldType>

const salary = {
  Value: 'decimal',
  Type: 'code',
  Start: 'date',
} as const satisfies Record<string, FieldType>

export const sectionFields = { personalInfo, address, bankAccount, employment, salary } as const

/** A section of the mapping: the fields that one write of the target carries. */
export type MappedSection = keyof typeof sectionFields
/** A section of a change; `employee` is the creation itself. */
export type Section = 'employee' | MappedSection

export const mappedSections = Object.keys(sectionFields) as readonly MappedSection[]

type FieldsOf<S extends MappedSection> = keyof (typeof sectionFields)[S]
export type FieldName = { [S in MappedSection]: FieldsOf<S> }[MappedSection]

/** The type of a field of a section; `undefined` when the section has no such field. */
export const findFieldType = (section: MappedSection, field: string): FieldType | undefined => {
  const fields: Readonly<Record<string, FieldType>> = sectionFields[section]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** The names of a section's fields, in catalogue order. */
export const fieldNamesOf = (section: MappedSection): readonly FieldName[] =>
  Object.keys(sectionFields[section]) as FieldName[]

/**
 * Where one wrong field makes the rest of its section worthless or dangerous (half a bank account, an amount
 * without its period, a street in another town), the section is written whole or not at all. In personal info
 * a field stands for itself.
 */
export const isWholeSection = (section: MappedSection): boolean => section !== 'personalInfo'

/** Bank account types as the target names them; the synced account is always `Standaard`. */
export const bankAccountTypes = [
  'None',
  'Bankrekening1',
  'Spaarloon',
  'Bankrekening2',
  'Bankrekening3',
  'Bankrekening4',
  'Bankrekening5',
  'Standaard',
  'Levensloop',
] as const

/**
 * Salary types as the target names them (Nmbrs contract, section 3), in the order of their numbers from 0.
 */
export const salaryTypes = [
  'None',
  'Bruto_Salaris_Fulltime',
  'Bruto_Salaris_Partime',
  'Bruto_Uurloon',
  'Netto_Salaris_Partime_incl_looncomp',
  'Netto_Salaris_Partime_excl_looncomp',
  'Netto_Uurloon_excl_looncomp',
  'Werkgerverslasten',
  'Netto_Uurloon_incl_looncomp',
] as const
