import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TargetEmployee } from '../../domain/employee.js'
import { toTargetEmployeeId, type TargetCompanyId, type TargetEmployeeId } from '../../domain/ids.js'
import { fieldNamesOf } from '../../domain/sections.js'
import { toPackedTarget } from '../../domain/packed/packed-people.js'
import { packAllValues } from '../../domain/packed/packed-values.js'
import type { SectionsQuery } from '../port.js'
import { toAmbiguous } from '../common/ambiguous-rows.js'
import {
  createBulkReader,
  type BulkEmployee,
  type BulkRow,
  type BulkShape,
  type TakeEmployees,
} from './wire/bulk-reader.js'
import { shapes, type BulkSection } from './wire/bulk-shapes.js'
import type { NmbrsClient } from './calls/client.js'
import {
  findAmbiguousStarts,
  periodNumber,
  toEntryTime,
  toSalaries,
  namesTable,
  toSalaryType,
  type EmploymentRow,
  type SalaryEntry,
} from '../common/current-rows.js'
import {
  toCurrent,
  toCurrentEmployment,
  type Current,
  type CurrentRow,
  type HistoryRow,
} from '../common/kept-rows.js'
import { createMemory, ownCopy } from '../common/retained-text.js'
import { createRememberingReader, createValuesReader, toNumber, toText } from './wire/row-values.js'
import { toCanonical } from '../common/wire-values.js'

/** How many employees pass between two words on progress. */
const progressStep = 1000
/** How many people are joined before others get their turn. */
const joinStep = 2000

/** What is kept of each employee, by id. */
type Histories<Kept> = Map<string, Kept>

/** What `read` needs to know of the company and of the caller. */
interface BulkContext {
  client: NmbrsClient
  companyId: TargetCompanyId
  query: SectionsQuery
}

/** What is read of everyone in one section. */
class Reading<Kept> {
  readonly histories: Histories<Kept> = new Map()
  /** People of whom a record can be read in more than one way: nothing of it counts. */
  readonly #doubtful = new Set<string>()

  constructor(
    private readonly section: BulkSection,
    private readonly query: SectionsQuery,
  ) {}

  set(employeeId: string, kept: Kept): void {
    this.histories.set(employeeId, kept)
    if (this.histories.size % progressStep === 0) this.tell()
  }

  /** The employees whose records can be read in one way only. */
  takeSure(employees: readonly BulkEmployee[]): readonly BulkEmployee[] {
    if (!employees.some(({ isDoubtful }) => isDoubtful === true)) return employees
    for (const { id, isDoubtful } of employees) if (isDoubtful === true) this.#doubtful.add(id)
    return employees.filter(({ isDoubtful }) => isDoubtful !== true)
  }

