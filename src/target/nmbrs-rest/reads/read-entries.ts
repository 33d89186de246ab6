import type { RestKnown } from '../../../domain/addresses/rest-known.js'
import type { TargetCompanyId } from '../../../domain/ids.js'
import { toCall, type Reads } from '../operations.js'
import { idIn, isObject, listIn, type Json } from '../wire/json.js'
import { histories, keyOf, type HistoryList } from './read-histories.js'
import { readList } from './read-list.js'
import { createSharedReading, type SharedReading } from './shared-reading.js'

/**
 * All entries of one employee in a list; `undefined` when the list does not name the employee. Throws
 * `RemoteError`.
 */
export type ReadEntries = (
  list: HistoryList,
  companyId: TargetCompanyId,
  employeeId: string,
) => Promise<readonly Json[] | undefined>

interface EntriesReader {
  readonly readEntries: ReadEntries
  /** How many wait for a reading that serves several. */
  waiting(): number
}

/**
 * The lists of which it is not sure that they hear whom they are asked for (Nmbrs REST contract, section 15,
 * row 14).
 */
const unsureLists: ReadonlySet<HistoryList> = new Set([
  'listAddresses',
  'listBankAccounts',
  'listPersonalInfo',
])

/**
 * Asks for one employee alone. Nmbrs may not hear that, and give everyone: then one reading of that list
 * serves all who were asked for before it began. `known`: what someone found out of the lists that are not
 * sure.
 */
export const createEntriesReader = (client: Reads, known?: RestKnown['employeeFilter']): EntriesReader => {
  const everybody = new Map<string, SharedReading<readonly Json[]>>()
  const ensureShared = (list: HistoryList, companyId: TargetCompanyId): SharedReading<readonly Json[]> => {
    const key = `${list} ${companyId}`
    const shared =
      everybody.get(key) ??
      createSharedReading(async (wanted) => (await readRows(client, { list, companyId }, wanted)).found)
    everybody.set(key, shared)
    return shared
  }
  const isShared = (list: HistoryList, companyId: TargetCompanyId): boolean =>
    everybody.has(`${list} ${companyId}`) || (known === 'ignored' && unsureLists.has(list))

  const readEntries: ReadEntries = async (list, companyId, employeeId) => {
    if (isShared(list, companyId)) return ensureShared(list, companyId).read(employeeId)
    const asked = new Set([employeeId])
    const { found, hasOthers } = await readRows(client, { list, companyId, employeeId }, asked)
    if (hasOthers) {
      ensureShared(list, companyId)
      if (known === 'works' && unsureLists.has(list)) client.contradict?.('employeeFilter', 'ignored')
    }
    return found.get(employeeId)
  }
  const waiting = (): number => [...everybody.values()].reduce((sum, shared) => sum + shared.waiting(), 0)
  return { readEntries, waiting }
}

interface Asked {
  list: HistoryList
  companyId: TargetCompanyId
  employeeId?: string
}

interface EntriesRead {
  found: ReadonlyMap<string, readonly Json[]>
  /** Whether there were rows of people who were not asked for. */
  hasOthers: boolean
}

const readRows = (
  client: Reads,
  { list, companyId, employeeId }: Asked,
  wanted: ReadonlySet<string>,
): Promise<EntriesRead> => {
  const { key, id } = histories[list]
  const query = employeeId === undefined ? {} : { query: { employeeId } }
  return readList(client, toCall(list, companyId, query), () => {
    const found = new Map<string, readonly Json[]>()
    let hasOthers = false
    return {
      take: (row) => {
        const rowId = idIn(row, 'employeeId')
        const entries = listIn(row, key).filter(isObject)
        if (wanted.has(rowId)) found.set(rowId, [...(found.get(rowId) ?? []), ...entries])
        else hasOthers = true
        return { key: keyOf(rowId, entries, id) }
      },
      result: () => ({ found, hasOthers }),
    }
  })
}
