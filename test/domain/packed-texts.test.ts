import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { packAllTexts, packTexts, unpackTexts } from '../../src/domain/packed/packed-texts.js'

/** Texts as they come, and those that could be taken for the packing itself. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '=', '\u0000', '=\u0000=', '[', '["="]', '['.repeat(3)),
)
const texts = fc.array(fc.option(anyText, { nil: undefined }), { minLength: 1, maxLength: 6 })

describe('packed texts', () => {
  it('are unpacked as they were, an empty text told from none', () => {
    fc.assert(
      fc.property(texts, (given) => {
        expect(unpackTexts(packTexts(given))).toEqual(given)
      }),
    )
  })

  it('are the same when all of them are known to be there', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (given) => {
        expect(packAllTexts(given)).toBe(packTexts(given))
      }),
    )
  })

  it('are another text for other texts of the same number', () => {
    fc.assert(
      fc.property(texts, texts, (some, others) => {
        fc.pre(some.length === others.length)

        expect(packTexts(some) === packTexts(others)).toBe(some.every((text, at) => text === others[at]))
      }),
    )
  })
})
