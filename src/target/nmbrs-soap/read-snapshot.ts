import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TargetEmployee } from '../../domain/employee.js'
import { toTargetEmployeeId, type TargetCompanyId, type TargetEmployeeId } from '../../domain/ids.js'
import { fieldNamesOf, findFieldType, type FieldName, type MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import type { SectionsQuery } from '../port.js'
import { createBulkReader, type BulkRow, type BulkShape } from './bulk-reader.js'
import { createCallError } from './call-error.js'
import type { NmbrsClient } from './client.js'
import {
  periodNumber,
  pickCurrentEmployment,
  pickCurrentRow,
  toSalaries,
  toSalaryType,
  type EmploymentRow,
  type PeriodRow,
  type SalaryEntry,
} from './current-rows.js'
import { toCanonical } from './wire-values.js'

type BulkSection = Exclude<MappedSection, 'bankAccount'>

const fieldsOf = (
  section: BulkSection,
  wireNames: Partial<Record<FieldName, string>> = {},
): BulkShape['fields'] =>
  new Map(
    fieldNamesOf(section).map((field) => [
      wireNames[field] ?? field,
      { field, type: findFieldType(section, field) ?? 'text' },
    ]),
  )

const shapes = {
  personalInfo: {
    operation: 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
    fields: fieldsOf('personalInfo'),
    notes: ['Id', 'DisplayName', 'CreationDate', 'StartPeriod', 'StartYear'],
  },
  address: {
    operation: 'Address_GetAll_AllEmployeesByCompany',
    fields: fieldsOf('address'),
    notes: ['Id', 'Type', 'CreationDate', 'StartPeriod', 'StartYear', 'EndPeriod', 'EndYear'],
  },
  employment: {
    operation: 'Employment_GetAll_AllEmployeesByCompany',
    fields: fieldsOf('employment'),
    notes: ['EmploymentId', 'CreationDate', 'StartDate'],
  },
  salary: {
    operation: 'Salary_GetAll_AllEmployeesByCompany',
    fields: fieldsOf('salary', { Start: 'StartDate' }),
    notes: ['ID', 'CreationDate'],
  },
} as const satisfies Readonly<Record<BulkSection, BulkShape>>

/** How many employees pass between two words on progress. */
const progressStep = 1000
/** How many people are joined before others get their turn. */
const joinStep = 2000

type Histories<Row> = Map<string, Row[]>

/** What `read` needs to know of the company and of the caller. */
interface BulkContext {
  client: NmbrsClient
  companyId: TargetCompanyId
  query: SectionsQuery
}

/**
 * Reads one section of everybody. `keep` chooses the rows of one person that are still of use, so that a history is dropped as soon as it
 * was looked through; it is asked again should a person's rows come in two places.
 */
const readHistories = async <Row>(
  { client, companyId, query }: BulkContext,
  section: BulkSection,
  toRow: (row: BulkRow) => Row | undefined,
  keep: (rows: Row[]) => Row[] = (rows) => rows,
): Promise<Histories<Row>> => {
  const shape = shapes[section]
  return client.read(shape.operation, { CompanyID: companyId }, () => {
    const histories: Histories<Row> = new Map()
    const reader = createBulkReader(shape, (employeeId, bulkRows) => {
      const rows = bulkRows.map(toRow).filter((row) => row !== undefined)
      const known = histories.get(employeeId)
      histories.set(employeeId, keep(known === undefined ? rows : [...known, ...rows]))
      if (histories.size % progressStep === 0) query.onProgress?.(section, histories.size)
    })
    const result = (): Histories<Row> => {
      query.onProgress?.(section, histories.size)
      return histories
    }
    return { ...reader, result }
  })
}

const numberIn = (row: BulkRow, name: string, operation: string): number => {
  const text = row.notes[name] ?? ''
  const value = text === '' ? 0 : Number(text)
  if (!Number.isInteger(value)) throw createCallError('unreadable-value', operation, { field: name })
  return value
}

interface HistoryRow extends PeriodRow {
  values: Values
  displayName: string
}

const toHistoryRow = (row: BulkRow, section: 'personalInfo' | 'address'): HistoryRow => {
  const { operation } = shapes[section]
  const numberOf = (name: string): number => numberIn(row, name, operation)
  return {
    start: periodNumber(numberOf('StartYear'), numberOf('StartPeriod')),
    end: section === 'address' ? periodNumber(numberOf('EndYear'), numberOf('EndPeriod')) : 0,
    created: row.notes.CreationDate ?? '',
    id: numberOf('Id'),
    values: row.values,
    displayName: row.notes.DisplayName ?? '',
  }
}

/** The personal data that hold in the company's current period, and the name to show. */
const readPersonalInfo = (context: BulkContext, current: number): Promise<Histories<HistoryRow>> =>
  readHistories(
    context,
    'personalInfo',
    (row) => toHistoryRow(row, 'personalInfo'),
    (rows) => onlyCurrent(rows, current),
  )

const readHomeAddresses = (context: BulkContext, current: number): Promise<Histories<HistoryRow>> =>
  readHistories(
    context,
    'address',
    (row) => (row.notes.Type === 'HomeAddress' ? toHistoryRow(row, 'address') : undefined),
    (rows) => onlyCurrent(rows, current),
  )

const onlyCurrent = (rows: readonly HistoryRow[], current: number): HistoryRow[] => {
  const row = pickCurrentRow(rows, current)
  return row === undefined ? [] : [row]
}

const readEmployments = (context: BulkContext): Promise<Histories<EmploymentRow>> => {
  const { operation } = shapes.employment
  return readHistories(
    context,
    'employment',
    (row) => ({
      start: toCanonical('date', row.notes.StartDate ?? '') ?? '',
      initialStart: row.values.InitialStartDate ?? '',
      created: row.notes.CreationDate ?? '',
      id: numberIn(row, 'EmploymentId', operation),
    }),
    (rows) => {
      const row = pickCurrentEmployment(rows, context.query.today)
      return row === undefined ? [] : [row]
    },
  )
}

const readSalaries = (context: BulkContext): Promise<Histories<SalaryEntry>> =>
  readHistories(context, 'salary', (row) => ({
    Value: row.values.Value ?? '',
    Type: toSalaryType(row.values.Type ?? ''),
    Start: row.values.Start ?? '',
    created: row.notes.CreationDate ?? '',
    id: numberIn(row, 'ID', shapes.salary.operation),
  }))

const noHomeAddress: Values = Object.fromEntries(fieldNamesOf('address').map((field) => [field, '']))

/**
 * The wanted sections of everybody in a company, in one call per section. A bulk read can leave people out (Nmbrs contract,
 * section 6.17). Somebody whose personal data were asked for and left out is not in the result at all, as nobody could tell who he is:
 * he is to be found in the employee list and read apart. A section of another kind that left somebody out is `undefined` for him,
 * for it is not known to be empty. `readCurrent` gives the number of the company's current period.
 */
export const readSections = async (
  context: BulkContext,
  readCurrent: () => Promise<number>,
): Promise<Map<TargetEmployeeId, TargetEmployee>> => {
  const { sections } = context.query
  const current = sections.has('personalInfo') || sections.has('address') ? await readCurrent() : 0
  const people = sections.has('personalInfo') ? await readPersonalInfo(context, current) : undefined
  const addresses = sections.has('address') ? await readHomeAddresses(context, current) : undefined
  const employments = sections.has('employment') ? await readEmployments(context) : undefined
  const salaries = sections.has('salary') ? await readSalaries(context) : undefined

  return joinSections({ people, addresses, employments, salaries })
}

interface SectionReads {
  people: Histories<HistoryRow> | undefined
  addresses: Histories<HistoryRow> | undefined
  employments: Histories<EmploymentRow> | undefined
  salaries: Histories<SalaryEntry> | undefined
}

const joinSections = async (reads: SectionReads): Promise<Map<TargetEmployeeId, TargetEmployee>> => {
  const { people, addresses, employments, salaries } = reads
  const leading = people === undefined ? [addresses, employments, salaries] : [people]
  const ids = new Set(leading.flatMap((histories) => [...(histories?.keys() ?? [])]))
  const employees = new Map<TargetEmployeeId, TargetEmployee>()
  let joined = 0
  for (const id of ids) {
    if (people === undefined || people.get(id)?.[0] !== undefined)
      employees.set(toTargetEmployeeId(id), joinEmployee(id, reads))
    joined += 1
    if (joined % joinStep === 0) await nextTurn()
  }
  return employees
}

const joinEmployee = (
  id: string,
  { people, addresses, employments, salaries }: SectionReads,
): TargetEmployee => {
  const person = people?.get(id)?.[0]
  const address = addresses?.get(id)
  const employment = employments?.get(id)
  const entries = salaries?.get(id)
  return {
    id: toTargetEmployeeId(id),
    displayName: person?.displayName ?? '',
    personalInfo: person?.values,
    address: address && (address[0]?.values ?? noHomeAddress),
    employment: employment && { InitialStartDate: employment[0]?.initialStart ?? '' },
    salaries: entries && toSalaries(entries),
  }
}
