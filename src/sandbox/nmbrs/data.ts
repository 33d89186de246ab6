/** An account of the API. Rights are per operation, as in the vendor's user template (Nmbrs contract, section 1). */
export interface NmbrsAccount {
  username: string
  token: string
  /** The bare sub-domain, as the header carries it. */
  domain: string
  /** Operations that are switched off for it: 1002. `List_GetAll` means that call of every service. */
  rightsOff?: readonly string[]
  /** Operations that a tag or filter keeps it out of: 1003. */
  rightsFiltered?: readonly string[]
  /** The only companies it may see; absent means all. */
  companies?: readonly number[]
  /** Disabled, no valid subscription: 1004. */
  disabled?: boolean
}

export interface NmbrsCompany {
  id: number
  number: number
  name: string
  debtorId?: number
  /** The current payroll period, `2026-11-M`, `2026-12-4W` or `2026-47-W`. */
  period: string
  /** Whether the payroll run of the current period is locked. */
  lockedRun?: boolean
}

export interface NmbrsDebtor {
  id: number
  number: string
  name: string
}

export interface NmbrsEmployeeType {
  id: number
  description: string
}

/**
 * One record of personal data, in force from its period until a later one. Fields by their wire names, as text: days `YYYY-MM-DD`,
 * numbers as digits. A field without a value is absent.
 */
export interface PersonalInfoRow {
  id: number
  startYear: number
  startPeriod: number
  /** Local date and time, `2026-11-01T09:00:00`. */
  creationDate: string
  fields: Readonly<Record<string, string>>
}

/** One address, from its period until its end. */
export interface AddressRow {
  id: number
  isDefault: boolean
  type: string
  startYear: number
  startPeriod: number
  end?: { year: number; period: number }
  creationDate: string
  /** Taken over by a later record of the same period; still part of the history. */
  isSuperseded?: boolean
  fields: Readonly<Record<string, string>>
}

/** A current bank account of an employee. */
export interface BankAccountRow {
  id: number
  type: string
  fields: Readonly<Record<string, string>>
}

/** A salary from its start date until the next one's. */
export interface SalaryRow {
  id: number
  /** Plain decimal text. */
  value: string
  type: string
  startDate: string
  creationDate: string
}

export interface EmploymentRow {
  id: number
  creationDate: string
  startDate: string
  endDate?: string
  initialStartDate: string
}

export interface NmbrsEmployee {
  id: number
  companyId: number
  typeId: number
  personalInfos: readonly PersonalInfoRow[]
  addresses: readonly AddressRow[]
  bankAccounts: readonly BankAccountRow[]
  salaries: readonly SalaryRow[]
  employments: readonly EmploymentRow[]
}

/** Everything one environment holds. */
export interface NmbrsData {
  environment: { domain: string; subDomain: string }
  account: NmbrsAccount
  debtors: readonly NmbrsDebtor[]
  companies: readonly NmbrsCompany[]
  /** The kinds of people a company lists apart. The ids are the environment's own. */
  employeeTypes: readonly NmbrsEmployeeType[]
  /** The type a newly inserted employee gets. */
  newEmployeeTypeId: number
  employees: readonly NmbrsEmployee[]
}

/** The types of an ordinary environment. */
export const usualEmployeeTypes: readonly NmbrsEmployeeType[] = [
  { id: 1, description: 'Applicant' },
  { id: 2, description: 'Employee' },
  { id: 3, description: 'Former employee' },
]
