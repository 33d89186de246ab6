import type { ServiceName } from '../../../onboarding/calls/call-name.js'

/** Which calls of a service are switched on. */
export type OpenCalls = 'all' | 'none' | { only: readonly string[] } | { except: readonly string[] }

/**
 * What a user template opens, service by service (Nmbrs contract, section 1). A service it does not name is
 * open whole.
 */
export type UserTemplate = Readonly<Partial<Record<ServiceName, OpenCalls>>>

/** An account of the API. */
export interface NmbrsAccount {
  username: string
  token: string
  /** The bare sub-domain, as the header carries it. */
  domain: string
  /** Its user template: a call that is switched off gives 1002. Absent: every call is on. */
  template?: UserTemplate
  /**
   * It sees only debtors that carry one of these tags, with their companies and employees; 1003 for the rest.
   * Absent: every debtor.
   */
  tags?: readonly string[]
  /** The only companies it may see: 2004 for the rest. Absent: every company. */
  companies?: readonly number[]
  /** Disabled, no valid subscription: 1004. */
  disabled?: boolean
}

/** One payroll run of a company. */
export interface NmbrsRun {
  id: number
  number: number
  year: number
  periodStart: number
  periodEnd: number
  description: string
  /** Local date and time. */
  runAt: string
  isLocked: boolean
}

/** A tag on a debtor: the vendor's way to give an account some of the debtors. */
export interface DebtorTag {
  number: number
  tag: string
  hexColor: string
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
  /** What was run so far. */
  runs?: readonly NmbrsRun[]
}

export interface NmbrsDebtor {
  id: number
  number: string
  name: string
  tags?: readonly DebtorTag[]
}

export interface NmbrsEmployeeType {
  id: number
  description: string
}

/**
 * One record of personal data, in force from its period until a later one. Fields by their wire names, as
 * text: days `YYYY-MM-DD`, numbers as digits. A field without a value is absent.
 */
export interface PersonalInfoRow {
  id: number
  startYear: number
  startPeriod: number
  /** Local date and time, `2026-11-01T09:00:00`; empty when it is not known. */
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
  /** Local date and time; absent when it is not known. */
  creationDate?: string
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
  /** Where payroll takes the salary from a table: its code, the scale and the step. */
  table?: { code: number; scale: string; step: string } | undefined
}

export interface EmploymentRow {
  id: number
  creationDate: string
  startDate: string
  endDate?: string
  /** The number of the reason for the end, where one was given. */
  endReason?: number
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
