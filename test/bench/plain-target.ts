import { toCurrentPeriod } from '../../src/domain/pay/current-period.js'
import type { TargetEmployee } from '../../src/domain/employee.js'
import {
  toTargetCompanyId,
  toTargetEmployeeId,
  toTargetRecordId,
  type TargetCompanyId,
} from '../../src/domain/ids.js'
import { parsePayrollPeriod } from '../../src/domain/pay/payroll-period.js'
import { fieldNamesOf, findFieldType, type FieldName, type MappedSection } from '../../src/domain/sections.js'
import type { Values } from '../../src/domain/values.js'
import { createPacedQueue } from '../../src/http/paced-queue.js'
import {
  periodNumber,
  pickCurrentEmployment,
  pickCurrentRow,
  toSalaries,
  toSalaryType,
  type EmploymentRow,
  type PeriodRow,
  type SalaryEntry,
} from '../../src/target/common/current-rows.js'
import { toCanonical } from '../../src/target/common/wire-values.js'
import type { Target } from '../../src/target/port.js'
import { propertyOf, recordsIn, textOf, type PlainClient } from './plain-client.js'
import { refuseAllElse } from './refuse-all-else.js'

/**
 * The reads of a no-op sync through the plain client: the same calls at the same pace, the same choice of
 * current rows and the same canonical values. All but the way of reading is shared with the product, so that
 * only that differs.
 */
export const createPlainTarget = (unpaced: PlainClient, callsPerSecond: number): Target => {
  const client = withPace(unpaced, callsPerSecond)
  let period = ''
  return {
    ...refuseAllElse,
    readCompanies: async () =>
      recordsIn(await client.call('CompanyService', 'List_GetAll', {}), 'Company').map((company) => ({
        id: toTargetCompanyId(textOf(company, 'ID')),
        name: textOf(company, 'Name'),
      })),
    readCurrentPeriod: async (companyId) => {
      const answer = await client.call('CompanyService', 'Company_GetCurrentPeriod', { CompanyId: companyId })
      period = String(answer)
      return toCurrentPeriod(period)
    },
    readSections: (companyId, { today }) => readEverybody(client, companyId, { today, period }),
    readHomeAddresses: () => Promise.resolve([]),
    readBankAccounts: async (employeeId) => {
      const list = await client.call('EmployeeService', 'BankAccount_GetListCurrent', {
        EmployeeId: employeeId,
      })
      return recordsIn(list, 'BankAccount').map((account) => ({
        id: toTargetRecordId(textOf(account, 'Id')),
        values: toValues('bankAccount', account),
      }))
    },
    callCounts: () => client.callCounts(),
    close: () => Promise.resolve(),
  }
}

const withPace = (client: PlainClient, callsPerSecond: number): PlainClient => {
  const lane = createPacedQueue({ callsPerSecond }).openLane()
  return {
    ...client,
    call: (...named) =>
      lane.run((leaves) => {
        leaves()
        return client.call(...named)
      }),
  }
}

/** A list answer by employee. */
type Histories = ReadonlyMap<string, readonly object[]>

const readHistories = async (
  client: PlainClient,
  companyId: TargetCompanyId,
  names: { operation: string; item: string; list: string; row: string },
): Promise<Histories> => {
  const answer = await client.call('EmployeeService', names.operation, { CompanyID: companyId })
  return new Map(
    recordsIn(answer, names.item).map((item) => [
      textOf(item, 'EmployeeId'),
      recordsIn(propertyOf(item, names.list), names.row),
    ]),
  )
}

const readEverybody = async (
  client: PlainClient,
  companyId: TargetCompanyId,
  { today, period }: { today: string; period: string },
): ReturnType<Target['readSections']> => {
  const { year = 0, period: number = 0 } = parsePayrollPeriod(period) ?? {}
  const current = periodNumber(year, number)
  const employees = new Map(
    [...(await readPeople(client, companyId, current))].map(([id, person]) => [id, { ...person }]),
  )
  for (const [id, address] of await readAddresses(client, companyId, current)) {
    const person = employees.get(id)
    if (person !== undefined) person.address = address
  }
  for (const [id, employment] of await readEmployments(client, companyId, today)) {
    const person = employees.get(id)
    if (person !== undefined) person.employment = employment
  }
  for (const [id, salaries] of await readSalaries(client, companyId)) {
    const person = employees.get(id)
    if (person !== undefined) person.salaries = salaries
  }
  return new Map([...employees].map(([id, person]) => [toTargetEmployeeId(id), person]))
}

