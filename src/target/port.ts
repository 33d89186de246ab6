import type { CurrentPeriod } from '../domain/pay/current-period.js'
import type { SalaryRow, TargetEmployee } from '../domain/employee.js'
import { InternalError } from '../domain/errors.js'
import type { TargetCompanyId, TargetEmployeeId, TargetRecordId } from '../domain/ids.js'
import type { FieldName, MappedSection } from '../domain/sections.js'
import type { EmployeeKind } from '../domain/service.js'
import type { Values } from '../domain/values.js'
import type { Traffic } from '../http/traffic.js'

/** What a transport can do. A change that needs a missing one is refused in the plan, before any write. */
export type Capability =
  | 'employee.create'
  /** A creation carries all personal info, and not the names alone. */
  | 'employee.createWhole'
  /** The rows of personal info say what kind of employee each is, so that no list is read for it. */
  | 'employee.kinds'
  | 'personalInfo.update'
  | 'address.update'
  /** An address from the current period on, beside those of earlier periods. `address.update` includes it. */
  | 'address.add'
  /** An address in a period from which on there is one already. `address.update` includes it. */
  | 'address.addAgain'
  /** It is known that such an address is taken. */
  | 'address.addAgainSure'
  | 'bankAccount.replace'
  /** An account is changed in its place, so that none has to be ended. */
  | 'bankAccount.update'
  | 'bankAccount.withoutIban'
  /** The accounts of everyone of a company are read together, so that there are no turns. */
  | 'bankAccount.bulkRead'
  | 'salary.update'
  /** A salary from a day on which none starts. `salary.update` includes it. */
  | 'salary.add'
  | 'employment.changeStart'

export interface TargetCompany {
  id: TargetCompanyId
  name: string
  /**
   * The number that payroll knows the company by, which is the same over every transport; left out where it
   * is not shown.
   */
  number?: string
}

/** An employee of the complete list; says that they exist and nothing more. */
export interface TargetListEntry {
  id: TargetEmployeeId
  /** For the user's own screen only. */
  displayName: string
  /** Names and number, where the list has them in fields of their own. */
  known?: Values
  /** What kind of employee, where the name of the type says it. */
  kind?: EmployeeKind
  /** First name, prefix, last name and employee number, where the list has them field by field. */
  named?: Values
}

export interface TargetBankAccount {
  id: TargetRecordId
  /** Number, IBAN, BIC, Type and the rest, empty text where empty. */
  values: Values
}

/**
 * The answer to a write that reads first and reads back.
 * - `written`: the target now holds `after`, and every field that was not sent is as it was.
 * - `unchanged`: it already held the values; nothing was sent.
 * - `moved`: someone changed `fields` since the plan was made; nothing was sent.
 * - `not-confirmed`: sent, but reading back shows other values in `fields`.
 */
export type WriteResult =
  | { result: 'written'; after: Values }
  | { result: 'unchanged'; after: Values }
  | { result: 'moved'; fields: readonly FieldName[] }
  | { result: 'not-confirmed'; fields: readonly string[]; after: Values }

export interface NewEmployee {
  companyId: TargetCompanyId
  firstName: string
  lastName: string
  startDate: string
  /** All that is known of the person, names included, for a transport that sends it at once. */
  personalInfo?: Values
  /**
   * Allows a start before the company's current payroll period, which makes payroll recalculate. Only when a
   * person said so for this run.
   */
  allowPastPeriod: boolean
}

/** `before` is what the plan saw: the guard against overwriting someone's later correction. */
export interface SectionWrite {
  before: Values
  after: Values
  /**
   * Of the fields that the target may hold and does not show: what the source says, so that a write of the
   * whole record does not clear them.
   */
  unseen?: Values
}

/**
 * Stands before every write. `send` is what lets its bytes leave: it is called at once, or an error is thrown
 * and nothing leaves. A target asks at each attempt, in the turn of the event loop in which it sends, so that
 * nothing which waited for its turn, for a repeat or for a connection goes out after the right to write is
 * gone. What only reads does not ask.
 */
export type WriteFence = (send: () => void) => void

/** For a target that is only read from. */
export const refuseWrites: WriteFence = () => {
  throw new InternalError('a write was tried by a command that only reads')
}

/** One call the sync uses and whether the account may make it. */
export interface CallRight {
  operation: string
  status: 'active' | 'inactive' | 'no-access' | 'not-tested' | 'error'
  detail: string
  /** What opens the call, where the transport knows it. */
  remedy?: string
}

