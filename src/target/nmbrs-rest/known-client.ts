import type { KnownName, OnContradiction, RestKnown } from '../../domain/addresses/rest-known.js'
import type { RestClient } from './client/rest-client.js'
import type { KnownReads } from './operations.js'
import { createPageSize } from './reads/page-size.js'

/**
 * A client that makes use of what is known of the API. Where the API behaves otherwise, that is said once,
 * and the client goes on as one that knows nothing.
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
  const pages = known.largePages === true ? createPageSize(contradict) : undefined
  return { ...client, ...(pages === undefined ? {} : { pages }), contradict }
}
