import { describe, expect, it } from '@jest/globals'

import { oneTo, sampleOf } from '../support/matrix.js'
import { expectRightValues } from '../e2e/expect-right-values.js'
import { withSandboxWorld, writtenOutcomes } from '../e2e/sandbox-world.js'

describe('the answer of one call is lost after Nmbrs carried it out', () => {
  it.each(['merge', 'replace'] as const)(
    'at any call of a first export of five people (Nmbrs in %s mode): the next run leaves exactly five, each with the right values',
    async (personalInfoUpdate) => {
      await withSandboxWorld({ people: 5, mix: 'all-new', nmbrs: { personalInfoUpdate } }, async (world) => {
        const { error } = await world.startOver()()
        const calls = world.nmbrs.calls.records.length
        expect(error).toBeUndefined()
        expectRightValues(world)

        for (const nth of sampleOf(`lost replies ${personalInfoUpdate}`, oneTo(calls))) {
          const run = world.startOver()
          world.nmbrs.faults.add({ kind: 'cut', when: 'after', nth })
          const first = await run()
          const second = await run()
          const third = await run()

          expect(world.nmbrs.faults.waiting()).toBe(0)
          expect(second.document.run.result).toBe('ok')
          expect(writtenOutcomes(first).filter((text) => text.endsWith('failed'))).toEqual([])
          expect(writtenOutcomes(third)).toEqual([])
          expectRightValues(world)
        }
      })
    },
  )
})
