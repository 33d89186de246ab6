import { describe, expect, it } from '@jest/globals'

import { hasSameContent, isSameCode } from '../../src/domain/text/same-content.js'

describe('two texts', () => {
  it.each([
    ['Proefweg 1', 'PROEFWEG 1', true],
    ['Van-Dam', 'van dam', true],
    ['Proefweg 12 A', 'Proefweg 12A', true],
    ['Proefweg 12-3', 'Proefweg 12 3', true],
    ['Proefweg 12 3', 'Proefweg 123', false],
    ['Proefweg 1', 'Proefweg', false],
    ['Åvägen', 'Avagen', false],
    ['Kerkstraat 1', 'Kerkstr. 1', false],
  ])('%s and %s say the same: %s', (one, other, expected) => {
    expect(hasSameContent(one, other)).toBe(expected)
  })

  it('that are codes may have blanks between their digits', () => {
    expect(isSameCode('411 05', '41105')).toBe(true)
    expect(isSameCode('411 05', '41106')).toBe(false)
  })
})
