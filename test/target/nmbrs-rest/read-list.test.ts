import { describe, expect, it } from '@jest/globals'

import { RemoteError } from '../../../src/domain/errors.js'
import { createWriteTurns } from '../../../src/target/nmbrs-rest/client/quiet.js'
import type { RestCall } from '../../../src/target/nmbrs-rest/client/rest-call.js'
import { readList, type RowTaker } from '../../../src/target/nmbrs-rest/reads/read-list.js'
import { idIn } from '../../../src/target/nmbrs-rest/wire/json.js'

const call: RestCall = { operation: 'listEmployees', method: 'GET', path: '/api/list', scopes: [] }

interface Said {
  ids: readonly string[]
  total?: number
  pages?: number
  next?: boolean
}
/** The pages of one reading of the list; the last reading is given again and again. */
type Reading = readonly Said[]

const toAnswer = ({ ids, total, pages, next }: Said, number: number): unknown => ({
  data: ids.map((id) => ({ id })),
  pagination: {
    pageNumber: number,
    totalRecords: total,
    totalPages: pages,
    nextPage: next === true ? 'https://elsewhere.example/next' : '',
  },
})

const createTaker = (): RowTaker<readonly string[]> => {
  const found: string[] = []
  return {
    take: (row) => {
      const key = idIn(row, 'id')
      found.push(key)
      return { key }
    },
    result: () => found,
  }
}

/** What the list is found to be, after how many readings. */
const readAll = async (readings: readonly Reading[]): Promise<string> => {
  let begun = 0
  const read = ({ query }: RestCall): Promise<unknown> => {
    const number = Number(query?.pageNumber)
    if (number === 1) begun += 1
    const reading = readings[Math.min(begun, readings.length) - 1] ?? []
    return Promise.resolve(toAnswer(reading[number - 1] ?? { ids: [] }, number))
  }
  try {
    const ids = await readList({ read, quiet: createWriteTurns() }, call, createTaker, [0, 1, 1])
    return `${ids.join(' ')} after ${begun}`
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error
    return `${error.facts.code} after ${begun}`
  }
}

const whole: Reading = [
  { ids: ['a', 'b'], total: 3, pages: 2 },
  { ids: ['c'], total: 3, pages: 2 },
]
const twice: Reading = [
  { ids: ['a', 'b'], total: 3, pages: 2 },
  { ids: ['b'], total: 3, pages: 2 },
]
const shrunk: Reading = [
  { ids: ['a', 'b'], total: 3, pages: 2 },
  { ids: [], total: 3, pages: 2 },
]
const grown: Reading = [
  { ids: ['a', 'b'], total: 3, pages: 2 },
  { ids: ['c'], total: 4, pages: 2 },
]
const twenty = Array.from({ length: 20 }, (_, index) => `n${index}`)

describe('a list that is read page by page', () => {
  it.each<[string, readonly Reading[], string]>([
    ['is whole when as many rows came as it has', [whole], 'a b c after 1'],
    ['is whole when it is empty', [[{ ids: [], total: 0, pages: 0 }]], ' after 1'],
    ['is read anew when a row came twice', [twice, whole], 'a b c after 2'],
    ['is read anew when a page shrank', [shrunk, whole], 'a b c after 2'],
    ['is read anew when the total moved', [grown, whole], 'a b c after 2'],
    ['is read a third time', [twice, grown, whole], 'a b c after 3'],
    ['is read a fourth time', [twice, grown, shrunk, whole], 'a b c after 4'],
    ['is an error when it goes on moving', [twice, grown, shrunk, twice, whole], 'list-incomplete after 4'],
    ['is an error when a row always comes twice', [twice], 'list-incomplete after 4'],
    ['is read until an empty page where nothing says how many', [[{ ids: ['a'] }]], 'a after 1'],
    [
      'goes on where only a next page is named',
      [
        [
          { ids: ['a'], next: true },
          { ids: ['b'], next: true },
        ],
      ],
      'a b after 1',
    ],
    [
      'goes on after a full page that names none',
      [[{ ids: twenty }, { ids: ['last'] }]],
      `${twenty.join(' ')} last after 1`,
    ],
    [
      'is read anew when a row came twice and nothing says how many',
      [[{ ids: ['a'], next: true }, { ids: ['a'] }], [{ ids: ['a'] }]],
      'a after 2',
    ],
  ])('%s', async (_what, readings, expected) => {
    expect(await readAll(readings)).toBe(expected)
  })
})

describe('a list that we write to while it is read', () => {
  /** A list of `rows`, in pages of two, which each write makes longer. */
  const createList = (rows: string[]) => {
    const writes = createWriteTurns()
    const [reads, ends]: [string[], (() => void)[]] = [[], []]
    return {
      reads,
      ends,
      write: (id: string) =>
        writes.write(async () => {
          await new Promise<void>((resolve) => ends.push(resolve))
          rows.unshift(id)
        }),
      client: {
        quiet: writes,
        read: ({ query }: RestCall): Promise<unknown> => {
          const number = Number(query?.pageNumber)
          const ids = rows.slice(2 * (number - 1), 2 * number)
          reads.push(ids.join(' '))
          return Promise.resolve(
            toAnswer({ ids, total: rows.length, pages: Math.ceil(rows.length / 2) }, number),
          )
        },
      },
    }
  }
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  it('is read on only when the writes that left have ended, and from its beginning', async () => {
    const { client, write, ends, reads } = createList(['a', 'b', 'c'])
    const written = write('new')
    const list = readList(client, call, createTaker)
    await settle()
    expect(reads).toEqual(['a b'])
    ends[0]?.()

    expect(await list).toEqual(['new', 'a', 'b', 'c'])
    await written
  })

  it('lets a write that comes meanwhile go only when all of its pages have come', async () => {
    const { client, write, ends, reads } = createList(['a', 'b', 'c', 'd', 'e'])
    let written: Promise<void> | undefined
    const read = async (asked: RestCall): Promise<unknown> => {
      if (asked.query?.pageNumber === '2') written = write('new')
      await settle()
      return client.read(asked)
    }

    expect(await readList({ ...client, read }, call, createTaker, [])).toEqual(['a', 'b', 'c', 'd', 'e'])
    await settle()
    ends[0]?.()
    await written
    expect(reads).toEqual(['a b', 'c d', 'e'])
  })

  it('holds nothing up when it is one page', async () => {
    const { client, write, ends, reads } = createList(['a', 'b'])
    const written = write('new')
    await settle()

    expect(await readList(client, call, createTaker, [])).toEqual(['a', 'b'])
    ends[0]?.()
    await written
    expect(reads).toEqual(['a b'])
  })
})
