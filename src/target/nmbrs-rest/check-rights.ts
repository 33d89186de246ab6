import { RemoteError } from '../../domain/errors.js'
import type { TargetCompanyId } from '../../domain/ids.js'
import type { CallRight } from '../port.js'
import type { RestCall } from './client/rest-call.js'
import { restOperations, toCall, type Reads, type RestOperation } from './operations.js'

const operations = Object.keys(restOperations) as readonly RestOperation[]

/** The lists of debtors are for a consent that covers several, and are tried when it does. */
const notNeeded: ReadonlySet<RestOperation> = new Set(['listDebtors', 'listDebtorCompanies'])

/**
 * Tries every reading call of the sync on this company, and says what came of it. Writing calls are named and
 * never tried. Throws `AuthError` only.
 */
export const checkRights = async (client: Reads, companyId: TargetCompanyId): Promise<readonly CallRight[]> =>
  Promise.all(operations.map((operation) => checkRight(client, operation, companyId)))

/**
 * The writing calls that a consent to these scopes does not allow. They are never tried, so this is all that
 * can be known before the first write.
 */
export const findWritesWithoutScope = (
  granted: readonly string[],
): { operation: RestOperation; scopes: readonly string[] }[] =>
  operations.flatMap((operation) => {
    const { method, scopes } = restOperations[operation]
    const isOpen = method === 'GET' || scopes.some((scope) => granted.includes(scope))
    return isOpen ? [] : [{ operation, scopes }]
  })

const checkRight = async (
  client: Reads,
  operation: RestOperation,
  companyId: TargetCompanyId,
): Promise<CallRight> => {
  if (restOperations[operation].method !== 'GET')
    return { operation, status: 'not-tested', detail: 'writes, so it is never tried on a live account' }
  if (notNeeded.has(operation))
    return { operation, status: 'not-tested', detail: 'needed for a consent over several debtors only' }
  const query = operation === 'getCurrentPeriod' ? {} : { query: { pageNumber: '1', pageSize: '1' } }
  const error = await tryRead(client, toCall(operation, companyId, query))
  if (error === undefined || error.facts.code === 'multi-debtor')
    return { operation, status: 'active', detail: '' }
  const { code, remedy } = error.facts
  const status = code === 'right-missing' ? 'no-access' : 'error'
  return { operation, status, detail: error.message, remedy }
}

/** Makes a reading call for the sake of making it; gives what is wrong with it. Throws `AuthError` only. */
export const tryRead = async (client: Reads, call: RestCall): Promise<RemoteError | undefined> => {
  try {
    await client.read(call)
    return undefined
  } catch (error) {
    if (error instanceof RemoteError) return error
    throw error
  }
}