const readPeople = async (
  client: PlainClient,
  companyId: TargetCompanyId,
  current: number,
): Promise<Map<string, TargetEmployee>> => {
  const histories = await readHistories(client, companyId, {
    operation: 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    item: 'PersonalInfoItem',
    list: 'EmployeePersonalInfos',
    row: 'PersonalInfo_V2',
  })
  return mapHistories(histories, (rows, id) => {
    const row = pickCurrentRow(rows.map(toPeriodRow), current)?.record
    return {
      id: toTargetEmployeeId(id),
      displayName: textOf(row, 'DisplayName'),
      personalInfo: row && toValues('personalInfo', row),
      address: undefined,
      employment: undefined,
      salaries: undefined,
    }
  })
}

const readAddresses = async (
  client: PlainClient,
  companyId: TargetCompanyId,
  current: number,
): Promise<Map<string, Values>> => {
  const histories = await readHistories(client, companyId, {
    operation: 'Address_GetAll_AllEmployeesByCompany',
    item: 'EmployeeAddressItem',
    list: 'EmployeeAddresses',
    row: 'EmployeeAddress_V2',
  })
  return mapHistories(histories, (rows) => {
    const homes = rows.filter((row) => textOf(row, 'Type') === 'HomeAddress').map(toPeriodRow)
    return toValues('address', pickCurrentRow(homes, current)?.record)
  })
}

const readEmployments = async (
  client: PlainClient,
  companyId: TargetCompanyId,
  today: string,
): Promise<Map<string, Values>> => {
  const histories = await readHistories(client, companyId, {
    operation: 'Employment_GetAll_AllEmployeesByCompany',
    item: 'EmployeeEmploymentItem',
    list: 'EmployeeEmployments',
    row: 'Employment',
  })
  return mapHistories(histories, (rows) => ({
    InitialStartDate: pickCurrentEmployment(rows.map(toEmploymentRow), today)?.initialStart ?? '',
  }))
}

const readSalaries = async (
  client: PlainClient,
  companyId: TargetCompanyId,
): Promise<Map<string, ReturnType<typeof toSalaries>>> => {
  const histories = await readHistories(client, companyId, {
    operation: 'Salary_GetAll_AllEmployeesByCompany',
    item: 'EmployeeSalaryItem',
    list: 'EmployeeSalaries',
    row: 'Salary_V2',
  })
  return mapHistories(histories, (rows) => toSalaries(rows.map(toSalaryEntry)))
}

const mapHistories = <Result>(
  histories: Histories,
  toResult: (rows: readonly object[], id: string) => Result,
): Map<string, Result> => new Map([...histories].map(([id, rows]) => [id, toResult(rows, id)]))

const toPeriodRow = (record: object): PeriodRow & { record: object } => ({
  record,
  start: periodNumber(Number(textOf(record, 'StartYear')), Number(textOf(record, 'StartPeriod'))),
  end: periodNumber(Number(textOf(record, 'EndYear')), Number(textOf(record, 'EndPeriod'))),
  created: textOf(record, 'CreationDate'),
  id: Number(textOf(record, 'Id')),
})

const toEmploymentRow = (record: object): EmploymentRow => ({
  start: toCanonical('date', textOf(record, 'StartDate')) ?? '',
  end: toCanonical('date', textOf(record, 'EndDate')),
  initialStart: toCanonical('date', textOf(record, 'InitialStartDate')) ?? '',
  created: textOf(record, 'CreationDate'),
  id: Number(textOf(record, 'EmploymentId')),
})

const toSalaryEntry = (record: object): SalaryEntry => ({
  Value: toCanonical('decimal', textOf(record, 'Value')) ?? '',
  Type: toSalaryType(textOf(record, 'Type')),
  Start: toCanonical('date', textOf(record, 'StartDate')) ?? '',
  created: textOf(record, 'CreationDate'),
  id: Number(textOf(record, 'ID')),
})

const toValues = (section: MappedSection, record: object | undefined): Values => {
  const values: Partial<Record<FieldName, string>> = {}
  for (const field of fieldNamesOf(section)) {
    values[field] = toCanonical(findFieldType(section, field) ?? 'text', textOf(record, field)) ?? ''
  }
  return values
}
