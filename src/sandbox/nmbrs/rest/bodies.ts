import * as z from 'zod'
import { employeeTypes, salaryTypes, addressTypes, bankAccountTypes } from './names.js'

/**
 * What the bodies of writes may hold (Nmbrs REST contract, sections 6 and 7). Nothing else may be in them.
 */
const text = (max: number, min = 0): z.ZodString => z.string().min(min).max(max)
const countryCode = z.string().regex(/^[A-Za-z]{2,3}$/, 'two or three letters')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
/** A whole day: anything else would be another day in another zone. */
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T00:00:00(\.0+)?Z$/, 'YYYY-MM-DDT00:00:00Z')
const dayOrDateTime = z.union([day, dateTime])
const guid = z.guid()
const period = z.strictObject({
  year: z.number().int().min(1900).max(2100),
  period: z.number().int().min(1).max(53),
})

const basicInfo = {
  employeeNumber: z.number().int().min(1).optional(),
  firstName: text(50).optional(),
  firstNameInFull: text(100).optional(),
  prefix: text(50).optional(),
  initials: text(50).optional(),
  lastName: text(100, 1),
}
const employeeType = z.enum(employeeTypes)

const birthInfo = z.strictObject({
  birthDate: dayOrDateTime.optional(),
  birthCountryCodeISO: countryCode.optional(),
  nationalityCodeISO: countryCode.optional(),
  deceasedOn: dayOrDateTime.optional(),
  gender: z.enum(['unspecified', 'male', 'female', 'unknown']).optional(),
})
const email = text(100).nullish()
const phone = text(50).nullish()
const contactInfo = z.strictObject({
  privateEmail: email,
  businessEmail: email,
  businessPhone: phone,
  businessMobilePhone: phone,
  privatePhone: phone,
  privateMobilePhone: phone,
  otherPhone: phone,
})
const partnerInfo = z.strictObject({
  partnerPrefix: text(50).optional(),
  partnerName: text(100).optional(),
  ascriptionCode: z.number().int().min(0).optional(),
})
const otherGroups = {
  birthInfo: birthInfo.optional(),
  contactInfo: contactInfo.optional(),
  partnerInfo: partnerInfo.optional(),
  period,
}

/** Section 6.4, with the top keys in the vendor's casing. */
export const createEmployeeBody = z.strictObject({
  PersonalInfo: z.strictObject({
    basicInfo: z.strictObject({ ...basicInfo, employeeType }),
    ...otherGroups,
    createdAt: z.string().optional(),
  }),
  AdditionalEmployeeInfo: z
    .strictObject({ inServiceDate: day.optional(), defaultEmployeeTemplate: z.string().optional() })
    .optional(),
})

/** Section 6.5. */
export const updatePersonalInfoBody = z.strictObject({
  basicInfo: z.strictObject({ ...basicInfo, employeeType: employeeType.optional() }).optional(),
  ...otherGroups,
})
export type UpdatePersonalInfoBody = z.infer<typeof updatePersonalInfoBody>

const named = (names: { fromRest: (shown: string) => string | undefined }): z.ZodString =>
  z.string().refine((shown) => names.fromRest(shown) !== undefined, 'no such type')

/** Section 7.1. */
export const createAddressBody = z.strictObject({
  isDefault: z.boolean().optional(),
  type: named(addressTypes),
  street: text(200, 1),
  houseNumber: text(20).optional(),
  houseNumberAddition: text(20).optional(),
  postalCode: text(15).optional(),
  city: text(100, 1),
  stateProvince: text(100).optional(),
  countryISOCode: countryCode,
  period,
})

const bankAccount = {
  number: text(34).optional(),
  description: text(100).optional(),
  city: text(100).optional(),
  name: text(100).optional(),
}

/** Section 7.2. */
export const createBankAccountBody = z.strictObject({
  ...bankAccount,
  IBAN: text(34, 5),
  bankAccountType: named(bankAccountTypes).optional(),
})
export const updateBankAccountBody = z.strictObject({
  ...bankAccount,
  bankAccountId: guid,
  IBAN: text(34, 5).optional(),
  countryCode: countryCode.optional(),
})

/** Section 7.3. */
export const createSalaryBody = z.strictObject({
  startDate: dateTime,
  type: named(salaryTypes).optional(),
  value: z.number().min(0).optional(),
  salaryTable: z.strictObject({ salaryTableId: guid, scaleId: guid, stepId: guid }).optional(),
})

/** Section 7.4. */
export const createEmploymentBody = z.strictObject({
  startDate: dateTime,
  seniorityDate: dateTime.optional(),
})
export const updateEmploymentBody = z.strictObject({
  employmentId: guid,
  seniorityDate: dateTime.optional(),
  endOfServiceDate: dateTime.optional(),
  endOfContractReason: z.number().int().min(0).optional(),
})
