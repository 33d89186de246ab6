import { describe, expect, it } from '@jest/globals'

import { withSandboxWorld } from './sandbox-world.js'
import { watchRequests } from '../support/rest-contract/watch-requests.js'

const api = 'rest' as const

const { onRequest } = watchRequests()

describe('a sync over REST', () => {
  it('makes everybody once with the right values, and has nothing left to do', async () => {
    await withSandboxWorld(
      { api, onRequest, people: 5, mix: 'all-new', nmbrs: { restPersonalInfoOmits: 0 } },
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

  it('makes everybody but who could be the one whom the list of personal info leaves out', async () => {
    await withSandboxWorld(
      { api, onRequest, people: 30, mix: 'everything', nmbrs: { restPersonalInfoOmits: 1 } },
      async (world) => {
        const { document } = await world.run()
        const creations = document.changes.filter(
          ({ kind, outcome }) => kind === 'create' && outcome === 'applied',
        )

        expect(creations).toHaveLength(3)
        expect(document.findings.filter(({ code }) => code === 'match-target-unread')).toHaveLength(1)
      },
    )
  })

  it('names the scope that is probably missing when a write is forbidden, and goes on with everything else', async () => {
    await withSandboxWorld(
      { api, onRequest, people: 2, mix: 'all-new', nmbrs: { restPersonalInfoOmits: 0 } },
      async (world) => {
        world.nmbrs.faults.add({ kind: 'status', status: 403, operation: 'createSalary' })
        const { document } = await world.run()

        expect(document.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
          {
            code: 'right-missing',
            section: 'salary',
            message: expect.stringContaining('createSalary'),
            remedy: expect.stringMatching(
              /^The scope employee\.employment or employee\.payment is .* auth login$/,
            ),
          },
        ])
        expect(document.changes.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1)
      },
    )
  })
})
