import { toCurrentPeriod } from '../../src/domain/pay/current-period.js'
import type { SalaryRow, TargetEmployee } from '../../src/domain/employee.js'
import { RemoteError, type Carried } from '../../src/domain/errors.js'
import {
  toTargetEmployeeId,
  toTargetRecordId,
  type TargetCompanyId,
  type TargetEmployeeId,
} from '../../src/domain/ids.js'
import type { Values } from '../../src/domain/values.js'
import type { Traffic } from '../../src/http/traffic.js'
import { emptyValues } from '../../src/plan/sections/section-plan.js'
import type {
  Capability,
  SectionWrite,
  Target,
  TargetBankAccount,
  TargetListEntry,
  WriteResult,
} from '../../src/target/port.js'

/** What happens to one call: refused before anything happened, or carried out and its answer lost. */
export type Fault = { operation: string; nth: number | 'each'; carried: Carried; code?: string }

interface HeldEmployee {
  personalInfo: Values
  address: Values
  employment: Values
  salaries: SalaryRow[]
  bankAccounts: TargetBankAccount[]
}

/** A target in memory, with one company, that counts its calls and fails where it is told to. */
export class InMemoryTarget implements Target {
  readonly capabilities: ReadonlySet<Capability> = new Set<Capability>([
    'employee.create',
    'personalInfo.update',
    'address.update',
    'bankAccount.replace',
    'bankAccount.withoutIban',
    'salary.update',
    'employment.changeStart',
  ])
  /** Every call has its turn at once. */
  readonly traffic: Traffic = {
    waiting: () => 0,
    underWay: () => 0,
    nextChange: () => new Promise((resolve) => setImmediate(resolve)),
  }
  readonly employees = new Map<TargetEmployeeId, HeldEmployee>()
  readonly calls: string[] = []
  faults: Fault[] = []
  period = '2026-11-M'
  /** Called before a write reads, to play somebody who works in payroll at the same moment. */
  beforeWrite: (id: TargetEmployeeId) => void = () => undefined
  /** What a read shows of an employee. */
  show: (employee: TargetEmployee) => TargetEmployee = (employee) => employee
  private lastId = 0

  constructor(
    private readonly companyId: TargetCompanyId,
    private readonly companyName: string,
  ) {}

  /** Puts an employee in, as if he had always been there. */
  add(employee: TargetEmployee, bankAccounts: Values[] = []): void {
    this.employees.set(employee.id, {
      personalInfo: employee.personalInfo ?? emptyValues('personalInfo'),
      address: employee.address ?? emptyValues('address'),
      employment: employee.employment ?? emptyValues('employment'),
      salaries: [...(employee.salaries ?? [])],
      bankAccounts: bankAccounts.map((values) => this.toAccount(values)),
    })
  }

  writes(): string[] {
    return this.calls.filter((call) => !call.startsWith('read'))
  }

  private toAccount(values: Values): TargetBankAccount {
    this.lastId += 1
    return { id: toTargetRecordId(`b${this.lastId}`), values: { ...emptyValues('bankAccount'), ...values } }
  }

  private call<T>(operation: string, commit: () => T): Promise<T> {
    this.calls.push(operation)
    const nth = this.calls.filter((name) => name === operation).length
    const fault = this.faults.find(
      (one) => one.operation === operation && (one.nth === 'each' || one.nth === nth),
    )
    if (fault?.carried !== 'no') {
      const result = commit()
      if (fault === undefined) return Promise.resolve(result)
    }
    const facts = {
      remote: 'nmbrs' as const,
      operation,
      code: fault.code ?? 'fault',
      retryable: false,
      carried: fault.carried,
      remedy: '',
    }
    return Promise.reject(new RemoteError(`${operation} failed`, facts))
  }

  private held(id: TargetEmployeeId): HeldEmployee {
    const held = this.employees.get(id)
    if (held === undefined) throw new Error(`no employee ${id}`)
    return held
  }

  private toEmployee(id: TargetEmployeeId): TargetEmployee {
    const { personalInfo, address, employment, salaries } = this.held(id)
    const sorted = [...salaries].sort((a, b) => (a.Start < b.Start ? -1 : 1))
    const homes = this.otherHomes.length > 0 ? { mayHaveSeveralHomes: true as const } : {}
    const employee = { id, displayName: 'somebody', personalInfo, address, employment, salaries: sorted }
    return this.show({ ...employee, ...homes })
  }

