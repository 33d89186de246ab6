import { setTimeout as wait } from 'node:timers/promises'

import { RemoteError } from '../../../domain/errors.js'
import type { RestCall } from '../client/rest-call.js'
import { createRestError } from '../client/rest-error.js'
import { usualPageSize } from './page-size.js'
import type { Reads } from '../operations.js'
import { isObject, listIn, numberIn, objectIn, textIn, type Json } from '../wire/json.js'

/** How many pages are asked for ahead of the one that is being looked at. */
const pagesAhead = 8
/**
 * How long is waited before a list that moved is read again, in milliseconds. None of our own writes leaves
 * then, but what they wrote may show late (Nmbrs REST contract, section 15, row 33).
 */
const usualWaits: readonly number[] = [0, 1000, 3000]

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
 * Reads a list page by page, by number: the addresses in an answer are never followed, for the token goes
 * with the request. The list is whole when as many rows came as each page says there are, and none came
 * twice. We write nothing while several pages are read. One that moved all the same is read anew; then it is
 * an error. `createTaker` is asked for a new taker at each attempt.
 */
export const readList = async <Result>(
  client: Reads,
  call: RestCall,
  createTaker: () => RowTaker<Result>,
  waits: readonly number[] = usualWaits,
): Promise<Result> => {
  const readPageOf =
    (size: number): ReadPage =>
    async (number) =>
      toPage(await client.read(withPage(call, number, size)), call.operation, number)
  const attempt = async (first: Page | undefined, readPage: ReadPage): Promise<Found<Result> | undefined> => {
    if (first === undefined) return undefined
    const taker = createTaker()
    return (await readOnce(first, readPage, call, taker)) ? { result: taker.result() } : undefined
  }
  const attemptAgain = async (): Promise<Found<Result> | undefined> => {
    for (const ms of waits) {
      if (ms > 0) await wait(ms)
      const readPage = readPageOf(usualPageSize)
      const found = await attempt(await readPage(1), readPage)
      if (found !== undefined) return found
    }
    return undefined
  }

  const isUndisturbed = client.quiet.watch()
  // Larger pages save calls; a list that was not whole with them is read with those of everyone.
  const size = sizeOf(client)
  const readPage = readPageOf(size)
  const first = await readFirst(client, size, readPage)
  const isAlone = first !== undefined && isOnly(first)
  const alone = isAlone ? await attempt(first, readPage) : undefined
  if (alone !== undefined) return alone.result

  const found = await client.quiet.whileQuiet(async () => {
    const begun = !isAlone && isUndisturbed() ? await attempt(first, readPage) : undefined
    return begun ?? attemptAgain()
  })
  if (found === undefined) throw createRestError('list-incomplete', call.operation)
  return found.result
}

type ReadPage = (number: number) => Promise<Page>

interface Found<Result> {
  result: Result
}

/** Gives whether the list did not move while it was read, from its first page on. */
const readOnce = async (
  first: Page,
  readPage: ReadPage,
  call: RestCall,
  taker: RowTaker<unknown>,
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

  if (!take(first)) return false
  const { total, pages } = first
  if (total === undefined || pages === undefined) return readUntilEmpty(first, readPage, take)
  for await (const page of inOrder(pages, readPage)) if (page.total !== total || !take(page)) return false
  return count === total
}

const sizeOf = ({ pages }: Reads): number => pages?.current() ?? usualPageSize

/**
 * The first page; `undefined` where Nmbrs takes one of this size for wrong, or gives fewer rows, though it is
 * known that it does neither.
 */
const readFirst = async (
  { pages }: Reads,
  pageSize: number,
  readPage: ReadPage,
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

/** Whether no page follows. */
const isOnly = (page: Page): boolean => (page.pages === undefined ? !mayGoOn(page) : page.pages <= 1)

/**
 * Without a number of pages, one that is as long as the shortest page that Nmbrs gives may be followed by
 * another.
 */
const mayGoOn = ({ rows, hasNext }: Page): boolean => rows.length > 0 && (hasNext || rows.length >= 20)

/** Where no page says how many there are, only an empty one is the end. */
const readUntilEmpty = async (
  first: Page,
  readPage: ReadPage,
  take: (page: Page) => boolean,
): Promise<boolean> => {
  let page = first
  for (let number = 2; mayGoOn(page); number += 1) {
    page = await readPage(number)
    if (!take(page)) return false
  }
  return true
}

/** The pages from the second on, some of them asked for ahead. */
async function* inOrder(last: number, readPage: ReadPage): AsyncGenerator<Page> {
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
