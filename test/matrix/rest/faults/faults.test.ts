import { describe, expect, it } from '@jest/globals'

import { fewOf } from '../../../support/matrix.js'
import { watchRequests } from '../../../support/rest-contract/watch-requests.js'
import { createChangeStory, createHireStory } from '../../faults/stories.js'
import { faultColumns, lastingColumns, silentColumns, type FaultColumn } from './columns.js'
import { expectMended, isWrite, readCalls } from './run-cell.js'

const { onRequest } = watchRequests()

const stories = [
  {
    story: 'somebody who was hired is written to Nmbrs',
    create: createHireStory,
    writes: ['createAddress', 'createBankAccount', 'createEmployee', 'createSalary'],
  },
  {
    story: 'everything of somebody long known changes in Nmbrs',
    create: () => createChangeStory({ movesStart: false }),
    writes: ['createAddress', 'createSalary', 'updateBankAccount', 'updatePersonalInfo'],
  },
]

const withCalls = await Promise.all(
  stories.map(async (one) => ({ ...one, calls: await readCalls(one.create(), onRequest) })),
)

/** Every call of each story with each of the faults. */
const cross = (columns: readonly FaultColumn[], isStruck: (operation: string) => boolean) =>
  withCalls.flatMap(({ story, create, calls }) =>
    calls.flatMap(({ operation }, index) =>
      isStruck(operation)
        ? columns.map((column) => ({
            story,
            create,
            calls,
            operation,
            nth: index + 1,
            column,
            befalls: column.name,
          }))
        : [],
    ),
  )

describe('over REST, one call of a run is struck', () => {
  it.each(withCalls)('of a run that makes each write once: $story', ({ calls, writes }) => {
    expect(
      calls
        .map(({ operation }) => operation)
        .filter(isWrite)
        .sort(),
    ).toEqual(writes)
  })

  it.concurrent.each(
    fewOf(
      'rest faults',
      cross([...faultColumns, ...lastingColumns], () => true),
    ),
  )(
    'while $story, $operation (call $nth): $befalls; the next run puts it right and says so',
    async ({ create, calls, nth, column }) => {
      await expectMended({ story: create(), calls, nth, onRequest }, column)
    },
  )

  it.concurrent.each(fewOf('rest silence', cross(silentColumns, isWrite)))(
    'while $story, $operation: $befalls; the next run puts it right and says so',
    async ({ create, calls, nth, column }) => {
      await expectMended({ story: create(), calls, nth, onRequest }, column, { timeoutMs: 2000 })
    },
  )
})
