import { describe, it } from '@jest/globals'

import { answeredFaults, cross, hireWrites } from './rows.js'
import { sampleOf } from '../../support/matrix.js'
import { expectMended } from './run-cell.js'
import { createHireStory } from './stories.js'

describe('while somebody who was hired is written to Nmbrs, one call is struck', () => {
  it.each(sampleOf('hire hireWrites', cross(hireWrites, answeredFaults)))(
    '$operation: $befalls; the next run puts it right and says so',
    async ({ write, column }) => {
      await expectMended(createHireStory(), write, column)
    },
  )
})
