import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { PayrollPeriod, PeriodType } from '../../domain/pay/payroll-period.js'
import { toLastDay, toPeriodOf } from '../../domain/pay/payroll-period.js'
import type { OnContradiction, RestKnown } from '../../domain/addresses/rest-known.js'
import type { Capability, Target } from '../port.js'
import { checkRights } from './check-rights.js'
import { createRestError } from './client/rest-error.js'
import type { RestClient } from './client/rest-client.js'
import { createCompanyFacts, type CompanyFacts } from './company-facts.js'
import { withKnown } from './known-client.js'
import type { KnownReads, Reads } from './operations.js'
import { readCompanies, readEmployeeList } from './reads/read-companies.js'
import { readAllBankAccounts, readAllSalaries, readBankAccounts, readEmployee } from './reads/read-one.js'
import { createEntriesReader, type ReadEntries } from './reads/read-entries.js'
import { readHistories } from './reads/read-histories.js'
import { toKind } from './wire/names.js'
import { keepPerson, readSections, type Histories } from './reads/read-sections.js'
import { readHome, toAddressValues, writeAddress } from './writes/address.js'
import { insertBankAccount, updateBankAccount } from './writes/bank-account.js'
import { createEmployee } from './writes/create-employee.js'
import { updatePersonalInfo, type WriteContext } from './writes/personal-info.js'
import { addSalary } from './writes/salary.js'
import { toKnownLooks, usualLooks, type KnownLooks, type Looks } from './writes/see-written.js'

export interface NmbrsRestOptions {
  client: RestClient
  /** What companies pay by, where the configuration says it: REST does not. */
  periodTypes: ReadonlyMap<TargetCompanyId, PeriodType>
  /** `YYYY-MM-DD`, where the company is. */
  today: () => string
  /** How long is waited before each look at what was written, in milliseconds. */
  looks?: Looks
  /** What is known of the API. */
  known?: RestKnown | undefined
  /** Told when the API behaves otherwise than it is known to. */
  onContradiction?: OnContradiction | undefined
}

const capabilities: ReadonlySet<Capability> = new Set([
  'employee.create',
  'employee.createWhole',
  'employee.kinds',
  'personalInfo.update',
  'address.add',
  'address.addAgain',
  'bankAccount.replace',
  'bankAccount.update',
  'bankAccount.bulkRead',
  'salary.add',
])

/** Nmbrs through its REST API. Sends nothing until it is first asked something. */
export const createNmbrsRestTarget = ({
  client: bare,
  periodTypes,
  today,
  looks = usualLooks,
  known = {},
  onContradiction = () => undefined,
}: NmbrsRestOptions): Target => {
  const client = withKnown(bare, known, onContradiction)
  const facts = createCompanyFacts({ client, periodTypes, today })
  const entries = createEntriesReader(client, known.employeeFilter)
  const parts = { client, facts, readEntries: entries.readEntries }
  const { readLagMs } = known
  const knownLooks =
    readLagMs === undefined
      ? looks
      : toKnownLooks(readLagMs, looks, () => {
          client.contradict?.('readLag', `more than ${readLagMs} ms`)
        })
  return {
    capabilities: capabilitiesOf(known),
    // A reading that several wait for stands for one call of each.
    traffic: { ...client.traffic, underWay: () => client.traffic.underWay() + entries.waiting() },
    ...buildReads(parts),
    ...buildWrites(parts, knownLooks),
  }
}

/**
 * Whether a second address of one period is taken no one knows unless it was tried (Nmbrs REST contract,
 * section 15, row 6).
 */
const capabilitiesOf = ({ secondAddress }: RestKnown): ReadonlySet<Capability> => {
  if (secondAddress === 'taken') return new Set([...capabilities, 'address.addAgainSure'])
  return secondAddress === 'refused'
    ? new Set([...capabilities].filter((one) => one !== 'address.addAgain'))
    : capabilities
}

interface Parts {
  client: RestClient & KnownReads
  facts: CompanyFacts
  readEntries: ReadEntries
}

type Writes = Pick<
  Target,
  | 'createEmployee'
  | 'updatePersonalInfo'
  | 'writeAddress'
  | 'insertBankAccount'
  | 'updateBankAccount'
  | 'endBankAccount'
  | 'updateSalary'
  | 'changeStartDate'
>

