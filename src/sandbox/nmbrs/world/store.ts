import { Temporal } from 'temporal-polyfill'
import { toFirstDay } from '../../../domain/pay/payroll-period.js'
import type { PayrollPeriod } from '../../../domain/pay/payroll-period.js'
import type {
  AddressRow,
  BankAccountRow,
  NmbrsCompany,
  NmbrsData,
  NmbrsDebtor,
  NmbrsEmployee,
  PersonalInfoRow,
  SalaryRow,
} from './data.js'
import { comparePeriods, toPeriod } from './period.js'

/**
 * Everything the environment holds, in memory. Rows are replaced, never changed in place, so the data given
 * stays as it was.
 */
export interface NmbrsStore {
  readonly data: Omit<NmbrsData, 'employees' | 'companies' | 'debtors'>
  debtors(): readonly NmbrsDebtor[]
  findDebtor(id: number): NmbrsDebtor | undefined
  /** Throws when there is no such debtor. */
  changeDebtor(id: number, change: Partial<Omit<NmbrsDebtor, 'id'>>): void
  companies(): readonly NmbrsCompany[]
  findCompany(id: number): NmbrsCompany | undefined
  /** The company's current payroll period. Throws when there is no such company. */
  currentPeriod(companyId: number): PayrollPeriod
  changeCompany(id: number, change: Partial<Omit<NmbrsCompany, 'id'>>): void
  findEmployee(id: number): NmbrsEmployee | undefined
  employeesOf(companyId: number): readonly NmbrsEmployee[]
  allEmployees(): readonly NmbrsEmployee[]
  addEmployee(employee: NmbrsEmployee): void
  changeEmployee(id: number, change: Partial<Omit<NmbrsEmployee, 'id'>>): void
  /**
   * What an employee holds in the current period of their company, for tests and for people who look. Throws
   * when there is none.
   */
  employee(id: number): CurrentEmployee
  /** An id no employee has. */
  nextEmployeeId(): number
  /** An id no record has. */
  nextRecordId(): number
  /** A moment later than that of every record so far: `2026-11-01T09:00:01`. Does not look at a clock. */
  nextCreationDate(): string
  /** The number a new employee of the company gets: one more than the highest at first, then counting on. */
  nextEmployeeNumber(companyId: number): string
  /** Counts every change of what it holds. */
  readonly version: number
  /** Back to the data it was made with. */
  reset(): void
}

export interface CurrentEmployee {
  id: number
  companyId: number
  typeId: number
  personalInfo: Readonly<Record<string, string>>
  addresses: readonly AddressRow[]
  bankAccounts: readonly BankAccountRow[]
  salaries: readonly SalaryRow[]
  employment: NmbrsEmployee['employments'][number] | undefined
}

/**
 * The record of personal data that is in force in a period; the latest one written when several start
 * together.
 */
export const currentPersonalInfo = (
  employee: NmbrsEmployee,
  period: PayrollPeriod,
): PersonalInfoRow | undefined => {
  let current: PersonalInfoRow | undefined
  for (const row of employee.personalInfos) {
    const start = { year: row.startYear, period: row.startPeriod }
    if (comparePeriods(start, period) > 0) continue
    if (current === undefined || isLater(row, current)) current = row
  }
  return current
}

const isLater = (row: PersonalInfoRow, than: PersonalInfoRow): boolean => {
  const order = row.startYear - than.startYear || row.startPeriod - than.startPeriod
  if (order !== 0) return order > 0
  return row.creationDate === than.creationDate ? row.id > than.id : row.creationDate > than.creationDate
}

/** The addresses in force in a period. */
export const currentAddresses = (employee: NmbrsEmployee, period: PayrollPeriod): AddressRow[] =>
  employee.addresses.filter(
    ({ startYear, startPeriod, end, isSuperseded }) =>
      isSuperseded !== true &&
      comparePeriods({ year: startYear, period: startPeriod }, period) <= 0 &&
      (end === undefined || comparePeriods(end, period) >= 0),
  )

const highest = (numbers: Iterable<number>): number => {
  let top = 0
  for (const number of numbers) if (number > top) top = number
  return top
}

const recordIdsIn = function* (employees: Iterable<NmbrsEmployee>): Generator<number> {
  for (const { personalInfos, addresses, bankAccounts, salaries, employments } of employees) {
    for (const rows of [personalInfos, addresses, bankAccounts, salaries, employments]) {
      for (const { id } of rows) yield id
    }
  }
}

/**
 * The moment from which new records are dated: after everything there is, and not before a company's current
 * period.
 */
const latestMomentIn = (data: NmbrsData): string => {
  let latest = '2000-01-01T09:00:00'
  const look = (moment: string): void => {
    if (moment > latest) latest = moment
  }
  for (const { period } of data.companies) look(`${toFirstDay(toPeriod(period))}T09:00:00`)
  for (const { personalInfos, addresses, salaries, employments } of data.employees) {
    for (const rows of [personalInfos, addresses, salaries, employments]) {
      for (const { creationDate } of rows) look(creationDate)
    }
  }
  return latest
}

