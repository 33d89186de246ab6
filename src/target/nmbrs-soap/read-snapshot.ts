import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TargetEmployee } from '../../domain/employee.js'
import { toTargetEmployeeId, type TargetCompanyId, type TargetEmployeeId } from '../../domain/ids.js'
import { fieldNamesOf, findFieldType, type FieldName, type MappedSection } from '../../domain/sections.js'
import { toPackedTarget } from '../../domain/packed-people.js'
import { packAllValues, type PackedValues } from '../../domain/packed-values.js'
import type { FieldValue } from '../../domain/values.js'
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

type NoteOf<Section extends BulkSection> = (typeof shapes)[Section]['notes'][number]

const noteIn = <Section extends BulkSection>(
  row: BulkRow,
  section: Section,
  name: NoteOf<Section>,
): string => {
  const names: readonly string[] = shapes[section].notes
  return row.notes[names.indexOf(name)] ?? ''
}

const numberIn = <Section extends BulkSection>(
  row: BulkRow,
  section: Section,
  name: NoteOf<Section>,
): number => {
  const { operation } = shapes[section]
  const text = noteIn(row, section, name)
  const value = text === '' ? 0 : Number(text)
  if (!Number.isInteger(value)) throw createCallError('unreadable-value', operation, { field: name })
  return value
}

interface HistoryRow extends PeriodRow {
  /** Of all fields of the section, in the order of the catalogue. */
  values: readonly FieldValue[]
  displayName: string
}

/** The row that holds now, kept small. Every text in it is its own, so that none keeps a piece of the answer in memory. */
interface CurrentRow extends PeriodRow {
  packed: PackedValues
  displayName: string
}

/** An employee's current row; `undefined` when the answer has none for him. */
type Current<Row> = { row: Row | undefined }

const toInfoRow = (row: BulkRow): HistoryRow => ({
  start: periodNumber(
    numberIn(row, 'personalInfo', 'StartYear'),
    numberIn(row, 'personalInfo', 'StartPeriod'),
  ),
  end: 0,
  created: noteIn(row, 'personalInfo', 'CreationDate'),
  id: numberIn(row, 'personalInfo', 'Id'),
  values: row.values,
  displayName: noteIn(row, 'personalInfo', 'DisplayName'),
})

const toHomeAddressRow = (row: BulkRow): HistoryRow | undefined => {
  if (noteIn(row, 'address', 'Type') !== 'HomeAddress') return undefined
  const numberOf = (name: NoteOf<'address'>): number => numberIn(row, 'address', name)
  return {
    start: periodNumber(numberOf('StartYear'), numberOf('StartPeriod')),
    end: periodNumber(numberOf('EndYear'), numberOf('EndPeriod')),
    created: noteIn(row, 'address', 'CreationDate'),
    id: numberOf('Id'),
    values: row.values,
    displayName: '',
  }
}

const keepCurrent =
  (current: number) =>
  (rows: readonly HistoryRow[], kept: Current<CurrentRow> | undefined): Current<CurrentRow> => {
    const known = kept?.row
    const row = pickCurrentRow<HistoryRow | CurrentRow>(
      known === undefined ? rows : [known, ...rows],
      current,
    )
    return { row: row === undefined || 'packed' in row ? row : packRow(row) }
  }

const packRow = ({ start, end, created, id, values, displayName }: HistoryRow): CurrentRow => ({
  start,
  end,
  created: ownCopy(created),
  id,
  packed: packAllValues(values),
  displayName: ownCopy(displayName),
})

/** The personal data that hold in the company's current period, and the name to show. */
const readPersonalInfo = (context: BulkContext, current: number): Promise<Histories<Current<CurrentRow>>> =>
  readHistories(context, 'personalInfo', toInfoRow, keepCurrent(current))

const readHomeAddresses = (context: BulkContext, current: number): Promise<Histories<Current<CurrentRow>>> =>
  readHistories(context, 'address', toHomeAddressRow, keepCurrent(current))

const readEmployments = (context: BulkContext): Promise<Histories<Current<EmploymentRow>>> =>
  readHistories<EmploymentRow, Current<EmploymentRow>>(
    context,
    'employment',
    (row) => ({
      start: toCanonical('date', noteIn(row, 'employment', 'StartDate')) ?? '',
      initialStart: row.values[0] ?? '',
      created: ownCopy(noteIn(row, 'employment', 'CreationDate')),
      id: numberIn(row, 'employment', 'EmploymentId'),
    }),
    (rows, kept) => ({
      row: pickCurrentEmployment(kept?.row === undefined ? rows : [kept.row, ...rows], context.query.today),
    }),
  )

const toSalaryEntry = (row: BulkRow): SalaryEntry => {
  const [Value = '', Type = '', Start = ''] = row.values
  const created = ownCopy(noteIn(row, 'salary', 'CreationDate'))
  return { Value, Type: toSalaryType(Type), Start, created, id: numberIn(row, 'salary', 'ID') }
}

const readSalaries = (context: BulkContext): Promise<Histories<readonly SalaryEntry[]>> =>
  readHistories<SalaryEntry, readonly SalaryEntry[]>(context, 'salary', toSalaryEntry, (rows, kept) =>
    kept === undefined ? rows : [...kept, ...rows],
  )

const noHomeAddress = packAllValues(fieldNamesOf('address').map(() => ''))

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
    // Let go at once: what was read of everybody and what is made of it need not be there together.
    for (const histories of [people, addresses, employments, salaries]) histories?.delete(id)
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
