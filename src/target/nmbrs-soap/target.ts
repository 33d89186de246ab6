import { toCurrentPeriod, type CurrentPeriod } from '../../domain/pay/current-period.js'
import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Log } from '../../domain/log.js'
import { comparePeriods, toPeriodOf, type PayrollPeriod } from '../../domain/pay/payroll-period.js'
import type { OnFault } from '../../domain/run/progress.js'
import { createPacedQueue, type PacedQueue } from '../../http/paced-queue.js'
import { defaultRetryPolicy, type RetryPolicy } from '../../http/retry-policy.js'
import type { Capability, Target, WriteFence } from '../port.js'
import { createCallError } from './wire/call-error.js'
import { checkRights } from './check-rights.js'
import { createNmbrsClient, type NmbrsClient } from './calls/client.js'
import { periodNumber } from '../common/current-rows.js'
import {
  readEmployee,
  readEmployeeList,
  readEmployeeTypes,
  readHomeAddresses,
  readSalaries,
} from './read-employee.js'
import { readRestIds } from './read-rest-ids.js'
import { readSections } from './read-snapshot.js'
import {
  parseBankAccounts,
  parseCompanies,
  parseDomain,
  parseNewId,
  type EmployeeType,
} from './wire/schema.js'
import { writeAddress } from './write-address.js'
import { endBankAccount, insertBankAccount } from './write-bank-account.js'
import type { CallDeadlines } from './calls/transport.js'
import { updatePersonalInfo } from './write-personal-info.js'
import { updateSalary } from './write-salary.js'

export interface NmbrsSoapOptions {
  /** `https://api.nmbrs.nl`, without a path. */
  host: string
  username: string
  token: string
  /** The bare sub-domain; empty leaves it out. */
  domain: string
  maxCallsPerSecond: number
  /**
   * How long Nmbrs may stay silent within a call, in milliseconds. Its bulk calls think for long before they
   * answer.
   */
  timeoutMs?: number
  /** How long a call may take altogether. */
  deadlines?: CallDeadlines
  /** How long a connection may take to come about, in milliseconds. */
  connectTimeoutMs?: number
  /** What a write has to pass before it leaves. */
  fence: WriteFence
  log: Log
  /** The queue of this account, when several targets share it; otherwise the target makes its own. */
  queue?: PacedQueue
  retry?: Partial<RetryPolicy>
  onFault?: OnFault
}

const defaultTimeoutMs = 180_000
/** A host that is there answers within a second or two. */
export const defaultConnectTimeoutMs = 10_000

const capabilities: ReadonlySet<Capability> = new Set([
  'employee.create',
  'personalInfo.update',
  'address.update',
  'bankAccount.replace',
  'bankAccount.withoutIban',
  'salary.update',
  'employment.changeStart',
])

/** Nmbrs through its SOAP API, version 3. Sends nothing until it is first asked something. */
export const createNmbrsSoapTarget = (options: NmbrsSoapOptions): Promise<Target> => {
  const { host, username, token, domain, log, fence } = options
  const client = createNmbrsClient({
    host,
    credentials: { username, token, domain },
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    ...(options.deadlines !== undefined && { deadlines: options.deadlines }),
    connectTimeoutMs: options.connectTimeoutMs ?? defaultConnectTimeoutMs,
    fence,
    queue: options.queue ?? createPacedQueue({ callsPerSecond: options.maxCallsPerSecond }),
    retry: { ...defaultRetryPolicy, ...options.retry },
    log,
    onFault: options.onFault,
  })
  const { traffic } = client
  return Promise.resolve({ capabilities, traffic, ...buildReads(client), ...buildWrites(client) })
}

type Reads = Pick<
  Target,
  | 'readCompanies'
  | 'readCurrentPeriod'
  | 'readSections'
  | 'readEmployeeList'
  | 'readEmployee'
  | 'readSalaries'
  | 'readHomeAddresses'
  | 'readBankAccounts'
  | 'checkRights'
  | 'readRestIds'
  | 'readDomain'
  | 'callCounts'
  | 'close'
>

