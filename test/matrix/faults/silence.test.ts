import { describe, it } from '@jest/globals'

import { changeWrites, cross, hireWrites, silentFaults } from './rows.js'
import { sampleOf } from '../../support/matrix.js'
import { expectMended } from './run-cell.js'
import { createChangeStory, createHireStory } from './stories.js'

/** Long for a call on loopback, also on a machine with much else to do. */
const connection = { timeoutMs: 2000 }

describe('one call is never answered', () => {
  it.concurrent.each(sampleOf('silence hireWrites', cross(hireWrites, silentFaults)))(
    '$operation for somebody who was hired: $befalls; the next run puts it right and says so',
    async ({ write, column }) => {
      await expectMended(createHireStory(), write, column, connection)
    },
  )

  it.concurrent.each(sampleOf('silence changeWrites', cross(changeWrites, silentFaults)))(
    '$operation for somebody long known: $befalls; the next run puts it right and says so',
    async ({ write, column }) => {
      await expectMended(createChangeStory(), write, column, connection)
    },
  )
})
