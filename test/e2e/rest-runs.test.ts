import { describe, expect, it } from '@jest/globals'

import { withSandboxWorld } from './sandbox-world.js'

const api = 'rest' as const

describe('a sync over REST', () => {
  it('makes everybody once with the right values, and has nothing left to do', async () => {
    await withSandboxWorld(
      { api, people: 5, mix: 'all-new', nmbrs: { restPersonalInfoOmits: 0 } },
      async (world) => {
        const first = await world.run()
        const before = world.nmbrs.calls.records.length
        const second = await world.run()

        expect(first.document.findings).toEqual([])
        expect(
          first.document.changes.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'unchanged'),
        ).toEqual([])
        expect(first.document.run.result).toBe('ok')
        expect(await world.findDifferences()).toEqual([])
        expect(second.document).toMatchObject({ changes: [], findings: [] })
        expect(world.nmbrs.violations).toEqual([])
        const calls = world.nmbrs.calls.records.slice(before)
        const writes = calls.filter(({ operation }) => !/^(?:list|get)/.test(operation))
        expect(writes).toEqual([])
        // Two debtors are in the consent, which takes three calls more to list the companies.
        expect(calls.length).toBeLessThanOrEqual(5 + 4 + 3)
      },
    )
  })
})
