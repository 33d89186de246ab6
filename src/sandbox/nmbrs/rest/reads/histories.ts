import * as z from 'zod'
import type { NmbrsCompany, NmbrsEmployee } from '../../world/data.js'
import { toGuid } from '../../world/guids.js'
import { employeeTypes } from '../names.js'
import { guidQuery, paged } from '../operation.js'
import type { RestAnswer, RestContext, RestOperation } from '../operation.js'
import { refuseBody } from '../rest-refusal.js'
import {
  addressEntries,
  bankAccountEntries,
  employmentEntries,
  personalInfoEntries,
  salaryEntries,
} from './entries.js'
import type { Entry, ToEntries } from './entries.js'
import { isAboutOne, peopleOf } from './people.js'

/** One row of a list: an employee, and which of their entries it holds. */
interface Row {
  employee: NmbrsEmployee
  part: 'all' | 'first' | 'rest'
}

/** An employee may have several rows (Nmbrs REST contract, section 4.2); the second ones stand at the end. */
const toRows = (people: readonly NmbrsEmployee[], count: (employee: NmbrsEmployee) => number): Row[] => {
  const isSplit = (employee: NmbrsEmployee): boolean => employee.id % 2 === 0 && count(employee) > 1
  const first = people.map((employee): Row => ({ employee, part: isSplit(employee) ? 'first' : 'all' }))
  const second = people.filter(isSplit).map((employee): Row => ({ employee, part: 'rest' }))
  return [...first, ...second]
}

const partOf = (entries: readonly Entry[], part: Row['part']): readonly Entry[] => {
  if (part === 'all') return entries
  return part === 'first' ? entries.slice(0, 1) : entries.slice(1)
}

interface History {
  key: string
  toEntries: ToEntries
  count: (employee: NmbrsEmployee) => number
  employeeIdFilter: (context: RestContext) => 'works' | 'ignored'
  omits?: (context: RestContext) => number
}

const listHistory =
  (history: History) =>
  (context: RestContext): RestAnswer => {
    const { key, toEntries, count, employeeIdFilter } = history
    const { company, people } = peopleOf(context, employeeIdFilter(context))
    const omitted = isAboutOne(context) ? 0 : (history.omits?.(context) ?? 0)
    const listed = people.slice(0, Math.max(0, people.length - omitted))
    const entriesOf = keptEntries(toEntries, company, context)
    const wanted = isFiltered(context) ? listed.filter((each) => entriesOf(each).length > 0) : listed
    const isSplit = context.switches.restHistory === 'whole' && !isFiltered(context)
    const index = isSplit ? toRows(wanted, count) : wanted.map((employee): Row => ({ employee, part: 'all' }))
    const rows = (from: number, to: number): object[] =>
      index.slice(from, to).map(({ employee, part }) => ({
        employeeId: toGuid('employee', employee.id),
        [key]: partOf(entriesOf(employee), part).map(({ body }) => body),
      }))
    return { kind: 'page', page: { total: index.length, rows } }
  }

const isFiltered = ({ query, switches }: RestContext): boolean =>
  (query.createdFrom !== undefined && switches.restCreatedFrom !== 'ignored') ||
  (query.changedFrom !== undefined && switches.restChangedFrom !== 'ignored')

/** The entries that the filters let pass (section 15, rows 12 and 13). */
const keptEntries = (
  toEntries: ToEntries,
  company: NmbrsCompany,
  context: RestContext,
): ((employee: NmbrsEmployee) => readonly Entry[]) => {
  const { query, switches } = context
  if (query.changedFrom !== undefined && switches.restChangedFrom === 'refuse')
    throw refuseBody('changedFrom is not valid.')
  const from = query.changedFrom ?? query.createdFrom
  const all = (employee: NmbrsEmployee): readonly Entry[] => toEntries(employee, company, context)
  if (from === undefined || !isFiltered(context)) return all
  const passes = query.changedFrom === undefined ? createdFromFilter(from, context) : atLeast(from)
  return (employee) => all(employee).filter(({ createdAt }) => createdAt !== null && passes(createdAt))
}

const atLeast =
  (from: string) =>
  (moment: string): boolean =>
    moment.slice(0, from.length) >= from

const createdFromFilter = (
  from: string,
  { switches: { restCreatedFrom } }: RestContext,
): ((moment: string) => boolean) => {
  const wantsTime = restCreatedFrom.startsWith('dateTime')
  if (wantsTime !== from.includes('T')) throw refuseBody('createdFrom is not valid.')
  const bound = wantsTime ? from.slice(0, 19) : from
  if (restCreatedFrom.endsWith('Inclusive')) return atLeast(bound)
  return (moment) => moment.slice(0, bound.length) > bound
}

const createdFrom = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z?)?$/)
const switched = ({ switches }: RestContext): 'works' | 'ignored' => switches.restEmployeeIdFilter
const always = (): 'works' => 'works'
const below = (resource: string): string => `/api/companies/{companyId}/employees/${resource}`
const base = { method: 'GET', query: { ...paged, createdFrom, employeeId: guidQuery } } as const

/** The histories of everyone in a company (Nmbrs REST contract, sections 6.2 and 7). */
export const historyReads: readonly RestOperation[] = [
  {
    method: 'GET',
    name: 'listPersonalInfo',
    pattern: below('personalinfo'),
    scope: () => 'employee.info.read',
    query: { ...paged, employeeId: guidQuery, employeeType: z.enum(employeeTypes) },
    answer: listHistory({
      key: 'info',
      toEntries: personalInfoEntries,
      count: ({ personalInfos }) => personalInfos.length,
      employeeIdFilter: switched,
      omits: ({ switches }) => switches.restPersonalInfoOmits,
    }),
  },
  {
    ...base,
    name: 'listAddresses',
    pattern: below('addresses'),
    scope: () => 'employee.info.read',
    answer: listHistory({
      key: 'addresses',
      toEntries: addressEntries,
      count: ({ addresses }) => addresses.length,
      employeeIdFilter: switched,
    }),
  },
  {
    ...base,
    name: 'listBankAccounts',
    pattern: below('bankaccounts'),
    scope: ({ restBankAccountScope }) => `employee.${restBankAccountScope}.read`,
    answer: listHistory({
      key: 'bankAccounts',
      toEntries: bankAccountEntries,
      count: ({ bankAccounts }) => bankAccounts.length,
      employeeIdFilter: switched,
    }),
  },
  {
    ...base,
    name: 'listSalaries',
    pattern: below('salaries'),
    scope: ({ restSalaryScope }) => `employee.${restSalaryScope}.read`,
    answer: listHistory({
      key: 'salaries',
      toEntries: salaryEntries,
      count: ({ salaries }) => salaries.length,
      employeeIdFilter: always,
    }),
  },
  {
    ...base,
    name: 'listEmployments',
    pattern: below('employments'),
    query: { ...base.query, changedFrom: createdFrom },
    scope: () => 'employee.employment.read',
    answer: listHistory({
      key: 'employments',
      toEntries: employmentEntries,
      count: ({ employments }) => employments.length,
      employeeIdFilter: always,
    }),
  },
]
