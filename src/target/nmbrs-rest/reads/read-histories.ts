import type { TargetCompanyId } from '../../../domain/ids.js'
import { createRestError } from '../client/rest-error.js'
import { toCall, type Reads } from '../operations.js'
import { idIn, isObject, listIn, type Json } from '../wire/json.js'
import { readList } from './read-list.js'

/**
 * The lists that hold a history for each employee: under what name, and what an entry's id is called (Nmbrs
 * REST contract, section 4.2).
 */
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
 * Reads one list of everyone. An employee may have several rows, so that what is kept of the first is given
 * to the next. `query` narrows the list, where Nmbrs hears it: what comes has to be looked at all the same.
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
export const keyOf = (employeeId: string, [first]: readonly Json[], id: string): string =>
  first === undefined ? employeeId : `${employeeId} ${idIn(first, id) || JSON.stringify(first)}`

/** How many employees pass between two words on progress. */
const progressStep = 1000
