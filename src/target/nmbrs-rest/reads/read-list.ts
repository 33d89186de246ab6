import { RemoteError } from '../../../domain/errors.js'
import type { RestCall } from '../client/rest-call.js'
import { createRestError } from '../client/rest-error.js'
import { usualPageSize } from './page-size.js'
import type { Reads } from '../operations.js'
import { isObject, listIn, numberIn, objectIn, textIn, type Json } from '../wire/json.js'

/** How many pages are asked for ahead of the one that is being looked at. */
const pagesAhead = 8
/** How often a list that moves is read. */
const mostAttempts = 3

/** Takes the rows of a list, and gives what was made of them. */
export interface RowTaker<Result> {
  /** `key`: no two rows of a whole list have the same. */
  take(row: Json): { key: string }
  result(): Result
}

interface Page {
  rows: readonly unknown[]
  /** `undefined` where the answer does not say. */
  total: number | undefined
  pages: number | undefined
  /** How many rows a page has, as the answer says. */
  size: number | undefined
  hasNext: boolean
}

/**
 * Reads a list page by page, by number: the addresses in an answer are never followed, for the token goes with the request. The list is whole when
 * as many rows came as each page says there are, and none came twice. One that moved meanwhile is read anew; then it is an error. `createTaker` is
 * asked for a new taker at each attempt.
 */
export const readList = async <Result>(
  client: Reads,
  call: RestCall,
  createTaker: () => RowTaker<Result>,
  { mayGrow = false }: ListOptions = {},
): Promise<Result> => {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const taker = createTaker()
    const isWhole =
      mayGrow && attempt > 1
        ? await readGrowing(client, call, taker)
        : // Larger pages save calls; a list that was not whole with them is read with those of everyone.
          await readOnce(client, call, taker, attempt === 1 ? sizeOf(client) : usualPageSize)
    if (isWhole) return taker.result()
  }
  throw createRestError('list-incomplete', call.operation)
}

export interface ListOptions {
  /** Once the list moved, those who were in it from the beginning are enough, for the person who asks about one of them while others are being added. */
  mayGrow?: boolean
}

/** Gives whether the list did not move while it was read. */
const readOnce = async (
  client: Reads,
  call: RestCall,
  taker: RowTaker<unknown>,
  pageSize: number,
): Promise<boolean> => {
  const keys = new Set<string>()
  let count = 0
  const take = ({ rows }: Page): boolean => {
    for (const row of rows) {
      if (!isObject(row)) throw createRestError('unexpected-answer', call.operation)
      keys.add(taker.take(row).key)
      count += 1
    }
    return keys.size === count
  }
  const readPage = async (number: number): Promise<Page> =>
    toPage(await client.read(withPage(call, number, pageSize)), call.operation, number)

  const first = await readFirst(client, pageSize, readPage)
  if (first === undefined || !take(first)) return false
  const { total, pages } = first
  if (total === undefined || pages === undefined) return readUntilEmpty(first, readPage, take)
  for await (const page of inOrder(pages, readPage)) if (page.total !== total || !take(page)) return false
  return count === total
}

const sizeOf = ({ pages }: Reads): number => pages?.current() ?? usualPageSize

/** The first page; `undefined` where Nmbrs takes one of this size for wrong, or gives fewer rows, though it is known that it does neither. */
const readFirst = async (
  { pages }: Reads,
  pageSize: number,
  readPage: (number: number) => Promise<Page>,
): Promise<Page | undefined> => {
  if (pages === undefined || pageSize === usualPageSize) return readPage(1)
  try {
    const page = await readPage(1)
    if (page.size === undefined || page.size >= pageSize) return page
    pages.giveUp('cut')
  } catch (error) {
    if (!(error instanceof RemoteError) || error.facts.code !== 'refused') throw error
    pages.giveUp('refuse')
  }
  return undefined
}

/**
 * Reads one page after the other of a list that others are added to meanwhile, and gives whether no one left. An added row moves those behind it to later
 * places, which are read later: they may come twice, and none that was there at the beginning is passed over.
 */
const readGrowing = async (client: Reads, call: RestCall, taker: RowTaker<unknown>): Promise<boolean> => {
  const keys = new Set<string>()
  let [began, largest] = [0, 0]
  for (let number = 1, pages = 1; number <= pages; number += 1) {
    const read = await client.read(withPage(call, number, usualPageSize))
    const page = toPage(read, call.operation, number)
    if (page.total === undefined || page.pages === undefined || page.total < largest) return false
    if (number === 1) began = page.total
    ;[largest, pages] = [page.total, page.pages]
    for (const row of page.rows) {
      if (!isObject(row)) throw createRestError('unexpected-answer', call.operation)
      keys.add(taker.take(row).key)
    }
  }
  return keys.size >= began && keys.size <= largest
}

/** Where no page says how many there are, only an empty one is the end. */
const readUntilEmpty = async (
  first: Page,
  readPage: (number: number) => Promise<Page>,
  take: (page: Page) => boolean,
): Promise<boolean> => {
  let page = first
  for (let number = 2; page.rows.length > 0 && (page.hasNext || page.rows.length >= 20); number += 1) {
    page = await readPage(number)
    if (!take(page)) return false
  }
  return true
}

/** The pages from the second on, some of them asked for ahead. */
async function* inOrder(last: number, readPage: (number: number) => Promise<Page>): AsyncGenerator<Page> {
  const asked: Promise<Page>[] = []
  for (let number = 2; number <= last || asked.length > 0;) {
    while (number <= last && asked.length < pagesAhead) {
      const page = readPage(number)
      // It is waited for in its turn; should one before it fail, no one waits for it any more.
      page.catch(() => undefined)
      asked.push(page)
      number += 1
    }
    const next = asked.shift()
    if (next !== undefined) yield await next
  }
}

const withPage = (call: RestCall, number: number, pageSize: number): RestCall => ({
  ...call,
  query: { ...call.query, pageNumber: String(number), pageSize: String(pageSize) },
})

const toPage = (answer: unknown, operation: string, number: number): Page => {
  if (!isObject(answer) || !Array.isArray(answer.data)) throw createRestError('unexpected-answer', operation)
  const pagination = objectIn(answer, 'pagination')
  const total = numberIn(pagination, 'totalRecords')
  const said = numberIn(pagination, 'pageNumber')
  if (said !== undefined && said !== number) throw createRestError('unexpected-answer', operation)
  const size = numberIn(pagination, 'pageSize')
  return {
    rows: listIn(answer, 'data'),
    total,
    size,
    pages: numberIn(pagination, 'totalPages') ?? pagesOf(total, size),
    hasNext: textIn(pagination, 'nextPage') !== '',
  }
}

const pagesOf = (total: number | undefined, size: number | undefined): number | undefined =>
  total === undefined || size === undefined || size < 1 ? undefined : Math.ceil(total / size)
