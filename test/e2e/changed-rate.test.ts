import { describe, expect, it } from '@jest/globals'

import { withSandboxWorld } from './sandbox-world.js'

describe('an employment whose rate changes in AlexisHR', () => {
  it.each([{}, { relations: 'current' as const }])(
    'is told with the mapping that is shipped, at no further call (%j)',
    async (alexis) => {
      await withSandboxWorld({ people: 3, alexis }, async (world) => {
        await world.run()
        await world.run()
        const before = await world.run()
        const [monthly] = world.alexis.data.compensations.filter(
          ({ payoutPeriod }) => payoutPeriod === 'MONTHLY',
        )
        const [employment] = world.alexis.data.employments.filter(
          ({ employeeId }) => employeeId === monthly?.employeeId,
        )
        Object.assign(employment ?? {}, { rate: 60 })

        const after = [await world.run(), await world.run(), await world.run({ verifyAll: true })]

        expect(before.document.findings).toEqual([])
        for (const { document } of after)
          expect(document.findings.map(({ code, subject }) => ({ code, subject }))).toEqual([
            { code: 'salary-rate-changed', subject: monthly?.employeeId },
          ])
        expect(after[0]?.document.calls).toEqual(before.document.calls)
      })
    },
  )
})
