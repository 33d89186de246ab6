import { nameOrders } from '../world/code-lists.js'
import type { NmbrsEmployeeType } from '../world/data.js'

/**
 * The groups of personal info: REST's names and the names the payroll keeps them under (Nmbrs REST contract,
 * section 6.2).
 */
export const personalInfoGroups = {
  basicInfo: {
    employeeNumber: 'EmployeeNumber',
    firstName: 'FirstName',
    firstNameInFull: 'FirstNameInFull',
    prefix: 'Prefix',
    initials: 'Initials',
    lastName: 'LastName',
  },
  birthInfo: {
    birthDate: 'Birthday',
    birthCountryCodeISO: 'CountryOfBirthISOCode',
    nationalityCodeISO: 'NationalityCode',
    deceasedOn: 'DeceasedDate',
    gender: 'Gender',
  },
  contactInfo: {
    privateEmail: 'EmailPrivate',
    businessEmail: 'EmailWork',
    businessPhone: 'TelephoneWork',
    businessMobilePhone: 'TelephoneMobileWork',
    privatePhone: 'TelephonePrivate',
    privateMobilePhone: 'TelephoneMobilePrivate',
    otherPhone: 'TelephoneOther',
  },
  partnerInfo: {
    partnerPrefix: 'PartnerPrefix',
    partnerName: 'PartnerLastName',
    ascriptionCode: 'Naamstelling',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type GroupName = keyof typeof personalInfoGroups
export const groupNames = Object.keys(personalInfoGroups) as readonly GroupName[]

/** Both directions of a table of names. */
const pairs = <Kept extends string, Shown extends string>(
  table: Readonly<Record<Kept, Shown>>,
): { toRest: (kept: string) => string | undefined; fromRest: (shown: string) => string | undefined } => {
  const toRest = new Map<string, string>(Object.entries<string>(table))
  const fromRest = new Map([...toRest].map(([kept, shown]) => [shown, kept]))
  return { toRest: (kept) => toRest.get(kept), fromRest: (shown) => fromRest.get(shown) }
}

/** Section 7.1. */
export const addressTypes = pairs({
  HomeAddress: 'homeAddress',
  PostAddress: 'postAddress',
  AbsenceAddress: 'absenceAddress',
  HolidaysAddress: 'holidaysAddress',
  WeekendAddress: 'weekendAddress',
  WorkAddress: 'workAddress',
})

/** Section 7.2. */
export const bankAccountTypes = pairs({
  Bankrekening1: 'bankAccount1',
  Bankrekening2: 'bankAccount2',
  Bankrekening3: 'bankAccount3',
  Bankrekening4: 'bankAccount4',
  Bankrekening5: 'bankAccount5',
  Spaarloon: 'salarySavings',
  Levensloop: 'lifecycleSavingSchemes',
  Standaard: 'standard',
})

/** Section 7.3. */
export const salaryTypes = pairs({
  Bruto_Salaris_Fulltime: 'grossFulltimeSalary',
  Bruto_Salaris_Partime: 'grossParttimeSalary',
  Bruto_Uurloon: 'grossHourlyWage',
  Netto_Salaris_Partime_incl_looncomp: 'netParttimeSalaryInclWageComp',
  Netto_Salaris_Partime_excl_looncomp: 'netParttimeSalaryExclWageComp',
  Netto_Uurloon_excl_looncomp: 'netHourlyWageExclWageComp',
  Netto_Uurloon_incl_looncomp: 'netHourlyWageInclWageComp',
  Werkgerverslasten: 'employerCosts',
})

export const employeeTypes = [
  'applicant',
  'newHire',
  'payroll',
  'formerPayroll',
  'external',
  'formerExternal',
  'rejectedApplicant',
] as const
export type EmployeeType = (typeof employeeTypes)[number]

/** What REST calls a type of the environment, which names its types in its own words. */
export const toEmployeeType = ({ description }: NmbrsEmployeeType): EmployeeType => {
  const words = description.toLowerCase()
  if (words.includes('reject')) return 'rejectedApplicant'
  if (words.includes('applicant')) return 'applicant'
  if (words.includes('extern')) return words.includes('former') ? 'formerExternal' : 'external'
  if (words.includes('former')) return 'formerPayroll'
  return words.includes('new') ? 'newHire' : 'payroll'
}

/**
 * Codes the payroll keeps as numbers. Only 1 for Dutch is known (Nmbrs contract, section 3); the rest is this
 * fake's own.
 */
const nationalities = ['', 'NL', 'BE', 'DE', 'FR', 'PL', 'GB', 'ES', 'IT', 'TR', 'MA', 'SE', 'NO', 'DK', 'US']

/** The payroll's text for what REST sends. */
export const toKept = (field: string, value: string | number): string => {
  const text = String(value)
  if (field === 'Birthday' || field === 'DeceasedDate') return text.slice(0, 10)
  if (field === 'NationalityCode') return toNationalityNumber(text)
  if (field === 'Naamstelling') return nameOrders[Number(text)] ?? '-'
  if (field === 'Gender') return text === 'male' || text === 'female' ? text : 'undefined'
  return text
}

const toNationalityNumber = (code: string): string => {
  const index = nationalities.indexOf(code.toUpperCase())
  return String(index > 0 ? index : 1000 + parseInt(code, 36))
}

/** The code of a nationality; `undefined` when there is none. */
export const toNationalityCode = (kept: string | undefined): string | undefined => {
  const number = Number(kept ?? '0')
  if (number > 1000) return (number - 1000).toString(36).toUpperCase()
  const code = nationalities[number]
  return code === '' ? undefined : code
}

export const toGender = (kept: string | undefined): string =>
  kept === 'male' || kept === 'female' ? kept : 'unspecified'

export const toAscriptionCode = (kept: string | undefined): number | null => {
  const index = nameOrders.findIndex((name) => name === kept)
  return index < 0 ? null : index
}
