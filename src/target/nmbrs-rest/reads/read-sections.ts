import { setImmediate as nextTurn } from 'node:timers/promises'

import type { TargetEmployee } from '../../../domain/employee.js'
import { toTargetEmployeeId, type TargetCompanyId, type TargetEmployeeId } from '../../../domain/ids.js'
import { packAllValues, unpackValue } from '../../../domain/packed/packed-values.js'
import { toPackedTarget } from '../../../domain/packed/packed-people.js'
import { fieldNamesOf, type FieldName } from '../../../domain/sections.js'
import type { StoredKind } from '../../../domain/service.js'
import { toAmbiguous } from '../../common/ambiguous-rows.js'
import {
  findAmbiguousStarts,
  toSalaries,
  type EmploymentRow,
  type SalaryEntry,
} from '../../common/current-rows.js'
import { toCurrent, toCurrentEmployment, type Current, type CurrentRow } from '../../common/kept-rows.js'
import type { SectionsQuery } from '../../port.js'
import type { Reads } from '../operations.js'
import {
  isHomeAddress,
  startOf,
  toAddressRow,
  toEmploymentRow,
  toPersonalInfoRow,
  toSalaryEntry,
} from '../wire/entries.js'
import { objectIn, textIn } from '../wire/json.js'
import { toKind } from '../wire/names.js'
import { readHistories, type HistoryList, type KeepEntries } from './read-histories.js'

/** How many people are joined before others get their turn. */
const joinStep = 2000

/** What is kept of one employee's entries of a list, while the rest of the list is read. */
interface KeptPerson extends Current<CurrentRow> {
  kind: StoredKind | undefined
}

interface KeptEmployment extends Current<EmploymentRow> {
  /** The first day of the employment in force. */
  startedOn: string
}

interface KeptAddress extends Current<CurrentRow> {
  /** The address in force began in the current period. */
  isNew?: true
}

export interface Histories {
  people: Map<string, KeptPerson> | undefined
  addresses: Map<string, KeptAddress> | undefined
  employments: Map<string, KeptEmployment> | undefined
  salaries: Map<string, readonly SalaryEntry[]> | undefined
}

export interface SectionsContext {
  client: Reads
  companyId: TargetCompanyId
  query: SectionsQuery
  /** Of the company's current period. */
  current: number
  /** Told of the numbers of periods that come up. */
  noteNumber: (number: number) => void
}

/**
 * Rows of the people who are in no list of personal info: who they are is not known, and their other rows
 * wait for that.
 */
export interface Sections {
  employees: Map<TargetEmployeeId, TargetEmployee>
  others: Histories
}

/**
 * The wanted sections of everyone of a company, in one list each. Someone whom the list of personal info
 * leaves out is not in the result. A list is proven whole, so that someone whom another list does not name
 * has nothing there.
 */
export const readSections = async (context: SectionsContext): Promise<Sections> => {
  const { sections } = context.query
  const histories: Histories = {
    people: sections.has('personalInfo')
      ? await readOf(context, 'listPersonalInfo', keepPerson(context))
      : undefined,
    addresses: sections.has('address')
      ? await readOf(context, 'listAddresses', keepAddress(context))
      : undefined,
    employments: sections.has('employment')
      ? await readOf(context, 'listEmployments', keepEmployment(context))
      : undefined,
    salaries: sections.has('salary') ? await readOf(context, 'listSalaries', keepSalaries) : undefined,
  }
  return { employees: await joinAll(histories), others: histories }
}

const progressNames = {
  listPersonalInfo: 'personalInfo',
  listAddresses: 'address',
  listEmployments: 'employment',
  listSalaries: 'salary',
  listBankAccounts: 'bankAccount',
} as const satisfies Readonly<Record<HistoryList, string>>

const readOf = <Kept>(
  { client, companyId, query }: SectionsContext,
  list: HistoryList,
  keep: KeepEntries<Kept>,
): Promise<Map<string, Kept>> =>
  readHistories(client, { list, companyId }, keep, (read) => query.onProgress?.(progressNames[list], read))

