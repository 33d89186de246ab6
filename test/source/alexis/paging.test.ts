import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { AbortError } from '../../../src/domain/errors.js'
import {
  type Disturbance,
  ensureComplete,
  type ListRow,
  type ReadPage,
  readList,
} from '../../../src/source/alexis/wire/paging.js'

interface Edit {
  remove: readonly string[]
  add: readonly string[]
}

/**
 * A list ordered by id that is cut at `cap` rows and changes before the calls that `edits` names, counted
 * from 0.
 */
const aServer = (ids: readonly string[], cap: number, edits: Readonly<Record<number, Edit>> = {}) => {
  const present = new Set(ids)
  const offsets: number[] = []
  const readPage: ReadPage<ListRow> = (offset) => {
    const edit = edits[offsets.length]
    for (const id of edit?.remove ?? []) present.delete(id)
    for (const id of edit?.add ?? []) present.add(id)
    offsets.push(offset)
    const rows = [...present].sort().map((key) => ({ key }))
    return Promise.resolve({ rows: rows.slice(offset, offset + cap), total: rows.length })
  }
  return { readPage, offsets }
}

const idsFrom = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'))

const keysOf = (rows: readonly ListRow[]): string[] => rows.map(({ key }) => key).sort()

describe('reading a list', () => {
  it('gives every record of one page with one request', async () => {
    const { readPage, offsets } = aServer(idsFrom(1, 3), 500)

    const read = await readList(readPage, { attempts: 3 })

    expect(keysOf(ensureComplete(read, 'employee'))).toEqual(['0001', '0002', '0003'])
    expect(offsets).toEqual([0])
  })

  it('gives nothing for an empty list', async () => {
    const { readPage } = aServer([], 500)

    const read = await readList(readPage, { attempts: 3 })

    expect(read).toEqual({ complete: true, rows: [] })
  })

  it('goes on by what came back and overlaps the pages by one row', async () => {
    const { readPage, offsets } = aServer(idsFrom(1, 10), 4)

    const read = await readList(readPage, { attempts: 3 })

    expect(keysOf(ensureComplete(read, 'employee'))).toEqual(idsFrom(1, 10))
    expect(offsets).toEqual([0, 3, 6])
  })

  it('reads twice from a server that gives one row at a time, because such pages cannot overlap', async () => {
    const { readPage, offsets } = aServer(idsFrom(1, 3), 1)

    const read = await readList(readPage, { attempts: 3 })

    expect(keysOf(ensureComplete(read, 'employee'))).toEqual(idsFrom(1, 3))
    expect(offsets).toEqual([0, 0, 1, 2, 0, 0, 1, 2])
  })

  it('tells how far it is', async () => {
    const { readPage } = aServer(idsFrom(1, 6), 3)
    const told: [number, number][] = []

    await readList(readPage, { attempts: 3, onProgress: (read, total) => told.push([read, total]) })

    expect(told).toEqual([
      [3, 6],
      [5, 6],
      [6, 6],
    ])
  })
})

