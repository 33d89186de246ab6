import type { SalaryRow, TargetEmployee } from '../../../src/domain/employee.js'
import { toTargetCompanyId, toTargetEmployeeId, type TargetEmployeeId } from '../../../src/domain/ids.js'
import { fieldNamesOf, type MappedSection } from '../../../src/domain/sections.js'
import type { FieldValue, Values } from '../../../src/domain/values.js'
import { createPacedQueue } from '../../../src/http/paced-queue.js'
import {
  periodNumber,
  pickCurrentEmployment,
  pickCurrentRow,
  toSalaries,
} from '../../../src/target/common/current-rows.js'
import { toTypedPeriod } from '../../../src/target/nmbrs-rest/period-type.js'
import {
  isHomeAddress,
  toAddressRow,
  toBankAccount,
  toEmploymentRow,
  toPersonalInfoRow,
  toSalaryEntry,
} from '../../../src/target/nmbrs-rest/wire/entries.js'
import type { Json } from '../../../src/target/nmbrs-rest/wire/json.js'
import type { Capability, Target } from '../../../src/target/port.js'
import type { RemoteAddresses } from '../company.js'
import { recordsIn, textOf } from '../plain-client.js'
import { refuseAllElse } from '../refuse-all-else.js'
import { openPlainRestClient, type PlainRestClient } from './plain-rest-client.js'

/** With which a sync asks for the bank accounts of everybody, and for nothing of anybody. */
const capabilities: ReadonlySet<Capability> = new Set(['bankAccount.bulkRead', 'employee.kinds'])

/**
 * The reads of a no-op sync through plain axios: the same pages at the same pace, the same choice of current
 * rows and the same canonical values. All but the way of reading is shared with the product, so that only
 * that differs.
 */
export const createPlainRestTarget = (
  rest: RemoteAddresses['rest'],
  callsPerSecond: number,
  today: string,
): Target => {
  const lane = createPacedQueue({ callsPerSecond }).openLane()
  const client = openPlainRestClient(rest, (call) =>
    lane.run((leaves) => {
      leaves()
      return call()
    }),
  )
  let current = 0
  const readPeriod: Target['readCurrentPeriod'] = async (companyId) => {
    const [row] = await client.readRows(`/api/companies/${companyId}/period`)
    const [year, period] = [Number(textOf(row, 'year')), Number(textOf(row, 'period'))]
    current = periodNumber(year, period)
    return toTypedPeriod(year, period, { configured: 'month', largest: 0, today })
  }
  return {
    ...refuseAllElse,
    capabilities,
    readCompanies: async () =>
      (await client.readPages('/api/companies')).map((company) => ({
        id: toTargetCompanyId(textOf(company, 'companyId')),
        name: textOf(company, 'name'),
      })),
    readCurrentPeriod: readPeriod,
    readSections: (companyId, query) => readEverybody(client, companyId, { today: query.today, current }),
    readHomeAddresses: () => Promise.resolve([]),
    readBankAccounts: () => Promise.resolve([]),
    readAllBankAccounts: async (companyId) => {
      const accounts = await readHistories(client, companyId, { list: 'bankaccounts', key: 'bankAccounts' })
      return new Map([...accounts].map(([id, rows]) => [toTargetEmployeeId(id), rows.map(toBankAccount)]))
    },
    callCounts: () => client.callCounts(),
    close: () => Promise.resolve(),
  }
}

/** A list by employee. */
const readHistories = async (
  client: PlainRestClient,
  companyId: string,
  { list, key }: { list: string; key: string },
): Promise<Map<string, Json[]>> => {
  const histories = new Map<string, Json[]>()
  for (const row of await client.readPages(`/api/companies/${companyId}/employees/${list}`)) {
    const id = textOf(row, 'employeeId')
    histories.set(id, [...(histories.get(id) ?? []), ...(recordsIn(row, key) as Json[])])
  }
  return histories
}

const readEverybody = async (
  client: PlainRestClient,
  companyId: string,
  { today, current }: { today: string; current: number },
): Promise<Map<TargetEmployeeId, TargetEmployee>> => {
  const people = await readHistories(client, companyId, { list: 'personalinfo', key: 'info' })
  const addresses = await readHistories(client, companyId, { list: 'addresses', key: 'addresses' })
  const employments = await readHistories(client, companyId, { list: 'employments', key: 'employments' })
  const salaries = await readHistories(client, companyId, { list: 'salaries', key: 'salaries' })
  return new Map(
    [...people].map(([id, entries]) => {
      const info = pickCurrentRow(entries.map(toPersonalInfoRow), current)
      const homes = (addresses.get(id) ?? []).filter(isHomeAddress).map(toAddressRow)
      const employment = pickCurrentEmployment((employments.get(id) ?? []).map(toEmploymentRow), today)
      const paid: readonly SalaryRow[] = toSalaries((salaries.get(id) ?? []).map(toSalaryEntry))
      const employee: TargetEmployee = {
        id: toTargetEmployeeId(id),
        displayName: info?.displayName ?? '',
        personalInfo: info && toValues('personalInfo', info.values),
        address: toValues('address', pickCurrentRow(homes, current)?.values ?? []),
        employment: { InitialStartDate: employment?.initialStart ?? '' },
        salaries: paid,
      }
      return [toTargetEmployeeId(id), employee]
    }),
  )
}

const toValues = (section: MappedSection, values: readonly FieldValue[]): Values =>
  Object.fromEntries(fieldNamesOf(section).map((field, at) => [field, values[at] ?? '']))
