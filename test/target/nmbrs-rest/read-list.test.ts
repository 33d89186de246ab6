import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { RemoteError } from '../../../src/domain/errors.js'
import type { RestCall } from '../../../src/target/nmbrs-rest/client/rest-call.js'
import { readList, type ListOptions } from '../../../src/target/nmbrs-rest/reads/read-list.js'
import { idIn, type Json } from '../../../src/target/nmbrs-rest/wire/json.js'

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

/** What the list is found to be, after how many readings. */
const readAll = async (readings: readonly Reading[], options: ListOptions = {}): Promise<string> => {
  let begun = 0
  const read = ({ query }: RestCall): Promise<unknown> => {
    const number = Number(query?.pageNumber)
    if (number === 1) begun += 1
    const reading = readings[Math.min(begun, readings.length) - 1] ?? []
    return Promise.resolve(toAnswer(reading[number - 1] ?? { ids: [] }, number))
  }
  try {
    const createTaker = () => {
      const found: string[] = []
      return {
        take: (row: Json) => {
          const key = idIn(row, 'id')
          found.push(key)
          return { key }
        },
        result: () => found,
      }
    }
    const ids = await readList({ read }, call, createTaker, options)
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
    ['is an error when it goes on moving', [twice, grown, shrunk, whole], 'list-incomplete after 3'],
    ['is an error when a row always comes twice', [twice], 'list-incomplete after 3'],
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

describe('a list to which others are added while it is read', () => {
  const added: Reading = [
    { ids: ['a', 'b'], total: 3, pages: 2 },
    { ids: ['b', 'c'], total: 4, pages: 2 },
  ]
  const longer: Reading = [
    { ids: ['a', 'b'], total: 3, pages: 2 },
    { ids: ['c', 'd'], total: 5, pages: 3 },
    { ids: ['e'], total: 5, pages: 3 },
  ]

  it.each<[string, readonly Reading[], string]>([
    ['is read as any other first', [whole], 'a b c after 1'],
    [
      'is enough with all who were there from the beginning, some of them twice',
      [added, added],
      'a b b c after 2',
    ],
    ['is read to the end that it has by then', [added, longer], 'a b c d e after 2'],
    ['is read anew when somebody left', [added, shrunk, added], 'a b b c after 3'],
    ['is an error when it goes on losing rows', [shrunk], 'list-incomplete after 3'],
  ])('%s', async (_what, readings, expected) => {
    expect(await readAll(readings, { mayGrow: true })).toBe(expected)
  })

  it('shows everybody who was there from the beginning, wherever others are put in between two pages', () => {
    const ids = fc
      .integer({ min: 0, max: 9 })
      .map((count) => Array.from({ length: count }, (_, at) => `old${at}`))
    const additions = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 12 })

    return fc.assert(
      fc.asyncProperty(ids, additions, async (before, moves) => {
        const list = [...before]
        let reads = 0
        const read = ({ query }: RestCall): Promise<unknown> => {
          const number = Number(query?.pageNumber)
          for (const place of moves[reads] ?? [])
            list.splice(place % (list.length + 1), 0, `new${reads} ${list.length}`)
          reads += 1
          const page = list.slice((number - 1) * 3, number * 3)
          return Promise.resolve(
            toAnswer({ ids: page, total: list.length, pages: Math.ceil(list.length / 3) }, number),
          )
        }
        const found = new Set<string>()
        const createTaker = () => {
          found.clear()
          return {
            take: (row: Json) => {
              const key = idIn(row, 'id')
              found.add(key)
              return { key }
            },
            result: () => undefined,
          }
        }
        await readList({ read }, call, createTaker, { mayGrow: true })

        expect(before.filter((id) => !found.has(id))).toEqual([])
      }),
    )
  })
})
