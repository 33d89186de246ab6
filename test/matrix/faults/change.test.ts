import { describe, it } from '@jest/globals'

import { answeredFaults, changeWrites, cross } from './rows.js'
import { sampleOf } from '../../support/matrix.js'
import { expectMended } from './run-cell.js'
import { createChangeStory } from './stories.js'

describe('while everything of somebody long known changes in Nmbrs, one call is struck', () => {
  it.each(sampleOf('change changeWrites', cross(changeWrites, answeredFaults)))(
    '$operation: $befalls; the next run puts it right and says so',
    async ({ write, column }) => {
      await expectMended(createChangeStory(), write, column)
    },
  )
})
