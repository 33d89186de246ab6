import { toTargetCompanyId, type TargetCompanyId, type TargetEmployeeId } from '../../domain/ids.js'
import type { Values } from '../../domain/values.js'
import type { CurrentPeriod } from '../../domain/pay/current-period.js'
import { periodNumber } from '../common/current-rows.js'
import type { PeriodType } from '../../domain/pay/payroll-period.js'
import { createRestError } from './client/rest-error.js'
import { toCall, type Reads } from './operations.js'
import { toTypedPeriod } from './period-type.js'
import { readCompanies } from './reads/read-companies.js'
import { idIn, isObject, numberIn, objectIn, type Json } from './wire/json.js'
import { readList } from './reads/read-list.js'

/** Year and number of a period, which is all that REST says of it. */
export interface PeriodStamp {
  year: number
  period: number
}

/** What is known of companies and of who works for which, asked for once. */
export interface CompanyFacts {
  readPeriod(companyId: TargetCompanyId): Promise<CurrentPeriod>
  /** The current period as it was read last. */
  ensureStamp(companyId: TargetCompanyId): Promise<PeriodStamp>
  /** The same as a number that compares with the starts of rows. */
  ensureCurrent(companyId: TargetCompanyId): Promise<number>
  /** With what the numbers of periods say that were seen since. */
  settlePeriod(companyId: TargetCompanyId): CurrentPeriod | undefined
  /** The largest number of a period in a history of the company. */
  noteNumber(companyId: TargetCompanyId, number: number): void
  remember(employeeId: TargetEmployeeId | string, companyId: TargetCompanyId): void
  isKnown(employeeId: string): boolean
  /** What the creation of an employee sent, who may not be shown yet. */
  noteCreated(employeeId: string, sent: Values): void
  findCreated(employeeId: string): Values | undefined
  /** The company that an employee works for. Throws `RemoteError` when none that can be seen has them. */
  companyOf(employeeId: TargetEmployeeId): Promise<TargetCompanyId>
}

export interface FactsOptions {
  client: Reads
  /** What companies pay by, where the configuration says it. */
  periodTypes: ReadonlyMap<TargetCompanyId, PeriodType>
  /** `YYYY-MM-DD`. */
  today: () => string
}

export const createCompanyFacts = ({ client, periodTypes, today }: FactsOptions): CompanyFacts => {
  const stamps = new Map<TargetCompanyId, PeriodStamp>()
  const numbers = new Map<TargetCompanyId, number>()
  const companies = new Map<string, TargetCompanyId>()
  const created = new Map<string, Values>()

  const toPeriod = (companyId: TargetCompanyId, { year, period }: PeriodStamp): CurrentPeriod =>
    toTypedPeriod(year, period, {
      configured: periodTypes.get(companyId),
      largest: numbers.get(companyId) ?? 0,
      today: today(),
    })
  const readStamp = async (companyId: TargetCompanyId): Promise<PeriodStamp> => {
    const stamp = toStamp(await client.read(toCall('getCurrentPeriod', companyId)))
    stamps.set(companyId, stamp)
    return stamp
  }
  const ensureStamp = async (companyId: TargetCompanyId): Promise<PeriodStamp> =>
    stamps.get(companyId) ?? (await readStamp(companyId))
  const search = async (employeeId: TargetEmployeeId): Promise<TargetCompanyId> => {
    for (const { id } of await readCompanies(client)) if (await hasEmployee(client, id, employeeId)) return id
    throw createRestError('not-found', 'listEmployees')
  }
  return {
    readPeriod: async (companyId) => toPeriod(companyId, await readStamp(companyId)),
    ensureStamp,
    ensureCurrent: async (companyId) => {
      const { year, period } = await ensureStamp(companyId)
      return periodNumber(year, period)
    },
    settlePeriod: (companyId) => {
      const stamp = stamps.get(companyId)
      return stamp && toPeriod(companyId, stamp)
    },
    noteNumber: (companyId, number) => {
      if (number > (numbers.get(companyId) ?? 0)) numbers.set(companyId, number)
    },
    remember: (employeeId, companyId) => companies.set(employeeId, toTargetCompanyId(companyId)),
    isKnown: (employeeId) => companies.has(employeeId),
    noteCreated: (employeeId, sent) => created.set(employeeId, sent),
    findCreated: (employeeId) => created.get(employeeId),
    companyOf: async (employeeId) => {
      const known = companies.get(employeeId) ?? (await search(employeeId))
      companies.set(employeeId, known)
      return known
    },
  }
}

const hasEmployee = (client: Reads, companyId: TargetCompanyId, employeeId: string): Promise<boolean> =>
  readList(client, toCall('listEmployees', companyId, { query: { employeeId } }), () => {
    let found = false
    return {
      take: (row) => {
        const key = idIn(row, 'employeeId')
        found ||= key === employeeId
        return { key }
      },
      result: () => found,
    }
  })

/**
 * The row is in a list or not, and year and number may stand in a `period` of their own (Nmbrs REST contract,
 * section 5.4).
 */
const toStamp = (answer: unknown): PeriodStamp => {
  const data = isObject(answer) ? answer.data : undefined
  const row: unknown = Array.isArray(data) ? data[0] : data
  const found = isObject(row) ? (stampIn(row) ?? stampIn(objectIn(row, 'period'))) : undefined
  if (found === undefined)
    throw createRestError('unreadable-value', 'getCurrentPeriod', {
      field: isObject(row) ? Object.keys(row).join(', ') : 'period',
    })
  return found
}

const stampIn = (json: Json): PeriodStamp | undefined => {
  const [year, period] = [numberIn(json, 'year'), numberIn(json, 'period')]
  return year === undefined || period === undefined ? undefined : { year, period }
}
