import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Api } from './company.js'
import { syncOnce, usualBankSlices } from './connection.js'
import { isMet, type Figure } from './figure.js'
import { sortCalls, toFigures, type CallsOfNoOp } from './goals/number-of-calls.js'
import {
  pagesOf,
  sortPages,
  toFigures as toRestFigures,
  type PagesOfNoOp,
} from './goals/rest/number-of-calls.js'
import { runNaiveScript } from './naive-script.js'
import { startRemotes, type Remotes } from './remotes.js'
import { allMet, showFigures } from './show-figures.js'
import { mostWithin, toSpread } from './statistics.js'

interface World {
  remotes: Remotes
  /** Syncs with the state that earlier syncs left. */
  sync: (through?: 'product' | 'plain') => ReturnType<typeof syncOnce>
}

/** Everybody is linked and in sync, and the fakes have forgotten how that came about. */
const withLinkedWorld = async (
  { api = 'soap', people }: { api?: Api; people: number },
  test: (world: World) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bench-test-'))
  const remotes = await startRemotes({ people, mix: 'all-linked', latencyMs: 0, oneRowEach: true })
  const sync: World['sync'] = (through = 'product') =>
    syncOnce({
      remotes: remotes.addresses,
      api,
      through,
      folder,
      callsPerSecond: 1000,
      bankSlices: usualBankSlices,
    })
  try {
    await sync()
    remotes.takeArrivals()
    await test({ remotes, sync })
  } finally {
    await remotes.close()
    rmSync(folder, { recursive: true })
  }
}

const countCalls = (people: number, { takeArrivals, countViolations }: Remotes): CallsOfNoOp =>
  sortCalls(people, { arrivals: takeArrivals(), sourceRequests: 0, violations: countViolations() })

describe('a no-op sync', () => {
  it('makes the same six calls and no write for any number of people', async () => {
    const counted: CallsOfNoOp[] = []

    for (const people of [5, 60]) {
      await withLinkedWorld({ people }, async ({ remotes, sync }) => {
        const { document } = await sync()
        counted.push(countCalls(people, remotes))
        expect(document.people.linked).toBe(people)
        expect(document).toMatchObject({ changes: [], findings: [] })
      })
    }

    expect(counted.map(({ people, others, writes }) => ({ people, others, writes }))).toEqual([
      { people: 5, others: 6, writes: 0 },
      { people: 60, others: 6, writes: 0 },
    ])
    expect(toFigures(counted).filter((figure) => !isMet(figure))).toEqual([])
  })

  it('looks at one bank account in thirty', async () => {
    await withLinkedWorld({ people: 60 }, async ({ remotes, sync }) => {
      await sync()

      expect(countCalls(60, remotes).bankLooks).toBe(2)
    })
  })

  it('comes to the same through the plain client, and so does the script', async () => {
    await withLinkedWorld({ people: 10 }, async ({ remotes, sync }) => {
      const { document } = await sync('plain')
      const script = await runNaiveScript(remotes.addresses)

      expect(document.people.linked).toBe(10)
      expect(document).toMatchObject({ changes: [], findings: [] })
      expect(script).toEqual({ people: 10, calls: 44, differences: 0 })
    })
  })
})

describe('a no-op sync over REST', () => {
  it('reads five lists in pages of a hundred, the companies and the period, and writes nothing', async () => {
    const counted: PagesOfNoOp[] = []
    for (const people of [5, 100, 230]) {
      await withLinkedWorld({ api: 'rest', people }, async ({ remotes, sync }) => {
        const { document } = await sync()
        const [arrivals, violations] = [remotes.takeArrivals(), remotes.countViolations()]
        counted.push(sortPages(people, { arrivals, violations }))
        expect(document.people.linked).toBe(people)
        expect(document).toMatchObject({ changes: [], findings: [] })
        expect(document.calls.nmbrs.total).toBe(pagesOf(people) + 2)
      })
    }

    expect(counted).toEqual([
      { people: 5, pages: 5, others: 2, writes: 0 },
      { people: 100, pages: 5, others: 2, writes: 0 },
      { people: 230, pages: 15, others: 2, writes: 0 },
    ])
    expect(toRestFigures(counted).filter((figure) => !isMet(figure))).toEqual([])
  })

  it('comes to the same through plain axios, with the same reads', async () => {
    await withLinkedWorld({ api: 'rest', people: 120 }, async ({ remotes, sync }) => {
      const { document } = await sync('plain')
      const [arrivals, violations] = [remotes.takeArrivals(), remotes.countViolations()]

      expect(document.people.linked).toBe(120)
      expect(document).toMatchObject({ changes: [], findings: [] })
      expect(sortPages(120, { arrivals, violations })).toEqual({
        people: 120,
        pages: 10,
        others: 2,
        writes: 0,
      })
    })
  })
})

describe('the figures', () => {
  const figure: Figure = {
    goal: 4,
    what: 'pace',
    value: 0.95,
    unit: ' of the rate',
    bound: 'at least',
    limit: 0.9,
    judged: true,
    details: ['twice'],
  }

  it('are met at their limit and missed beyond it', () => {
    expect(isMet({ ...figure, value: 0.9 })).toBe(true)
    expect(isMet({ ...figure, value: 0.89 })).toBe(false)
    expect(isMet({ ...figure, bound: 'at most', value: 0.9 })).toBe(true)
    expect(isMet({ ...figure, bound: 'at most', value: 0.91 })).toBe(false)
  })

  it('fail as a whole when one that is judged is missed', () => {
    const missed = { ...figure, value: 0.5 }

    expect(allMet([figure, missed])).toBe(false)
    expect(allMet([figure, { ...missed, judged: false }])).toBe(true)
  })

  it('say how they came about', () => {
    expect(showFigures([figure, { ...figure, value: 0.5 }])).toBe(
      [
        '4. pace',
        '   met        0.95 of the rate; goal: at least 0.90',
        '              twice',
        '4. pace',
        '   MISSED     0.50 of the rate; goal: at least 0.90',
        '              twice',
      ].join('\n'),
    )
  })
})

describe('the statistics', () => {
  it('take the middle, or halfway between the two in the middle', () => {
    expect(toSpread([9, 1, 4])).toEqual({ min: 1, median: 4, max: 9 })
    expect(toSpread([9, 1, 4, 6])).toEqual({ min: 1, median: 5, max: 9 })
  })

  it('refuse to describe nothing', () => {
    expect(() => toSpread([])).toThrow('no values')
  })

  it('find the busiest span, wherever it begins', () => {
    expect(mostWithin([0, 999, 1000, 1500, 1998], 1000)).toBe(4)
    expect(mostWithin([0, 1000, 2000], 1000)).toBe(1)
    expect(mostWithin([], 1000)).toBe(0)
  })

  it('find the same busiest span as counting from every moment', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 30 }), (moments) => {
        const counts = moments.map((from) => moments.filter((at) => at >= from && at < from + 100).length)

        expect(mostWithin(moments, 100)).toBe(Math.max(0, ...counts))
      }),
    )
  })
})