export interface SectionsQuery {
  sections: ReadonlySet<MappedSection>
  /** `yyyy-mm-dd`; rows that start later than this are not current. */
  today: string
  /** Of one employee: read anew, whatever lists that were read before say. */
  fresh?: true
  onProgress?: (what: string, read: number) => void
}

/**
 * The side that is written to. Ids are opaque; nothing here shows which transport carries the calls. Every
 * method may throw `AuthError` (stop the run) or `RemoteError`; for a write, `facts.carried` says whether it
 * may have happened.
 */
export interface Target {
  readonly capabilities: ReadonlySet<Capability>
  /** How busy the way to the target is, as far as this user of it goes. */
  readonly traffic: Traffic

  /** Every company the account can see. */
  readCompanies(): Promise<readonly TargetCompany[]>
  /** The company's current payroll period. */
  readCurrentPeriod(companyId: TargetCompanyId): Promise<CurrentPeriod>
  /**
   * The same period once the company's rows were read, for a transport that tells only by them what the
   * company pays by.
   */
  settlePeriod?(companyId: TargetCompanyId, period: CurrentPeriod): CurrentPeriod
  /**
   * The current rows of everyone in the company, in as many calls as there are sections, whatever the number
   * of people. Bank accounts are not part of it.
   */
  readSections(
    companyId: TargetCompanyId,
    query: SectionsQuery,
  ): Promise<Map<TargetEmployeeId, TargetEmployee>>
  /** Everyone of every employee type, each once: the authority on who exists. */
  readEmployeeList(companyId: TargetCompanyId): Promise<readonly TargetListEntry[]>
  /** One employee's current rows read apart, for someone a bulk read left out. */
  readEmployee(entry: TargetListEntry, query: SectionsQuery): Promise<TargetEmployee>
  /**
   * One employee's salaries that start up to the end of the payroll period that `day` falls in, `YYYY-MM-DD`,
   * oldest first.
   */
  readSalaries(
    companyId: TargetCompanyId,
    employeeId: TargetEmployeeId,
    day: string,
  ): Promise<readonly SalaryRow[]>
  /** All current home addresses of one employee. More than one is more than a plan can decide about. */
  readHomeAddresses(employeeId: TargetEmployeeId): Promise<readonly Values[]>
  /** All current bank accounts of one employee. */
  readBankAccounts(employeeId: TargetEmployeeId): Promise<readonly TargetBankAccount[]>

  /** Gives the new employee's id. `RemoteError` with `carried: 'unknown'` means they may exist. */
  createEmployee(employee: NewEmployee): Promise<TargetEmployeeId>
  /** Changes the named personal fields and leaves every other field as it is. */
  updatePersonalInfo(employeeId: TargetEmployeeId, write: SectionWrite): Promise<WriteResult>
  /** Changes the home address, or makes one when there is none. */
  writeAddress(employeeId: TargetEmployeeId, write: SectionWrite): Promise<WriteResult>
  /**
   * Everyone's bank accounts of the company, where there is `bankAccount.bulkRead`. Someone who has none may
   * be left out.
   */
  readAllBankAccounts?(
    companyId: TargetCompanyId,
  ): Promise<ReadonlyMap<TargetEmployeeId, readonly TargetBankAccount[]>>
  /** Adds a bank account; the caller ends the one it replaces. */
  insertBankAccount(employeeId: TargetEmployeeId, values: Values): Promise<void>
  endBankAccount(employeeId: TargetEmployeeId, accountId: TargetRecordId): Promise<void>
  /**
   * Changes a bank account in its place, where there is `bankAccount.update`. What is empty in `values` is
   * empty then.
   */
  updateBankAccount?(employeeId: TargetEmployeeId, accountId: TargetRecordId, values: Values): Promise<void>
  /** Sets the salary from its start date on. */
  updateSalary(
    employeeId: TargetEmployeeId,
    salary: { value: string; type: string; start: string },
  ): Promise<void>
  changeStartDate(employeeId: TargetEmployeeId, startDate: string): Promise<void>

  /** Tries every reading call the sync uses on this company; writing calls are named and not tried. */
  checkRights(companyId: TargetCompanyId): Promise<readonly CallRight[]>
  /**
   * The ids over REST of a company, or of its employees, by their numbers, where there is a call for it.
   * Something that the call does not know is not among them. Of SOAP alone, whatever the keys are.
   */
  readRestIds?(
    entity: 'Company' | 'Employee',
    companyId: TargetCompanyId,
  ): Promise<ReadonlyMap<string, string>>
  /** The environment's domain as the target knows it; `undefined` when it does not say. */
  readDomain(): Promise<string | undefined>
  /** Calls sent so far, by operation. */
  callCounts(): Readonly<Record<string, number>>
  close(): Promise<void>
}
