import { describe, expect, it } from '@jest/globals'

import { withSandboxWorld } from '../../e2e/sandbox-world.js'
import { oneTo, sampleOf, wholeMatrixTime } from '../../support/matrix.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'

const nmbrs = { restPersonalInfoOmits: 0 }

const { onRequest } = watchRequests()

describe('the answer to one write of a first export over REST is lost', () => {
  it(
    'whichever write that is: the next run leaves exactly five, with the right values and nothing twice',
    async () => {
      await withSandboxWorld({ api: 'rest', onRequest, people: 5, nmbrs }, async (world) => {
        await world.startOver()()
        const writes = world.nmbrs.calls.records
          .map(({ operation }) => operation)
          .filter((operation) => !/^(?:list|get)/.test(operation))
        const nths = writes.map((operation, index) => ({
          operation,
          nth: writes.slice(0, index + 1).filter((one) => one === operation).length,
        }))

        for (const at of sampleOf('rest lost replies', oneTo(nths.length))) {
          const { operation, nth } = nths[at - 1]!
          const run = world.startOver()
          world.nmbrs.faults.add({ kind: 'cut', operation, nth, when: 'after' })
          await run()
          const next = await run()

          expect({ operation, nth, differences: await world.findDifferences() }).toEqual({
            operation,
            nth,
            differences: [],
          })
          expect({ operation, nth, result: next.document.run.result }).toEqual({
            operation,
            nth,
            result: 'ok',
          })
        }
      })
    },
    wholeMatrixTime,
  )
})