  /** What was read, without those of whom a record is in doubt. */
  finish(): Histories<Kept> {
    for (const id of this.#doubtful) this.histories.delete(id)
    this.tell()
    return this.histories
  }

  tell(): void {
    this.query.onProgress?.(this.section, this.histories.size)
  }
}

/**
 * Reads one section of everyone. What is kept of the rows of one person is set at once, so that a history is
 * dropped as soon as it was looked through; should a person's rows come in two places, what was kept the
 * first time counts too. Each section takes its employees from top to bottom by itself, as the engine would
 * compile again for each of them what they shared.
 */
const readHistories = async <Kept, Note extends string>(
  { client, companyId, query }: BulkContext,
  section: BulkSection,
  shape: BulkShape<Note>,
  buildTake: (reading: Reading<Kept>) => TakeEmployees<Note>,
): Promise<Histories<Kept>> =>
  client.read(shapes[section].operation, { CompanyID: companyId }, () => {
    const reading = new Reading<Kept>(section, query)
    const take = buildTake(reading)
    const reader = createBulkReader(shape, (employees, places) => {
      take(reading.takeSure(employees), places)
    })
    return { ...reader, result: () => reading.finish() }
  })

/** The personal data that hold in the company's current period, and the name to show. */
const readPersonalInfo = (context: BulkContext, current: number): Promise<Histories<Current<CurrentRow>>> =>
  readHistories(context, 'personalInfo', shapes.personalInfo, (reading) => {
    const { operation } = shapes.personalInfo
    const readValues = createValuesReader(shapes.personalInfo)
    return (employees, places) => {
      const { notes } = places
      const toRow = (row: BulkRow): HistoryRow => ({
        values: readValues(row, places),
        start: periodNumber(
          toNumber(row[notes.StartYear], 'StartYear', operation),
          toNumber(row[notes.StartPeriod], 'StartPeriod', operation),
        ),
        end: 0,
        created: toEntryTime(toText(row[notes.CreationDate])),
        id: toNumber(row[notes.Id], 'Id', operation),
        displayName: toText(row[notes.DisplayName]),
        deceasedOn: toCanonical('date', row[notes.DeceasedDate] ?? '') ?? '',
      })
      for (const { id, rows } of employees) {
        const all: HistoryRow[] = []
        for (const row of rows) all.push(toRow(row))
        reading.set(id, toCurrent('personalInfo', all, reading.histories.get(id), current))
      }
    }
  })

const readHomeAddresses = (context: BulkContext, current: number): Promise<Histories<Current<CurrentRow>>> =>
  readHistories(context, 'address', shapes.address, (reading) => {
    const { operation } = shapes.address
    const readValues = createValuesReader(shapes.address)
    return (employees, places) => {
      const { notes } = places
      const toRow = (row: BulkRow): HistoryRow | undefined => {
        const values = readValues(row, places)
        if (toText(row[notes.Type]) !== 'HomeAddress') return undefined
        return {
          values,
          start: periodNumber(
            toNumber(row[notes.StartYear], 'StartYear', operation),
            toNumber(row[notes.StartPeriod], 'StartPeriod', operation),
          ),
          end: periodNumber(
            toNumber(row[notes.EndYear], 'EndYear', operation),
            toNumber(row[notes.EndPeriod], 'EndPeriod', operation),
          ),
          created: toEntryTime(toText(row[notes.CreationDate])),
          id: toNumber(row[notes.Id], 'Id', operation),
          displayName: '',
          deceasedOn: '',
        }
      }
      for (const { id, rows } of employees) {
        const home: HistoryRow[] = []
        for (const row of rows) {
          const found = toRow(row)
          if (found !== undefined) home.push(found)
        }
        reading.set(id, toCurrent('address', home, reading.histories.get(id), current))
      }
    }
  })

const readEmployments = (context: BulkContext): Promise<Histories<Current<EmploymentRow>>> =>
  readHistories(context, 'employment', shapes.employment, (reading: Reading<Current<EmploymentRow>>) => {
    const { operation } = shapes.employment
    const readValues = createRememberingReader(shapes.employment)
    const toDay = createMemory((text) => toCanonical('date', text))
    return (employees, places) => {
      const { notes } = places
      const toRow = (row: BulkRow): EmploymentRow => ({
        initialStart: readValues(row, places)[0] ?? '',
        start: toDay(row[notes.StartDate] ?? '') ?? '',
        end: toDay(row[notes.EndDate] ?? ''),
        created: ownCopy(toEntryTime(toText(row[notes.CreationDate]))),
        id: toNumber(row[notes.EmploymentId], 'EmploymentId', operation),
      })
      for (const { id, rows } of employees) {
        const kept = reading.histories.get(id)
        const all: EmploymentRow[] = kept?.row === undefined ? [] : [kept.row]
        for (const row of rows) all.push(toRow(row))
        reading.set(id, toCurrentEmployment(all, kept, context.query.today))
      }
    }
  })

const readSalaries = (context: BulkContext): Promise<Histories<readonly SalaryEntry[]>> =>
  readHistories(context, 'salary', shapes.salary, (reading: Reading<readonly SalaryEntry[]>) => {
    const { operation } = shapes.salary
    const readValues = createRememberingReader(shapes.salary)
    return (employees, places) => {
      const { notes } = places
      const toEntry = (row: BulkRow): SalaryEntry => {
        const [Value = '', Type = '', Start = ''] = readValues(row, places)
        const created = ownCopy(toEntryTime(toText(row[notes.CreationDate])))
        return {
          Value,
          Type: toSalaryType(Type),
          Start,
          created,
          id: toNumber(row[notes.ID], 'ID', operation),
          ...(namesTable(row[notes.SalaryTable]) ? { byTable: true } : {}),
        }
      }
      for (const { id, rows } of employees) {
        // Made in its size: an array that grows has room for sixteen more, and there is one for everyone.
        const entries = rows.map(toEntry)
        const before = reading.histories.get(id)
        reading.set(id, before === undefined ? entries : [...before, ...entries])
      }
    }
  })

const noHomeAddress = packAllValues(fieldNamesOf('address').map(() => ''))

/**
 * The wanted sections of everyone in a company, in one call per section. A bulk read can leave people out
 * (Nmbrs contract, section 6.17). Someone whose personal data were asked for and left out is not in the
 * result at all, as no one could tell who they are: they are to be found in the employee list and read apart.
 * A section of another kind that left someone out is `undefined` for them, for it is not known to be empty.
 * `readCurrent` gives the number of the company's current period.
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
    // Let go at once: what was read of everyone and what is made of it need not be there together.
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
    ...(employment?.spans === undefined ? {} : { spans: employment.spans }),
    ...(person === undefined || person.deceasedOn === '' ? {} : { deceasedOn: person.deceasedOn }),
    ...(address?.isOneOfSeveral === true ? { mayHaveSeveralHomes: true as const } : {}),
    ...toAmbiguous({
      personalInfo: people?.get(id)?.ambiguous,
      address: address?.ambiguous,
      employment: employment?.ambiguous,
      salaryStarts: entries && findAmbiguousStarts(entries),
    }),
  })
}
