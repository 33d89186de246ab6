import type { NmbrsCompany, NmbrsEmployee, PersonalInfoRow } from '../../world/data.js'
import { toGuid } from '../../world/guids.js'
import { toEntryTime } from '../../world/entry-time.js'
import {
  addressTypes,
  bankAccountTypes,
  salaryTypes,
  toAscriptionCode,
  toGender,
  toNationalityCode,
} from '../names.js'
import type { RestContext } from '../operation.js'
import { isFuture, typeOf } from './people.js'

/** One record of a history as REST shows it, and when it was entered. */
export interface Entry {
  createdAt: string | null
  body: object
}

export type ToEntries = (
  employee: NmbrsEmployee,
  company: NmbrsCompany,
  context: RestContext,
) => readonly Entry[]

const midnight = (day: string): string => `${day}T00:00:00`

const orNull = (text: string | undefined): string | null => text ?? null

const withEntryTime = (row: { creationDate: string }, context: RestContext, body: object): Entry => {
  const createdAt = toEntryTime(row, context.switches)
  return { createdAt, body: createdAt === null ? body : { ...body, createdAt } }
}

/** A future entry is there for who reads the whole history (section 15, row 32). */
const shown = <Row extends { startYear: number; startPeriod: number }>(
  rows: readonly Row[],
  company: NmbrsCompany,
  { switches }: RestContext,
): readonly Row[] => (switches.restHistory === 'whole' ? rows : rows.filter((row) => !isFuture(row, company)))

export const personalInfoEntries: ToEntries = (employee, company, context) =>
  shown(employee.personalInfos, company, context).map((row) =>
    withEntryTime(row, context, toPersonalInfo(row, employee, context)),
  )

const toPersonalInfo = (
  { id, fields, startYear, startPeriod }: PersonalInfoRow,
  employee: NmbrsEmployee,
  context: RestContext,
): object => ({
  personalInfoId: toGuid('personalInfo', id),
  basicInfo: {
    ...(fields.EmployeeNumber === undefined ? {} : { employeeNumber: Number(fields.EmployeeNumber) }),
    firstName: orNull(fields.FirstName),
    firstNameInFull: orNull(fields.FirstNameInFull),
    prefix: orNull(fields.Prefix),
    initials: orNull(fields.Initials),
    lastName: fields.LastName ?? '',
    employeeType: typeOf(employee, context),
  },
  birthInfo: {
    birthDate: fields.Birthday === undefined ? null : midnight(fields.Birthday),
    birthCountry: toBirthCountry(fields.CountryOfBirthISOCode, context),
    nationality: toCountry(toNationalityCode(fields.NationalityCode)),
    deceasedOn: fields.DeceasedDate === undefined ? null : midnight(fields.DeceasedDate),
    gender: toGender(fields.Gender),
  },
  contactInfo: {
    privateEmail: orNull(fields.EmailPrivate),
    businessEmail: orNull(fields.EmailWork),
    businessPhone: orNull(fields.TelephoneWork),
    businessMobilePhone: orNull(fields.TelephoneMobileWork),
    privatePhone: orNull(fields.TelephonePrivate),
    privateMobilePhone: orNull(fields.TelephoneMobilePrivate),
    otherPhone: orNull(fields.TelephoneOther),
  },
  partnerInfo: {
    partnerPrefix: orNull(fields.PartnerPrefix),
    partnerName: orNull(fields.PartnerLastName),
    ascriptionCode: toAscriptionCode(fields.Naamstelling),
  },
  period: { year: startYear, period: startPeriod },
})

const toCountry = (code: string | undefined): object | null => (code === undefined ? null : { codeISO: code })

/** Section 15, row 31. */
const toBirthCountry = (code: string | undefined, { switches }: RestContext): unknown => {
  if (code === undefined || switches.restBirthCountry === 'null') return null
  return switches.restBirthCountry === 'text' ? code : { codeISO: code, description: code }
}

export const addressEntries: ToEntries = (employee, company, context) =>
  shown(employee.addresses, company, context).map((row) => {
    const { fields } = row
    return withEntryTime(row, context, {
      addressId: toGuid('address', row.id),
      isDefault: row.isDefault,
      type: addressTypes.toRest(row.type),
      street: fields.Street ?? '',
      houseNumber: orNull(fields.HouseNumber),
      houseNumberAddition: orNull(fields.HouseNumberAddition),
      postalCode: fields.PostalCode ?? '',
      city: fields.City ?? '',
      stateProvince: orNull(fields.StateProvince),
      countryISOCode: orNull(fields.CountryISOCode),
      period: { year: row.startYear, period: row.startPeriod },
    })
  })

/** No BIC (section 7.2). */
export const bankAccountEntries: ToEntries = ({ bankAccounts }, _company, context) =>
  bankAccounts
    .filter(({ type }) => bankAccountTypes.toRest(type) !== undefined)
    .map(({ id, type, fields, creationDate = '' }) =>
      withEntryTime({ creationDate }, context, {
        bankAccountId: toGuid('bankAccount', id),
        number: orNull(fields.Number),
        description: orNull(fields.Description),
        IBAN: orNull(fields.IBAN),
        city: orNull(fields.City),
        name: orNull(fields.Name),
        bankAccountType: bankAccountTypes.toRest(type),
      }),
    )

export const salaryEntries: ToEntries = ({ salaries }, _company, context) =>
  salaries.map((row) =>
    withEntryTime(row, context, {
      salaryId: toGuid('salary', row.id),
      startDate: midnight(row.startDate),
      ...(salaryTypes.toRest(row.type) === undefined ? {} : { type: salaryTypes.toRest(row.type) }),
      value: Number(row.value),
    }),
  )

/** The reason is shown as a text and written as a number (section 7.4). */
export const employmentEntries: ToEntries = ({ employments }, _company, context) =>
  employments.map((row) => {
    const changedDate = toEntryTime(row, context.switches)
    return {
      createdAt: changedDate,
      body: {
        employmentId: toGuid('employment', row.id),
        startDate: midnight(row.startDate),
        endDate: row.endDate === undefined ? null : midnight(row.endDate),
        seniorityDate: midnight(row.initialStartDate),
        endContractReason: row.endReason === undefined ? null : `Reden ${row.endReason}`,
        ...(changedDate === null ? {} : { changedDate }),
      },
    }
  })
