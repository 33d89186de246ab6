import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { syncOnce, usualBankSlices } from './connection.js'
import { isMet, type Figure } from './figure.js'
import { sortCalls, toFigures, type CallsOfNoOp } from './goals/number-of-calls.js'
import { runNaiveScript } from './naive-script.js'
import { openPlainClient } from './plain-client.js'
import { createPlainTarget } from './plain-target.js'
import { startRemotes, type Remotes } from './remotes.js'
import { allMet, showFigures } from './show-figures.js'
import { mostWithin, toSpread } from './statistics.js'

interface World {
  remotes: Remotes
  /** Syncs with the state that earlier syncs left. */
  sync: (through?: 'product' | 'plain') => ReturnType<typeof syncOnce>
}

/** Everybody is linked and in sync, and the fakes have forgotten how that came about. */
const withLinkedWorld = async (people: number, test: (world: World) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bench-test-'))
  const remotes = await startRemotes({ people, mix: 'all-linked', latencyMs: 0 })
  const sync: World['sync'] = async (through = 'product') => {
    const { addresses } = remotes
    const common = { remotes: addresses, folder, callsPerSecond: 1000, bankSlices: usualBankSlices }
    if (through === 'product') return syncOnce(common)
    const target = createPlainTarget(await openPlainClient(addresses.nmbrs), common.callsPerSecond)
    return syncOnce({ ...common, target })
  }
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
      await withLinkedWorld(people, async ({ remotes, sync }) => {
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
    await withLinkedWorld(60, async ({ remotes, sync }) => {
      await sync()

      expect(countCalls(60, remotes).bankLooks).toBe(2)
    })
  })

  it('comes to the same through the plain client, and so does the script', async () => {
    await withLinkedWorld(10, async ({ remotes, sync }) => {
      const { document } = await sync('plain')
      const script = await runNaiveScript(remotes.addresses)

      expect(document.people.linked).toBe(10)
      expect(document).toMatchObject({ changes: [], findings: [] })
      expect(script).toEqual({ people: 10, calls: 44, differences: 0 })
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
