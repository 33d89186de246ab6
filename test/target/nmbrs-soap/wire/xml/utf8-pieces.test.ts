import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createUtf8Pieces } from '../../../../../src/target/nmbrs-soap/wire/xml/utf8-pieces.js'

const decodeInPieces = (bytes: Buffer, cuts: readonly number[]): string | undefined => {
  const pieces = createUtf8Pieces()
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  const texts = places.slice(1).map((to, i) => pieces.decode(bytes.subarray(places[i], to)))
  texts.push(pieces.end())
  return texts.includes(undefined) ? undefined : texts.join('')
}

describe('UTF-8 in pieces', () => {
  it('gives the text, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(), { maxLength: 6 }), (text, cuts) => {
        expect(decodeInPieces(Buffer.from(text), cuts)).toBe(text)
      }),
    )
  })

  it.each([
    ['a byte that begins nothing', [0x41, 0xff, 0x41]],
    ['a continuation without a beginning', [0x41, 0x80]],
    ['Latin-1 text', [...Buffer.from('Zoë Müller', 'latin1')]],
    ['a character that never ends', [0x41, 0xf0, 0x9f]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
  ])('finds out %s', (_name, bytes) => {
    expect(decodeInPieces(Buffer.from(bytes), [])).toBeUndefined()
    expect(decodeInPieces(Buffer.from(bytes), [1, 2])).toBeUndefined()
  })
})