const buildReads = (client: NmbrsClient): Reads => {
  const facts = createCompanyFacts(client)
  return {
    readRestIds: (entity, companyId) => readRestIds(client, entity, companyId),
    readCompanies: async () => parseCompanies(await client.call('List_GetAll', {})),
    readCurrentPeriod: facts.readCurrentPeriod,
    readSections: (companyId, query) =>
      readSections({ client, companyId, query }, async () => {
        const { year, period } = await facts.ensurePeriod(companyId)
        return periodNumber(year, period)
      }),
    readEmployeeList: async (companyId) => {
      const entries = await readEmployeeList(client, companyId, await facts.ensureEmployeeTypes())
      for (const { id } of entries) facts.rememberCompany(id, companyId)
      return entries
    },
    readEmployee: async (entry, query) => {
      const companyId = query.sections.has('salary') ? facts.findCompany(entry.id) : undefined
      const period = companyId === undefined ? undefined : await facts.ensurePeriod(companyId)
      return readEmployee(client, entry, query, period)
    },
    readSalaries: async (companyId, employeeId, day) => {
      const current = await facts.ensurePeriod(companyId)
      const asked = toPeriodOf(day, current.type)
      // A fifty-third week or fourteenth period that only the company's calendar has comes after the period
      // that the day is in here.
      return readSalaries(client, employeeId, comparePeriods(asked, current) < 0 ? current : asked)
    },
    readHomeAddresses: (employeeId) => readHomeAddresses(client, employeeId),
    readBankAccounts: async (employeeId) =>
      parseBankAccounts(await client.call('BankAccount_GetListCurrent', { EmployeeId: employeeId })),
    checkRights: (companyId) => checkRights(client, companyId),
    readDomain: async () => parseDomain(await client.call('Environment_Get', {})),
    callCounts: client.callCounts,
    close: () => {
      client.close()
      return Promise.resolve()
    },
  }
}

type Writes = Pick<
  Target,
  | 'createEmployee'
  | 'updatePersonalInfo'
  | 'writeAddress'
  | 'insertBankAccount'
  | 'endBankAccount'
  | 'updateSalary'
  | 'changeStartDate'
>

const buildWrites = (client: NmbrsClient): Writes => ({
  createEmployee: async ({ companyId, firstName, lastName, startDate, allowPastPeriod }) => {
    const tree = await client.call('Employee_Insert', {
      FirstName: firstName,
      LastName: lastName,
      StartDate: startDate,
      CompanyId: companyId,
      UnprotectedMode: allowPastPeriod,
    })
    return parseNewId(tree, 'Employee_Insert')
  },
  updatePersonalInfo: (employeeId, write) => updatePersonalInfo(client, employeeId, write),
  writeAddress: (employeeId, write) => writeAddress(client, employeeId, write),
  insertBankAccount: (employeeId, values) => insertBankAccount(client, employeeId, values),
  endBankAccount: (employeeId, accountId) => endBankAccount(client, employeeId, accountId),
  updateSalary: (employeeId, salary) => updateSalary(client, employeeId, salary),
  changeStartDate: async (employeeId, startDate) => {
    await client.call('Employment_UpdateEmploymentInitialStartDate', {
      EmployeeId: employeeId,
      InitialStartDate: startDate,
    })
  },
})

/** What does not change while a run goes on, asked for once. */
const createCompanyFacts = (client: NmbrsClient) => {
  const periods = new Map<TargetCompanyId, CurrentPeriod>()
  const companies = new Map<TargetEmployeeId, TargetCompanyId>()
  let employeeTypes: readonly EmployeeType[] | undefined

  const readCurrentPeriod = async (companyId: TargetCompanyId): Promise<CurrentPeriod> => {
    const { text } = await client.call('Company_GetCurrentPeriod', { CompanyId: companyId })
    const period = toCurrentPeriod(text)
    periods.set(companyId, period)
    return period
  }
  const ensurePeriod = async (companyId: TargetCompanyId): Promise<PayrollPeriod> => {
    const current = periods.get(companyId) ?? (await readCurrentPeriod(companyId))
    if (current.period === undefined)
      throw createCallError('period-unreadable', 'Company_GetCurrentPeriod', {
        field: `company ${companyId} is in ${current.problem}`,
      })
    return current.period
  }
  const ensureEmployeeTypes = async (): Promise<readonly EmployeeType[]> =>
    (employeeTypes ??= await readEmployeeTypes(client))

  return {
    readCurrentPeriod,
    ensurePeriod,
    ensureEmployeeTypes,
    rememberCompany: (employeeId: TargetEmployeeId, companyId: TargetCompanyId) =>
      companies.set(employeeId, companyId),
    findCompany: (employeeId: TargetEmployeeId) => companies.get(employeeId),
  }
}
