import { describe, expect, it } from '@jest/globals'

import type { NmbrsSandbox } from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { withSandboxWorld } from './sandbox-world.js'

const nmbrs = { restPersonalInfoOmits: 0 } as const

const settingsOver = (transport: string) => ({ canary: { perKind: 1, transport, looksMs: [] } })

/** Nmbrs takes the start of everyone who is created for another day than was sent, and says nothing. */
const moveStarts = ({ store }: NmbrsSandbox): void => {
  for (const { id } of store.allEmployees()) {
    const employments = store.findEmployee(id)?.employments ?? []
    store.changeEmployee(id, {
      employments: employments.map((row) => ({
        ...row,
        startDate: '2026-10-01',
        initialStartDate: '2026-10-01',
      })),
    })
  }
}

describe.each(['soap', 'rest'] as const)('the first person of a first export over %s', (api) => {
  it('is read back by calls for one person, and everybody else follows', async () => {
    await withSandboxWorld({ api, people: 4, nmbrs, settings: settingsOver(api) }, async (world) => {
      const { document } = await world.run()
      const again = await world.run()

      expect(document).toMatchObject({
        run: { result: 'ok' },
        canary: { perKind: 1, people: 1, result: 'right' },
      })
      expect(await world.findDifferences()).toEqual([])
      expect(again.document.canary).toBeUndefined()
      expect(world.nmbrs.violations).toEqual([])
    })
  })

  it('stops everybody else when Nmbrs holds something else than was sent, also in the runs after it', async () => {
    let sandbox: NmbrsSandbox | undefined
    const onCall = ({ operation, phase }: { operation: string; phase: string }): void => {
      const isCreation = /^(?:Employee_Insert|createEmployee)/.test(operation)
      if (phase === 'committed' && isCreation && sandbox !== undefined) moveStarts(sandbox)
    }
    await withSandboxWorld({ api, people: 4, nmbrs, settings: settingsOver(api), onCall }, async (world) => {
      sandbox = world.nmbrs
      const before = world.nmbrs.store.allEmployees().length

      const { document } = await world.run()
      const next = await world.run()

      expect(world.nmbrs.store.allEmployees()).toHaveLength(before + 1)
      expect(document.run).toMatchObject({ result: 'aborted', failure: { code: 'canary-failed' } })
      expect(document.findings.filter(({ code }) => code === 'canary-failed')).toMatchObject([
        { section: 'employment', field: 'InitialStartDate' },
      ])
      expect(next.document.canary?.result).toBe('blocked')

      sandbox = undefined
      const others = await world.run({ canary: 1 })

      expect(others.document.canary).toMatchObject({ people: 1, result: 'right' })
      expect(world.nmbrs.store.allEmployees()).toHaveLength(before + 4)
    })
  })
})
