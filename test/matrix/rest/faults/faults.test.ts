import { beforeAll, describe, expect, it } from '@jest/globals'

import { fewOf, oneTo } from '../../../support/matrix.js'
import { watchRequests } from '../../../support/rest-contract/watch-requests.js'
import { createChangeStory, createHireStory, type Story } from '../../faults/stories.js'
import { faultColumns, lastingColumns, silentColumns } from './columns.js'
import { expectMended, isWrite, readCalls } from './run-cell.js'

const { onRequest } = watchRequests()

const stories: readonly { name: string; create: () => Story; writes: readonly string[] }[] = [
  {
    name: 'somebody who was hired is written to Nmbrs',
    create: createHireStory,
    writes: ['createEmployee', 'createAddress', 'createBankAccount', 'createSalary'],
  },
  {
    name: 'everything of somebody long known changes in Nmbrs',
    create: () => createChangeStory({ movesStart: false }),
    writes: ['updatePersonalInfo', 'createAddress', 'updateBankAccount', 'createSalary'],
  },
]

describe.each(stories)('over REST, while $name', ({ name, create, writes }) => {
  let calls: readonly string[] = []

  beforeAll(async () => {
    calls = await readCalls(create(), onRequest)
  })

  it('the run makes each of these writes once', () => {
    expect(calls.filter(isWrite).sort()).toEqual([...writes].sort())
  })

  it.each([...faultColumns, ...lastingColumns])(
    'at whichever call $name: the next run puts it right and says so',
    async (column) => {
      for (const nth of fewOf(`rest ${name} ${column.name}`, oneTo(calls.length)))
        await expectMended({ story: create(), calls, nth, onRequest }, column)
    },
  )

  it.each(silentColumns)(
    'at whichever write $name: the next run puts it right and says so',
    async (column) => {
      const nths = oneTo(calls.length).filter((nth) => isWrite(calls[nth - 1] ?? ''))
      for (const nth of fewOf(`rest ${name} ${column.name}`, nths))
        await expectMended({ story: create(), calls, nth, onRequest }, column, { timeoutMs: 2000 })
    },
  )
})
