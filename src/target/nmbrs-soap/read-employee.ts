import type { AmbiguousRows, SalaryRow, TargetEmployee } from '../../domain/employee.js'
import type { TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { PayrollPeriod } from '../../domain/pay/payroll-period.js'
import type { Values } from '../../domain/values.js'
import type { SectionsQuery, TargetListEntry } from '../port.js'
import { findHomeAddresses, listHomeAddresses } from './address-list.js'
import { differingFields, toAmbiguous } from '../common/ambiguous-rows.js'
import { createCallError } from './wire/call-error.js'
import type { NmbrsClient } from './calls/client.js'
import { findAmbiguousStarts, toSalaries, type SalaryEntry } from '../common/current-rows.js'
import {
  parseEmployeeList,
  parseEmployeeTypes,
  parseSalaries,
  parseValues,
  type EmployeeType,
} from './wire/schema.js'

/** The types of employee the environment knows. Without any no one could be listed, so that is an error. */
export const readEmployeeTypes = async (client: NmbrsClient): Promise<readonly EmployeeType[]> => {
  const types = parseEmployeeTypes(await client.call('EmployeeType_GetList', {}))
  if (types.length === 0) throw createCallError('unexpected-answer', 'EmployeeType_GetList')
  return types
}

/** Everyone of every type, each once: a list holds one type only (Nmbrs contract, section 2.1). */
export const readEmployeeList = async (
  client: NmbrsClient,
  companyId: TargetCompanyId,
  employeeTypes: readonly EmployeeType[],
): Promise<readonly TargetListEntry[]> => {
  const lists = await Promise.all(
    employeeTypes.map(async ({ id: EmployeeType, kind }) => {
      const answer = await client.call('List_GetByCompany', { CompanyId: companyId, EmployeeType })
      return parseEmployeeList(answer).map((entry) => (kind === undefined ? entry : { ...entry, kind }))
    }),
  )
  const entries = new Map(lists.flat().map((entry) => [entry.id, entry]))
  return [...entries.values()]
}

const readPersonalInfo = async (client: NmbrsClient, EmployeeId: string): Promise<Values | undefined> => {
  const { children } = await client.call('PersonalInfo_GetCurrent', { EmployeeId })
  return children.length === 0 ? undefined : parseValues('personalInfo', children, 'PersonalInfo_GetCurrent')
}

/** All current home addresses of an employee, whichever of them is flagged as default. */
export const readHomeAddresses = async (
  client: NmbrsClient,
  EmployeeId: TargetEmployeeId,
): Promise<readonly Values[]> => {
  const { children } = await client.call('Address_GetListCurrent', { EmployeeId })
  return listHomeAddresses(children).map((record) => parseValues('address', record, 'Address_GetListCurrent'))
}

/** The home address, and the fields in which another record that could be it differs. */
const readHomeAddress = async (
  client: NmbrsClient,
  EmployeeId: string,
): Promise<{ values: Values; ambiguous: AmbiguousRows['address'] }> => {
  const { children } = await client.call('Address_GetListCurrent', { EmployeeId })
  const [first, ...others] = findHomeAddresses(children).map((record) =>
    parseValues('address', record, 'Address_GetListCurrent'),
  )
  const values = first ?? parseValues('address', [], 'Address_GetListCurrent')
  return { values, ambiguous: differingFields('address', values, others) }
}

/** The salaries that start up to the end of a period, oldest first. */
export const readSalaries = async (
  client: NmbrsClient,
  employeeId: TargetEmployeeId,
  period: PayrollPeriod,
): Promise<readonly SalaryRow[]> => toSalaries(await readSalaryEntries(client, employeeId, period))

const readSalaryEntries = async (
  client: NmbrsClient,
  EmployeeId: TargetEmployeeId,
  { year, period }: PayrollPeriod,
): Promise<readonly SalaryEntry[]> =>
  parseSalaries(
    await client.call('Salary_GetList', { EmployeeId, Period: String(period), Year: String(year) }),
  )

/**
 * One employee's current rows, each section by a call of its own. Employment has no such call (Nmbrs
 * contract, section 2.6) and stays `undefined`, as do salaries when `period`, the current one of their
 * company, is not known: they are asked for by period.
 */
export const readEmployee = async (
  client: NmbrsClient,
  { id, displayName }: TargetListEntry,
  { sections }: SectionsQuery,
  period: PayrollPeriod | undefined,
): Promise<TargetEmployee> => {
  const personalInfo = sections.has('personalInfo') ? await readPersonalInfo(client, id) : undefined
  const address = sections.has('address') ? await readHomeAddress(client, id) : undefined
  const salaries =
    sections.has('salary') && period !== undefined ? await readSalaryEntries(client, id, period) : undefined
  return {
    id,
    displayName,
    personalInfo,
    address: address?.values,
    employment: undefined,
    salaries: salaries && toSalaries(salaries),
    ...toAmbiguous({
      address: address?.ambiguous,
      salaryStarts: salaries && findAmbiguousStarts(salaries),
    }),
  }
}
