/**
 * The records as the API sends them (AlexisHR contract, section 5): the documented fields that a Dutch export
 * can meet, all dates as text, all ids 24 hexadecimal characters. A key that has no value is absent.
 */

export interface AlexisHomeAddressRecord {
  street?: string
  postalCode?: string
  city?: string
  /** A two-letter code or a name in any language. */
  country?: string
}

export interface AlexisBankAccountRecord {
  bank?: string
  /** The Swedish clearing number. */
  clearing?: string
  number?: string
  iban?: string
  bic?: string
  country?: string
}

export interface AlexisEmployeeRecord {
  id: string
  active: boolean
  companyId: string
  userId: string
  /** Text: may be empty, padded or lettered. */
  employeeNumber: string
  created: string
  updated: string
  title?: string
  officeId?: string
  managerEmployeeId?: string
  departmentId?: string
  costCenterId?: string
  /** The row that the server holds to be current. */
  employmentId?: string
  employmentTypeId?: string
  employmentCountry?: string
  /** The row that the server holds to be current. */
  compensationId?: string
  userName?: string
  division?: string
  organization?: string
  tax?: { table?: number; column?: number }
  workEmail?: string
  workPhone?: string
  workPhoneSanitized?: string
  hireDate?: string
  endDate?: string
  hasOccupationalPension?: boolean
  privateEmail?: string
  firstName?: string
  /** Holds a Dutch prefix as well: `van den Berg`. */
  lastName?: string
  ssn?: string
  /** Not documented; some accounts may send it. */
  ssnCountry?: string
  privatePhone?: string
  privatePhoneSanitized?: string
  birthDate?: string
  age?: number
  avatarUrl?: string
  nationality?: string
  gender?: string
  pronoun?: string
  bankAccount?: AlexisBankAccountRecord
  homeAddress?: AlexisHomeAddressRecord
  custom?: Record<string, string | number | boolean | null>
}

export interface AlexisEmploymentRecord {
  id: string
  companyId: string
  employeeId: string
  typeId: string
  startDate: string
  /** The planned end. */
  endDate?: string
  /** The real end. */
  effectiveEndDate?: string
  terminated: boolean
  rate: number
  country: string
  note?: string
  updated?: string
}

export interface AlexisEmploymentTypeRecord {
  id: string
  companyId?: string
  name: string
  vacation: boolean
  country?: string
  maxMonths?: number
}

export interface AlexisCompensationRecord {
  id: string
  employeeId: string
  companyId: string
  /** In `currency`, per `payoutPeriod`. */
  amount: number
  /** The row holds from this day until the next row's. */
  effectiveDate: string
  baseAmount: number
  exchangeRate: number
  currency: string
  payoutDay: number
  payoutPeriod: 'HOURLY' | 'DAILY' | 'WEEKLY' | 'BI_WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'ANNUAL'
  payoutFrequency: 'WEEK' | 'BI_WEEKLY' | 'MONTH'
  salarySchedule: 'ADVANCE' | 'DELAYED'
  paidOvertime: boolean
  note?: string
}

export interface AlexisCompanyRecord {
  id: string
  name: string
  orgNumber?: string
  billableUsers?: number
  vatNumber?: string
  phone?: string
  email?: string
  legalName?: string
  offboardDate?: string
}

export interface AlexisDepartmentRecord {
  id: string
  companyId: string
  name: string
}

/** There is no address in it. */
export interface AlexisOfficeRecord {
  id: string
  companyId: string
  name: string
  phone: string
  email: string
  timezone: string
}

/** Everything one account holds. */
export interface AlexisData {
  employees: AlexisEmployeeRecord[]
  employments: AlexisEmploymentRecord[]
  employmentTypes: AlexisEmploymentTypeRecord[]
  compensations: AlexisCompensationRecord[]
  companies: AlexisCompanyRecord[]
  departments: AlexisDepartmentRecord[]
  offices: AlexisOfficeRecord[]
}
