import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TargetEmployee } from '../../domain/employee.js'
import { toTargetEmployeeId, type TargetCompanyId, type TargetEmployeeId } from '../../domain/ids.js'
import { fieldNamesOf, findFieldType, type FieldName, type MappedSection } from '../../domain/sections.js'
import { toPackedTarget } from '../../domain/packed-people.js'
import { packValues, type PackedValues } from '../../domain/packed-values.js'
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
import { ownCopy } from './retained-text.js'
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

/** What is kept of each employee, by his id. */
type Histories<Kept> = Map<string, Kept>

/** What `read` needs to know of the company and of the caller. */
interface BulkContext {
  client: NmbrsClient
  companyId: TargetCompanyId
  query: SectionsQuery
}

/**
 * Reads one section of everybody. `keep` says what is kept of the rows of one person, so that a history is dropped as soon as it was looked
 * through; should a person's rows come in two places, it is asked again with what it kept the first time.
 */
const readHistories = async <Row, Kept>(
  { client, companyId, query }: BulkContext,
  section: BulkSection,
  toRow: (row: BulkRow) => Row | undefined,
  keep: (rows: readonly Row[], kept: Kept | undefined) => Kept,
): Promise<Histories<Kept>> => {
  const shape = shapes[section]
  return client.read(shape.operation, { CompanyID: companyId }, () => {
    const histories: Histories<Kept> = new Map()
    const reader = createBulkReader(shape, (employeeId, bulkRows) => {
      const rows = bulkRows.map(toRow).filter((row) => row !== undefined)
      histories.set(employeeId, keep(rows, histories.get(employeeId)))
      if (histories.size % progressStep === 0) query.onProgress?.(section, histories.size)
    })
    const result = (): Histories<Kept> => {
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

/** The row that holds now, kept small. Every text in it is its own, so that none keeps a piece of the answer in memory. */
interface CurrentRow extends PeriodRow {
  packed: PackedValues
  displayName: string
}

/** An employee's current row; `undefined` when the answer has none for him. */
type Current<Row> = { row: Row | undefined }

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

const keepCurrent =
  (section: 'personalInfo' | 'address', current: number) =>
  (rows: readonly HistoryRow[], kept: Current<CurrentRow> | undefined): Current<CurrentRow> => {
    const known = kept?.row
    const row = pickCurrentRow<HistoryRow | CurrentRow>(
      known === undefined ? rows : [known, ...rows],
      current,
    )
    return { row: row === undefined || 'packed' in row ? row : packRow(section, row) }
  }

const packRow = (
  section: 'personalInfo' | 'address',
  { start, end, created, id, values, displayName }: HistoryRow,
): CurrentRow => ({
  start,
  end,
  created: ownCopy(created),
  id,
  packed: packValues(section, values),
  displayName: ownCopy(displayName),
})

/** The personal data that hold in the company's current period, and the name to show. */
const readPersonalInfo = (context: BulkContext, current: number): Promise<Histories<Current<CurrentRow>>> =>
  readHistories(
    context,
    'personalInfo',
    (row) => toHistoryRow(row, 'personalInfo'),
    keepCurrent('personalInfo', current),
  )

const readHomeAddresses = (context: BulkContext, current: number): Promise<Histories<Current<CurrentRow>>> =>
  readHistories(
    context,
    'address',
    (row) => (row.notes.Type === 'HomeAddress' ? toHistoryRow(row, 'address') : undefined),
    keepCurrent('address', current),
  )

const readEmployments = (context: BulkContext): Promise<Histories<Current<EmploymentRow>>> => {
  const { operation } = shapes.employment
  return readHistories<EmploymentRow, Current<EmploymentRow>>(
    context,
    'employment',
    (row) => ({
      start: toCanonical('date', row.notes.StartDate ?? '') ?? '',
      initialStart: row.values.InitialStartDate ?? '',
      created: ownCopy(row.notes.CreationDate ?? ''),
      id: numberIn(row, 'EmploymentId', operation),
    }),
    (rows, kept) => ({
      row: pickCurrentEmployment(kept?.row === undefined ? rows : [kept.row, ...rows], context.query.today),
    }),
  )
}

const readSalaries = (context: BulkContext): Promise<Histories<readonly SalaryEntry[]>> =>
  readHistories<SalaryEntry, readonly SalaryEntry[]>(
    context,
    'salary',
    (row) => ({
      Value: row.values.Value ?? '',
      Type: toSalaryType(row.values.Type ?? ''),
      Start: row.values.Start ?? '',
      created: ownCopy(row.notes.CreationDate ?? ''),
      id: numberIn(row, 'ID', shapes.salary.operation),
    }),
    (rows, kept) => (kept === undefined ? rows : [...kept, ...rows]),
  )

const noHomeAddress = packValues(
  'address',
  Object.fromEntries(fieldNamesOf('address').map((field) => [field, ''])),
)

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
  people: Histories<Current<CurrentRow>> | undefined
  addresses: Histories<Current<CurrentRow>> | undefined
  employments: Histories<Current<EmploymentRow>> | undefined
  salaries: Histories<readonly SalaryEntry[]> | undefined
}

const joinSections = async (reads: SectionReads): Promise<Map<TargetEmployeeId, TargetEmployee>> => {
  const { people, addresses, employments, salaries } = reads
  const leading = people === undefined ? [addresses, employments, salaries] : [people]
  const ids = new Set(leading.flatMap((histories) => [...(histories?.keys() ?? [])]))
  const employees = new Map<TargetEmployeeId, TargetEmployee>()
  let joined = 0
  for (const id of ids) {
    if (people === undefined || people.get(id)?.row !== undefined)
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
  const person = people?.get(id)?.row
  const address = addresses?.get(id)
  const employment = employments?.get(id)
  const entries = salaries?.get(id)
  return toPackedTarget({
    id: toTargetEmployeeId(id),
    displayName: person?.displayName ?? '',
    personalInfo: person?.packed,
    address: address && (address.row?.packed ?? noHomeAddress),
    employment: employment && { InitialStartDate: employment.row?.initialStart ?? '' },
    salaries: entries && toSalaries(entries),
  })
}
