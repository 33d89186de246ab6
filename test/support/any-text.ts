import * as fc from 'fast-check'

const surrogates = { first: 0xd800, count: 0x800 }

/** Every code point but the halves of a pair, each as often as any other. */
const anyCharacter = fc
  .nat(0x10ffff - surrogates.count)
  .map((point) => String.fromCodePoint(point < surrogates.first ? point : point + surrogates.count))

/** Names that plain objects have already, and what programs have tripped over. */
const notorious = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'null',
  'undefined',
  'NaN',
  '',
  '\0',
  '�',
]

/**
 * Any text of Unicode, now and then a notorious one. fast-check's own unit of this kind lists all million
 * characters first, which takes longer than most tests.
 */
export const anyText = ({ maxLength = 20 }: { maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.string({ unit: anyCharacter, maxLength }) },
    { weight: 2, arbitrary: fc.string({ maxLength }) },
    { weight: 1, arbitrary: fc.constantFrom(...notorious.filter((text) => text.length <= maxLength)) },
  )
