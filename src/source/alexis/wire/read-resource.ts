import type { Log } from '../../../domain/log.js'
import type { AlexisClient, Resource } from './client.js'
import { type ListRead, type ListRow, readList } from './paging.js'
import { type Envelope, type Identity, parseIdentity } from './schema.js'

/**
 * Few enough that going through one page keeps no one else waiting for long, many enough that a large account
 * takes few requests. The server may give fewer (AlexisHR contract, section 3.6).
 */
const pageLimit = 200

/** What every read of a list needs. */
export interface ListReader {
  client: AlexisClient
  log: Log
}

export interface ResourceQuery<Row extends ListRow> {
  resource: Resource
  params?: Readonly<Record<string, string>>
  /** Turns a page into what is kept of it, one row for each record. */
  toRows: (page: Envelope) => readonly Row[]
  attempts?: number
  onProgress?: ((read: number, total: number) => void) | undefined
}

/** Reads a whole list, ordered by id, keeping of each page only what `toRows` makes of it. */
export const readResource = <Row extends ListRow>(
  { client, log }: ListReader,
  query: ResourceQuery<Row>,
): Promise<ListRead<Row>> => {
  const { resource, params = {}, toRows, attempts = 3, onProgress } = query
  const readPage = async (offset: number) => {
    const paging = { 'sort[id]': 'asc', limit: String(pageLimit), offset: String(offset) }
    const page = await client.readPage(resource, { ...params, ...paging })
    return { rows: toRows(page), total: page.total }
  }
  const onAgain = (attempt: number, why: string): void => {
    log.warn('source list changed while it was read; reading it again', { resource, attempt, why })
  }
  return readList(readPage, { attempts, onProgress, onAgain })
}

/** What a record is told apart by: its id, or its whole content when it has none. */
export const keyOf = (record: unknown, { id }: Identity = parseIdentity(record)): string =>
  id ?? `without id: ${contentOf(record)}`

const contentOf = (record: unknown): string => {
  try {
    return JSON.stringify(record)
  } catch {
    // Nested deeper than the stack reaches: no one's record. Two of them count as one, so that the list does
    // not add up and is refused.
    return 'nested too deeply'
  }
}