class MemoryStore implements NmbrsStore {
  readonly data: Omit<NmbrsData, 'employees' | 'companies' | 'debtors'>
  private debtorsById = new Map<number, NmbrsDebtor>()
  private companiesById = new Map<number, NmbrsCompany>()
  private employeesById = new Map<number, NmbrsEmployee>()
  private changes = 0
  private lastEmployeeId = 0
  private lastRecordId = 0
  private lastMoment = Temporal.PlainDateTime.from('2000-01-01T09:00:00')
  private readonly lastNumbers = new Map<number, number>()

  constructor(private readonly initial: NmbrsData) {
    this.data = initial
    this.reset()
  }

  get version(): number {
    return this.changes
  }

  reset(): void {
    this.changes += 1
    const { debtors, companies, employees } = this.initial
    this.debtorsById = new Map(debtors.map((debtor) => [debtor.id, debtor]))
    this.companiesById = new Map(companies.map((company) => [company.id, company]))
    this.employeesById = new Map(employees.map((employee) => [employee.id, employee]))
    this.lastEmployeeId = highest(this.employeesById.keys())
    this.lastRecordId = highest(recordIdsIn(employees))
    this.lastMoment = Temporal.PlainDateTime.from(latestMomentIn(this.initial))
    this.lastNumbers.clear()
  }

  debtors(): readonly NmbrsDebtor[] {
    return [...this.debtorsById.values()]
  }

  findDebtor(id: number): NmbrsDebtor | undefined {
    return this.debtorsById.get(id)
  }

  changeDebtor(id: number, change: Partial<Omit<NmbrsDebtor, 'id'>>): void {
    const debtor = this.debtorsById.get(id)
    if (debtor === undefined) throw new Error(`there is no debtor ${id}`)
    this.debtorsById.set(id, { ...debtor, ...change })
  }

  companies(): readonly NmbrsCompany[] {
    return [...this.companiesById.values()]
  }

  findCompany(id: number): NmbrsCompany | undefined {
    return this.companiesById.get(id)
  }

  currentPeriod(companyId: number): PayrollPeriod {
    const company = this.companiesById.get(companyId)
    if (company === undefined) throw new Error(`there is no company ${companyId}`)
    return toPeriod(company.period)
  }

  changeCompany(id: number, change: Partial<Omit<NmbrsCompany, 'id'>>): void {
    const company = this.companiesById.get(id)
    if (company === undefined) throw new Error(`there is no company ${id}`)
    const changed = { ...company, ...change }
    toPeriod(changed.period)
    this.companiesById.set(id, changed)
    this.changes += 1
  }

  findEmployee(id: number): NmbrsEmployee | undefined {
    return this.employeesById.get(id)
  }

  employeesOf(companyId: number): readonly NmbrsEmployee[] {
    return this.allEmployees().filter((employee) => employee.companyId === companyId)
  }

  allEmployees(): readonly NmbrsEmployee[] {
    return [...this.employeesById.values()]
  }

  addEmployee(employee: NmbrsEmployee): void {
    this.employeesById.set(employee.id, employee)
    this.changes += 1
    this.lastEmployeeId = Math.max(this.lastEmployeeId, employee.id)
    this.lastRecordId = Math.max(this.lastRecordId, highest(recordIdsIn([employee])))
  }

  changeEmployee(id: number, change: Partial<Omit<NmbrsEmployee, 'id'>>): void {
    const employee = this.employeesById.get(id)
    if (employee === undefined) throw new Error(`there is no employee ${id}`)
    this.employeesById.set(id, { ...employee, ...change })
    this.changes += 1
  }

  employee(id: number): CurrentEmployee {
    const employee = this.employeesById.get(id)
    if (employee === undefined) throw new Error(`there is no employee ${id}`)
    const period = this.currentPeriod(employee.companyId)
    const { companyId, typeId, bankAccounts, salaries, employments } = employee
    return {
      id,
      companyId,
      typeId,
      personalInfo: currentPersonalInfo(employee, period)?.fields ?? {},
      addresses: currentAddresses(employee, period),
      bankAccounts,
      salaries,
      employment: employments.at(-1),
    }
  }

  nextEmployeeId(): number {
    this.lastEmployeeId += 1
    return this.lastEmployeeId
  }

  nextRecordId(): number {
    this.lastRecordId += 1
    return this.lastRecordId
  }

  nextCreationDate(): string {
    this.lastMoment = this.lastMoment.add({ seconds: 1 })
    return this.lastMoment.toString({ smallestUnit: 'second' })
  }

  nextEmployeeNumber(companyId: number): string {
    const last = this.lastNumbers.get(companyId) ?? this.highestNumberIn(companyId)
    this.lastNumbers.set(companyId, last + 1)
    return String(last + 1)
  }

  private highestNumberIn(companyId: number): number {
    const period = this.currentPeriod(companyId)
    const numbers = this.employeesOf(companyId).map((employee) =>
      Number(currentPersonalInfo(employee, period)?.fields.EmployeeNumber ?? '0'),
    )
    return highest(numbers)
  }
}

/** A store over the given data. */
export const createNmbrsStore = (data: NmbrsData): NmbrsStore => new MemoryStore(data)
