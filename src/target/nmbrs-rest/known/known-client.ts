import type { KnownName, OnContradiction, RestKnown } from '../../../domain/addresses/rest-known.js'
import type { TargetCompanyId } from '../../../domain/ids.js'
import type { RestCall } from '../client/rest-call.js'
import type { RestClient } from '../client/rest-client.js'
import type { KnownReads } from '../operations.js'
import { readEntriesOf, type HistoryList } from '../reads/read-histories.js'
import type { Json } from '../wire/json.js'
import { createPageSize } from '../reads/page-size.js'
import { createSharedLooks } from './shared-looks.js'

/** The lists of which it is not sure that they hear whom they are asked for (Nmbrs REST contract, section 15, row 14). */
const unsureLists: ReadonlySet<string> = new Set<HistoryList>([
  'listAddresses',
  'listBankAccounts',
  'listPersonalInfo',
])

/**
 * A client that makes use of what is known of the API. Where the API behaves otherwise, that is said once, and the client goes on as one that knows
 * nothing.
 */
export const withKnown = (
  client: RestClient,
  known: RestKnown,
  onContradiction: OnContradiction,
): RestClient & KnownReads => {
  const said = new Set<KnownName>()
  const contradict: OnContradiction = (name, seen) => {
    if (said.has(name) || (name === 'secondAddress' && known.secondAddress !== 'taken')) return
    said.add(name)
    onContradiction(name, seen)
  }
  let isIgnored = known.employeeFilter === 'ignored'
  const pages = known.largePages === true ? createPageSize(contradict) : undefined
  const reads = { read: (call: RestCall) => client.read(call), ...(pages === undefined ? {} : { pages }) }
  const looks = createSharedLooks<readonly Json[]>((key, employeeIds) => {
    const [list, companyId] = key.split(' ') as [HistoryList, TargetCompanyId]
    return readEntriesOf(reads, list, companyId, employeeIds)
  })
  return {
    ...client,
    ...(pages === undefined ? {} : { pages }),
    contradict,
    shared: {
      isFor: (list) => isIgnored && unsureLists.has(list),
      look: (list, companyId, employeeId) => looks.look(`${list} ${companyId}`, employeeId),
      noteOthers: (list) => {
        if (known.employeeFilter !== 'works' || !unsureLists.has(list)) return
        isIgnored = true
        contradict('employeeFilter', 'ignored')
      },
    },
  }
}
