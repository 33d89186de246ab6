import type { SalaryRow, TargetEmployee } from '../../../domain/employee.js'
import type { TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import { findActual } from '../../../domain/packed/packed-people.js'
import type { MappedSection } from '../../../domain/sections.js'
import { toSalaries } from '../../common/current-rows.js'
import type { SectionsQuery, TargetBankAccount, TargetListEntry } from '../../port.js'
import type { CompanyFacts } from '../company-facts.js'
import type { Reads } from '../operations.js'
import { toBankAccount, toSalaryEntry } from '../wire/entries.js'
import type { Json } from '../wire/json.js'
import type { ReadEntries } from './read-entries.js'
import { readHistories, type HistoryList } from './read-histories.js'
import {
  joinEmployee,
  keepAddress,
  keepEmployment,
  keepPerson,
  keepSalaries,
  type Histories,
} from './read-sections.js'

interface OneContext {
  readEntries: ReadEntries
  facts: CompanyFacts
  /**
   * The people of the company who are of the employee's type, for those whom a list without a type leaves
   * out.
   */
  ofType: (companyId: TargetCompanyId, employeeId: TargetEmployeeId) => Promise<Histories['people']>
}

/** One employee's rows, each section from its list, for someone whom the list of personal info left out. */
export const readEmployee = async (
  { readEntries, facts, ofType }: OneContext,
  { id, displayName, named }: TargetListEntry,
  query: SectionsQuery,
  others: Histories | undefined,
): Promise<TargetEmployee> => {
  const companyId = await facts.companyOf(id)
  const current = await facts.ensureCurrent(companyId)
  const noteNumber = (number: number): void => {
    facts.noteNumber(companyId, number)
  }
  const readOne = async <Kept>(
    section: MappedSection,
    list: HistoryList,
    known: Map<string, Kept> | undefined,
    keep: (entries: readonly Json[], kept: Kept | undefined) => Kept,
  ): Promise<Map<string, Kept> | undefined> => {
    if (!query.sections.has(section)) return undefined
    const kept = known?.get(id)
    if (kept !== undefined) return new Map([[id, kept]])
    const entries = await readEntries(list, companyId, id)
    return entries === undefined ? new Map() : new Map([[id, keep(entries, undefined)]])
  }
  const histories: Histories = {
    people: await readOne(
      'personalInfo',
      'listPersonalInfo',
      others?.people?.has(id) === true ? others.people : await ofType(companyId, id),
      keepPerson({ current, noteNumber }),
    ),
    addresses: await readOne(
      'address',
      'listAddresses',
      others?.addresses,
      keepAddress({ current, noteNumber }),
    ),
    employments: await readOne(
      'employment',
      'listEmployments',
      others?.employments,
      keepEmployment({ query }),
    ),
    salaries: await readOne('salary', 'listSalaries', others?.salaries, keepSalaries),
  }
  return toRead({ id, displayName, named }, histories)
}

/** Of someone whom a list of everyone left out it is not known that there is nothing of a section. */
const toRead = (
  { id, displayName, named }: Pick<TargetEmployee, 'id' | 'displayName' | 'named'>,
  histories: Histories,
): TargetEmployee => {
  const { addresses, employments, salaries } = histories
  const employee = joinEmployee(id, histories)
  const isThere = (found: Map<string, unknown> | undefined): boolean => found?.has(id) === true
  return {
    id,
    displayName: displayName === '' ? employee.displayName : displayName,
    personalInfo: findActual(employee, 'personalInfo') === undefined ? undefined : employee.personalInfo,
    named,
    address: isThere(addresses) ? employee.address : undefined,
    homeIsNew: employee.homeIsNew,
    employment: isThere(employments) ? employee.employment : undefined,
    salaries: isThere(salaries) ? employee.salaries : undefined,
    spans: employee.spans,
    kind: employee.kind,
    deceasedOn: employee.deceasedOn,
    ambiguous: employee.ambiguous,
    alsoStarted: employee.alsoStarted,
    unseen: employee.unseen,
  }
}

/** All salaries of one employee, oldest start first. */
export const readAllSalaries = async (
  readEntries: ReadEntries,
  companyId: TargetCompanyId,
  employeeId: TargetEmployeeId,
): Promise<readonly SalaryRow[]> =>
  toSalaries(((await readEntries('listSalaries', companyId, employeeId)) ?? []).map(toSalaryEntry))

export const readBankAccounts = async (
  readEntries: ReadEntries,
  companyId: TargetCompanyId,
  employeeId: TargetEmployeeId,
): Promise<readonly TargetBankAccount[]> =>
  ((await readEntries('listBankAccounts', companyId, employeeId)) ?? []).map(toBankAccount)

/** Everyone's bank accounts of a company. */
export const readAllBankAccounts = async (
  client: Reads,
  companyId: TargetCompanyId,
): Promise<ReadonlyMap<TargetEmployeeId, readonly TargetBankAccount[]>> => {
  const accounts = await readHistories<readonly TargetBankAccount[]>(
    client,
    { list: 'listBankAccounts', companyId },
    (entries, kept) => {
      const more = entries.map(toBankAccount)
      return kept === undefined ? more : [...kept, ...more]
    },
  )
  return accounts as Map<TargetEmployeeId, readonly TargetBankAccount[]>
}