describe('a list that changes while it is read', () => {
  it.each<[string, Edit, Disturbance]>([
    ['somebody joins', { remove: [], add: ['0099'] }, 'total-changed'],
    ['somebody leaves', { remove: ['0001'], add: [] }, 'total-changed'],
    ['one leaves and another joins', { remove: ['0001'], add: ['0099'] }, 'rows-moved'],
  ])('is read again when %s between two pages', async (_what, edit, expected) => {
    const { readPage } = aServer(idsFrom(1, 8), 3, { 1: edit })
    const again: Disturbance[] = []

    const read = await readList(readPage, { attempts: 3, onAgain: (_attempt, why) => again.push(why) })

    const now = [...idsFrom(1, 8), ...edit.add].filter((id) => !edit.remove.includes(id))
    expect(keysOf(ensureComplete(read, 'employee'))).toEqual(now)
    expect(again).toEqual([expected])
  })

  it('is not complete when it changes in every attempt', async () => {
    const edits = Object.fromEntries([1, 3, 5].map((call) => [call, { remove: [], add: [`1${call}`] }]))
    const { readPage } = aServer(idsFrom(1, 8), 3, edits)

    const read = await readList(readPage, { attempts: 3 })

    expect(read).toEqual({ complete: false, why: 'total-changed', found: 3, total: 10 })
  })

  it('does not lose, double or make up anybody who was there all along', async () => {
    const scenario = fc.record({
      size: fc.nat(25),
      cap: fc.integer({ min: 1, max: 7 }),
      edits: fc.array(
        fc.record({ call: fc.integer({ min: 1, max: 20 }), remove: fc.nat(30), add: fc.nat(60) }),
        { maxLength: 6 },
      ),
    })

    await fc.assert(
      fc.asyncProperty(scenario, async ({ size, cap, edits }) => {
        const ids = idsFrom(1, size).map((id) => `${id}0`)
        const added = edits.map(({ add }) => `${String(add).padStart(4, '0')}5`)
        const removed = edits.map(({ remove }) => ids[remove] ?? '')
        const byCall = Object.fromEntries(
          edits.map(({ call }, index) => [
            call,
            { remove: [removed[index] ?? ''], add: [added[index] ?? ''] },
          ]),
        )
        const { readPage } = aServer(ids, cap, byCall)

        const read = await readList(readPage, { attempts: 3 })

        if (!read.complete) return
        const keys = keysOf(read.rows)
        const applied = Object.values(byCall).flatMap(({ remove }) => remove)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys).toEqual(expect.arrayContaining(ids.filter((id) => !applied.includes(id))))
        expect([...ids, ...added]).toEqual(expect.arrayContaining(keys))
      }),
    )
  })

  it('is complete whatever the cap when nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 35 }), async (size, cap) => {
        const { readPage } = aServer(idsFrom(1, size), cap)

        const read = await readList(readPage, { attempts: 3 })

        expect(keysOf(ensureComplete(read, 'employee'))).toEqual(idsFrom(1, size))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a list whose pages do not add up', () => {
  const readFixed = (pages: Readonly<Record<number, readonly string[]>>, total: number) =>
    readList((offset) => Promise.resolve({ rows: (pages[offset] ?? []).map((key) => ({ key })), total }), {
      attempts: 2,
    })

  it.each<[string, Record<number, string[]>, number, Disturbance, number]>([
    ['ends before its total', { 0: ['a', 'b'], 1: ['b'] }, 5, 'ended-early', 2],
    ['is empty though it has a total', {}, 5, 'ended-early', 0],
    ['repeats a row', { 0: ['a', 'b'], 1: ['b', 'a'] }, 3, 'count-differs', 2],
    ['repeats a row in one page', { 0: ['a', 'a', 'b'] }, 3, 'count-differs', 2],
    ['gives more than its total', { 0: ['a', 'b', 'c'] }, 2, 'count-differs', 3],
    ['begins again with every page', { 0: ['a', 'b'], 1: ['a', 'b'] }, 4, 'rows-moved', 2],
  ])('is not complete when it %s', async (_what, pages, total, why, found) => {
    const read = await readFixed(pages, total)

    expect(read).toEqual({ complete: false, why, found, total })
  })

  it('is an error that names the counts and no record', async () => {
    const read = await readFixed({ 0: ['a', 'b'], 1: ['b'] }, 5)

    const ensuring = (): unknown => ensureComplete(read, 'employee')

    expect(ensuring).toThrow(AbortError)
    expect(ensuring).toThrow('employee: 2 of 5 records could be read (ended-early)')
  })

  it('does not take two passes for complete that each lost somebody', async () => {
    // One row at a time; between two pages the first of the list leaves and one joins at the end, in both
    // passes.
    const edits = { 3: { remove: ['0001'], add: ['0004'] }, 8: { remove: ['0002'], add: ['0005'] } }
    const { readPage } = aServer(idsFrom(1, 3), 1, edits)

    const read = await readList(readPage, { attempts: 2 })

    expect(read).toMatchObject({ complete: false, why: 'unconfirmed' })
  })
})

describe('two copies of one record', () => {
  const readCopies = async (first: string | undefined, second: string | undefined) => {
    const pages: Record<number, (ListRow & { copy: number })[]> = {
      0: [
        { key: 'a', copy: 1 },
        { key: 'b', updated: first, copy: 1 },
      ],
      1: [
        { key: 'b', updated: second, copy: 2 },
        { key: 'c', copy: 1 },
      ],
    }
    const read = await readList((offset) => Promise.resolve({ rows: pages[offset] ?? [], total: 3 }), {
      attempts: 1,
    })
    return ensureComplete(read, 'employee').find(({ key }) => key === 'b')?.copy
  }

  it.each([
    ['the second was changed later', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 2],
    ['the first was changed later', '2026-01-02T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 1],
    ['both were changed at one moment', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 2],
    ['they do not say when they were changed', undefined, undefined, 2],
  ])('become one: %s', async (_what, first, second, kept) => {
    expect(await readCopies(first, second)).toBe(kept)
  })
})