  readCompanies() {
    return this.call('readCompanies', () => [{ id: this.companyId, name: this.companyName }])
  }
  readCurrentPeriod() {
    return this.call('readCurrentPeriod', () => toCurrentPeriod(this.period))
  }
  readSections() {
    return this.call(
      'readSections',
      () => new Map([...this.employees.keys()].map((id) => [id, this.toEmployee(id)])),
    )
  }
  readEmployeeList(): Promise<TargetListEntry[]> {
    return this.call('readEmployeeList', () =>
      [...this.employees.keys()].map((id) => ({ id, displayName: 'somebody' })),
    )
  }
  readEmployee({ id }: TargetListEntry) {
    return this.call('readEmployee', () => this.toEmployee(id))
  }
  readSalaries(_companyId: TargetCompanyId, id: TargetEmployeeId) {
    this.beforeWrite(id)
    return this.call('readSalaries', () => this.toEmployee(id).salaries ?? [])
  }
  /** Home addresses of everybody that stand beside the one that is read. */
  otherHomes: Values[] = []
  readHomeAddresses(id: TargetEmployeeId) {
    return this.call('readHomeAddresses', () => [this.held(id).address, ...this.otherHomes])
  }
  readBankAccounts(id: TargetEmployeeId) {
    return this.call('readBankAccounts', () => [...this.held(id).bankAccounts])
  }

  createEmployee(employee: { firstName: string; lastName: string; startDate: string }) {
    return this.call('createEmployee', () => {
      this.lastId += 1
      const id = toTargetEmployeeId(`${this.lastId}`)
      this.employees.set(id, {
        personalInfo: {
          ...emptyValues('personalInfo'),
          FirstName: employee.firstName,
          LastName: employee.lastName,
          EmployeeNumber: `${90_000 + this.lastId}`,
        },
        address: emptyValues('address'),
        employment: { InitialStartDate: employee.startDate },
        salaries: [],
        bankAccounts: [],
      })
      return id
    })
  }
  updatePersonalInfo(id: TargetEmployeeId, write: SectionWrite) {
    return this.writeSection('updatePersonalInfo', 'personalInfo', id, write)
  }
  writeAddress(id: TargetEmployeeId, write: SectionWrite) {
    return this.writeSection('writeAddress', 'address', id, write)
  }
  private writeSection(
    operation: string,
    section: 'personalInfo' | 'address',
    id: TargetEmployeeId,
    { before, after }: SectionWrite,
  ): Promise<WriteResult> {
    this.beforeWrite(id)
    const held = this.held(id)[section]
    const moved = Object.keys(before).filter((field) => before[field as never] !== held[field as never])
    if (moved.length > 0) return Promise.resolve({ result: 'moved', fields: moved as never })
    return this.call(operation, () => {
      this.held(id)[section] = { ...held, ...after }
      return { result: 'written', after: this.held(id)[section] }
    })
  }
  insertBankAccount(id: TargetEmployeeId, values: Values): Promise<void> {
    return this.call('insertBankAccount', () => {
      this.held(id).bankAccounts.push(this.toAccount(values))
    })
  }
  endBankAccount(id: TargetEmployeeId, accountId: string): Promise<void> {
    return this.call('endBankAccount', () => {
      const held = this.held(id)
      held.bankAccounts = held.bankAccounts.filter((account) => account.id !== accountId)
    })
  }
  /** What becomes of an amount that is written, where it does not stay as it was sent. */
  keepAmount: (salary: { value: string }) => string = ({ value }) => value
  updateSalary(id: TargetEmployeeId, salary: { value: string; type: string; start: string }): Promise<void> {
    return this.call('updateSalary', () => {
      const held = this.held(id)
      held.salaries = held.salaries.filter(({ Start }) => Start !== salary.start)
      held.salaries.push({ Value: this.keepAmount(salary), Type: salary.type, Start: salary.start })
    })
  }
  changeStartDate(id: TargetEmployeeId, startDate: string): Promise<void> {
    return this.call('changeStartDate', () => {
      this.held(id).employment = { InitialStartDate: startDate }
    })
  }

  checkRights() {
    return Promise.resolve([])
  }
  readDomain() {
    return Promise.resolve(undefined)
  }
  callCounts(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const call of this.calls) counts[call] = (counts[call] ?? 0) + 1
    return counts
  }
  close(): Promise<void> {
    return Promise.resolve()
  }
}