const buildReads = ({
  client,
  facts,
  readEntries,
}: Parts): Omit<Target, keyof Writes | 'capabilities' | 'traffic'> => {
  const others = new Map<TargetCompanyId, Histories>()
  const types = new Map<string, string>()
  const ofType = createTypedPeople(client, facts, types)
  return {
    readCompanies: () => readCompanies(client),
    readCurrentPeriod: (companyId) => facts.readPeriod(companyId),
    settlePeriod: (companyId, period) => facts.settlePeriod(companyId) ?? period,
    readSections: async (companyId, query) => {
      const current = await facts.ensureCurrent(companyId)
      const noteNumber = (number: number): void => {
        facts.noteNumber(companyId, number)
      }
      const read = await readSections({ client, companyId, query, current, noteNumber })
      for (const id of read.employees.keys()) facts.remember(id, companyId)
      others.set(companyId, read.others)
      return read.employees
    },
    readEmployeeList: async (companyId) => {
      const entries = await readEmployeeList(client, companyId)
      for (const { id, type } of entries) {
        facts.remember(id, companyId)
        types.set(id, type)
      }
      return entries
    },
    readEmployee: async (entry, query) => {
      const context = { readEntries, facts, ofType }
      if (query.fresh !== true)
        return readEmployee(context, entry, query, others.get(await facts.companyOf(entry.id)))
      const anew = createTypedPeople(client, facts, types)
      return readEmployee({ ...context, ofType: anew }, entry, query, undefined)
    },
    readSalaries: async (companyId, employeeId, day) => {
      const rows = await readAllSalaries(readEntries, companyId, employeeId)
      const { period } = facts.settlePeriod(companyId) ?? (await facts.readPeriod(companyId))
      const last = lastDayOf(day, period)
      return rows.filter(({ Start }) => Start <= last)
    },
    readHomeAddresses: async (employeeId) => {
      const home = await readHome({ readEntries, ...(await placeOf(facts, employeeId)) })
      return home === undefined ? [] : [toAddressValues(home)]
    },
    readBankAccounts: async (employeeId) =>
      readBankAccounts(readEntries, await facts.companyOf(employeeId), employeeId),
    readAllBankAccounts: (companyId) => readAllBankAccounts(client, companyId),
    checkRights: (companyId) => checkRights(client, companyId),
    readDomain: () => Promise.resolve(undefined),
    callCounts: () => client.callCounts(),
    close: () => {
      client.close()
      return Promise.resolve()
    },
  }
}

/** Reads the personal info of everyone of a type, once for each type of a company. */
const createTypedPeople = (client: Reads, facts: CompanyFacts, types: ReadonlyMap<string, string>) => {
  const lists = new Map<string, Promise<Histories['people']>>()
  return async (companyId: TargetCompanyId, employeeId: TargetEmployeeId): Promise<Histories['people']> => {
    const employeeType = types.get(employeeId)
    // Those on the payroll are in the list of everyone, or are left out of each.
    if (employeeType === undefined || toKind(employeeType) === 'payroll') return undefined
    const current = await facts.ensureCurrent(companyId)
    const key = `${companyId} ${employeeType}`
    const list =
      lists.get(key) ??
      readHistories(
        client,
        { list: 'listPersonalInfo', companyId, query: { employeeType } },
        keepPerson({
          current,
          noteNumber: (number) => {
            facts.noteNumber(companyId, number)
          },
        }),
      )
    lists.set(key, list)
    return list
  }
}

/** The end of the period that a day is in; the day itself where it is not known what the company pays by. */
const lastDayOf = (day: string, period: PayrollPeriod | undefined): string => {
  if (period === undefined) return day
  const current = toLastDay(period)
  const asked = toLastDay(toPeriodOf(day, period.type))
  return asked > current ? asked : current
}

const placeOf = async (
  facts: CompanyFacts,
  employeeId: TargetEmployeeId,
): Promise<Pick<WriteContext, 'companyId' | 'employeeId' | 'stamp'>> => {
  const companyId = await facts.companyOf(employeeId)
  return { companyId, employeeId, stamp: await facts.ensureStamp(companyId) }
}

const buildWrites = ({ client, facts, readEntries }: Parts, looks: Looks | KnownLooks): Writes => {
  const contextOf = async (employeeId: TargetEmployeeId): Promise<WriteContext> => ({
    client,
    readEntries,
    looks,
    ...(await placeOf(facts, employeeId)),
    created: facts.findCreated(employeeId),
  })
  return {
    createEmployee: (employee) => createEmployee({ client, facts, looks }, employee),
    updatePersonalInfo: async (employeeId, write) => updatePersonalInfo(await contextOf(employeeId), write),
    writeAddress: async (employeeId, write) => writeAddress(await contextOf(employeeId), write),
    insertBankAccount: async (employeeId, values) => insertBankAccount(await contextOf(employeeId), values),
    updateBankAccount: async (employeeId, accountId, values) =>
      updateBankAccount(await contextOf(employeeId), accountId, values),
    // A replacement that SOAP left unfinished is not ended here: the id of the old account means nothing to
    // REST.
    endBankAccount: () =>
      Promise.reject(createRestError('not-carried', 'deleteBankAccount', { field: 'bankAccountId' })),
    updateSalary: async (employeeId, salary) => addSalary(await contextOf(employeeId), salary),
    changeStartDate: () =>
      Promise.reject(createRestError('not-carried', 'updateEmployment', { field: 'startDate' })),
  }
}