export const keepPerson =
  ({ current, noteNumber }: Pick<SectionsContext, 'current' | 'noteNumber'>): KeepEntries<KeptPerson> =>
  (entries, kept) => {
    for (const entry of entries) noteNumber(startOf(entry) % 100)
    const rows = entries.map(toPersonalInfoRow)
    const known = toCurrent('personalInfo', rows, kept, current)
    // The type is the employee's, no matter what entry it stands in.
    const [entry] = entries
    const type = entry === undefined ? '' : (textIn(objectIn(entry, 'basicInfo'), 'employeeType') ?? '')
    const kind = toKind(type)
    return {
      ...known,
      kind: kind === undefined ? kept?.kind : kind === 'payroll' ? undefined : kind,
    }
  }

export const keepAddress =
  ({ current, noteNumber }: Pick<SectionsContext, 'current' | 'noteNumber'>): KeepEntries<KeptAddress> =>
  (entries, kept) => {
    const homes = entries.filter(isHomeAddress)
    for (const entry of homes) noteNumber(startOf(entry) % 100)
    const found = toCurrent('address', homes.map(toAddressRow), kept, current)
    return found.row?.start === current ? { ...found, isNew: true } : found
  }

export const keepEmployment =
  ({ query }: Pick<SectionsContext, 'query'>): KeepEntries<KeptEmployment> =>
  (entries, kept) => {
    const rows = entries.map(toEmploymentRow)
    const all = kept?.row === undefined ? rows : [kept.row, ...rows]
    const found = toCurrentEmployment(all, kept, query.today)
    return { ...found, startedOn: found.row?.start ?? '' }
  }

export const keepSalaries: KeepEntries<readonly SalaryEntry[]> = (entries, kept) => {
  const more = entries.map(toSalaryEntry)
  return kept === undefined ? more : [...kept, ...more]
}

const joinAll = async (histories: Histories): Promise<Map<TargetEmployeeId, TargetEmployee>> => {
  const { people, addresses, employments, salaries } = histories
  const leading = people === undefined ? [addresses, employments, salaries] : [people]
  const ids = new Set(leading.flatMap((one) => [...(one?.keys() ?? [])]))
  const employees = new Map<TargetEmployeeId, TargetEmployee>()
  let joined = 0
  for (const id of ids) {
    if (people === undefined || people.get(id)?.row !== undefined) {
      employees.set(toTargetEmployeeId(id), joinEmployee(id, histories))
      // Let go at once: what was read of everyone and what is made of it need not be there together.
      for (const one of [people, addresses, employments, salaries]) one?.delete(id)
    }
    joined += 1
    if (joined % joinStep === 0) await nextTurn()
  }
  return employees
}

const noHomeAddress = packAllValues(fieldNamesOf('address').map(() => ''))
const countryOfBirth: readonly FieldName[] = ['CountryOfBirthISOCode']

/** One employee from what the lists hold. */
export const joinEmployee = (id: string, histories: Histories): TargetEmployee => {
  const person = histories.people?.get(id)
  const address = histories.addresses?.get(id)
  const employment = histories.employments?.get(id)
  const entries = histories.salaries && (histories.salaries.get(id) ?? [])
  const initialStart = employment?.row?.initialStart ?? ''
  const startedOn = employment?.startedOn ?? ''
  return toPackedTarget({
    id: toTargetEmployeeId(id),
    displayName: person?.row?.displayName ?? '',
    personalInfo: person?.row?.packed,
    address: histories.addresses && (address?.row?.packed ?? noHomeAddress),
    employment: histories.employments && { InitialStartDate: initialStart },
    salaries: entries && toSalaries(entries),
    ...(employment?.spans === undefined ? {} : { spans: employment.spans }),
    ...(startedOn === '' || startedOn === initialStart ? {} : { alsoStarted: startedOn }),
    ...(address?.isNew === true ? { homeIsNew: true } : {}),
    ...(person?.kind === undefined ? {} : { kind: person.kind }),
    ...(person?.row === undefined || person.row.deceasedOn === ''
      ? {}
      : { deceasedOn: person.row.deceasedOn }),
    ...(person?.row === undefined || showsCountry(person.row) ? {} : { unseen: countryOfBirth }),
    ...toAmbiguous({
      personalInfo: person?.ambiguous,
      address: address?.ambiguous,
      employment: employment?.ambiguous,
      salaryStarts: entries && findAmbiguousStarts(entries),
    }),
  })
}

/** One that is not shown may be there all the same (Nmbrs REST contract, section 15, row 31). */
const showsCountry = ({ packed }: CurrentRow): boolean =>
  (unpackValue('personalInfo', packed, 'CountryOfBirthISOCode') ?? '') !== ''
