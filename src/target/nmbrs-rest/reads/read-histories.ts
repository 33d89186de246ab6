import type { TargetCompanyId } from '../../../domain/ids.js'
import type { RestCall } from '../client/rest-call.js'
import { createRestError } from '../client/rest-error.js'
import { toCall, type Reads } from '../operations.js'
import { idIn, isObject, listIn, type Json } from '../wire/json.js'
import { readList, type RowTaker } from './read-list.js'

/** The lists that hold a history for each employee: under what name, and what an entry's id is called (Nmbrs REST contract, section 4.2). */
export const histories = {
  listPersonalInfo: { key: 'info', id: 'personalInfoId' },
  listAddresses: { key: 'addresses', id: 'addressId' },
  listBankAccounts: { key: 'bankAccounts', id: 'bankAccountId' },
  listSalaries: { key: 'salaries', id: 'salaryId' },
  listEmployments: { key: 'employments', id: 'employmentId' },
} as const

export type HistoryList = keyof typeof histories

/** What an employee's entries, some or all of them, become; `kept` is what came of theirs before. */
export type KeepEntries<Kept> = (entries: readonly Json[], kept: Kept | undefined) => Kept

/**
 * Reads one list of everyone. An employee may have several rows, so that what is kept of the first is given to the next. `query` narrows the list,
 * where Nmbrs hears it: what comes has to be looked at all the same.
 */
export const readHistories = async <Kept>(
  client: Reads,
  {
    list,
    companyId,
    query,
  }: { list: HistoryList; companyId: TargetCompanyId; query?: Readonly<Record<string, string>> },
  keep: KeepEntries<Kept>,
  onProgress: (read: number) => void = () => undefined,
): Promise<Map<string, Kept>> => {
  const { key, id } = histories[list]
  const call = toCall(list, companyId, query === undefined ? {} : { query })
  const kept = await readList(client, call, () => {
    const people = new Map<string, Kept>()
    return {
      take: (row) => {
        const employeeId = idIn(row, 'employeeId')
        if (employeeId === '') throw createRestError('unreadable-value', list, { field: 'employeeId' })
        const entries = listIn(row, key).filter(isObject)
        people.set(employeeId, keep(entries, people.get(employeeId)))
        if (people.size % progressStep === 0) onProgress(people.size)
        return { key: keyOf(employeeId, entries, id) }
      },
      result: () => people,
    }
  })
  onProgress(kept.size)
  return kept
}

/** Rows of one employee are told apart by the first entry of each. */
const keyOf = (employeeId: string, [first]: readonly Json[], id: string): string =>
  first === undefined ? employeeId : `${employeeId} ${idIn(first, id) || JSON.stringify(first)}`

/** How many employees pass between two words on progress. */
const progressStep = 1000

/**
 * All entries of one employee. Nmbrs may not hear that only one is asked for (section 15, row 14), so the others are left out here. `undefined` when
 * the list does not name the employee.
 */
export const readEntries = async (
  client: Reads,
  list: HistoryList,
  companyId: TargetCompanyId,
  employeeId: string,
): Promise<readonly Json[] | undefined> => {
  const { shared } = client
  if (shared?.isFor(list) === true) return shared.look(list, companyId, employeeId)
  const call = toCall(list, companyId, { query: { employeeId } })
  const found = await readSome(client, list, call, new Set([employeeId]))
  if (found.others > 0) shared?.noteOthers(list)
  return found.entries.get(employeeId)
}

/** All entries of some employees, of a list that is read whole. Anyone who is not named there is not in the result. */
export const readEntriesOf = async (
  client: Reads,
  list: HistoryList,
  companyId: TargetCompanyId,
  employeeIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Json[]>> =>
  (await readSome(client, list, toCall(list, companyId), employeeIds)).entries

/** `others`: how many rows were of someone else. */
const readSome = (
  client: Reads,
  list: HistoryList,
  call: RestCall,
  employeeIds: ReadonlySet<string>,
): Promise<{ entries: ReadonlyMap<string, readonly Json[]>; others: number }> => {
  const { key, id } = histories[list]
  const createTaker = (): RowTaker<{ entries: ReadonlyMap<string, readonly Json[]>; others: number }> => {
    const found = new Map<string, Map<string, readonly Json[]>>()
    let others = 0
    return {
      take: (row) => {
        const rowId = idIn(row, 'employeeId')
        const entries = listIn(row, key).filter(isObject)
        const rowKey = keyOf(rowId, entries, id)
        if (employeeIds.has(rowId)) {
          // A row that comes twice counts once.
          const rows = found.get(rowId) ?? new Map<string, readonly Json[]>()
          found.set(rowId, rows.set(rowKey, entries))
        } else others += 1
        return { key: rowKey }
      },
      result: () => ({
        entries: new Map([...found].map(([employeeId, rows]) => [employeeId, [...rows.values()].flat()])),
        others,
      }),
    }
  }
  // Others are written to at the same time, and the lists grow by it.
  return readList(client, call, createTaker, { mayGrow: true })
}
