import fc from 'fast-check'
import { anyText } from '../support/any-text.js'

const deep = (open: string, close: string) =>
  fc.nat({ max: 20_000 }).map((n) => open.repeat(n) + close.repeat(n))

/**
 * Text that JSON has no value for, or a value that is none of those a field can hold. A field that gets one
 * may not be written anywhere.
 */
export const brokenJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'NaN',
    '-Infinity',
    'undefined',
    '0x1F',
    '1_000',
    '.5',
    '01',
    "'text'",
    '',
    ',',
    '}',
    '[',
    '"',
    '//',
  ),
  fc.constantFrom('1e400', '-1e999', '[]', '{}', '[[[]]]', '[null]', '{"a":{"a":1}}', '[1,"a",true]'),
  fc.constantFrom(
    '{"a":1,"a":[]}',
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
  ),
  fc.constantFrom('"\\ud800"', '"\\udfff\\ud800"', '"\\uffff"', '"\\u0000\\ud83d"'),
  deep('[', ']'),
  deep('{"a":', '}').map((text) => text.replace('{"a":}', '{"a":1}')),
  fc.array(fc.anything({ withNullPrototype: false }), { minLength: 1, maxLength: 4 }).map(toJson),
)

/**
 * A value of another kind than the field has, or an odd one of the same kind. What the field then says may be
 * right.
 */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 2 }),
  anyText({ maxLength: 40 }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    'null',
    'true',
    '0',
    '-0',
    '1e3',
    '12345678901234567890',
    '0.1',
    '1e-30',
    '"12,5"',
    '"1e3"',
    '"NaN"',
    '""',
    '" "',
  ),
  fc.constantFrom(
    '"2026-02-30T00:00:00.000Z"',
    '"0000-00-00"',
    '"9999999-01-01"',
    '"2026-11-01T24:00:00Z"',
    '"-000001-01-01"',
  ),
  fc.nat({ max: 300_000 }).map((length) => JSON.stringify('x'.repeat(length))),
  fc.nat({ max: 5_000 }).map((length) => JSON.stringify('<&>"é🌷'.repeat(length))),
)

function toJson(value: unknown): string {
  // What JSON leaves out (functions, symbols, big numbers) is of no use here.
  try {
    // Its type does not say that nothing may come of it.
    const text = JSON.stringify(value) as string | undefined
    return text ?? '[]'
  } catch {
    return '[]'
  }
}

const hole = '@@hole@@'

/**
 * The document with one of its values, counted over all of them in their order, in the place of which the
 * text stands.
 */
export const putIntoJson = (document: unknown, nth: number, text: string): string => {
  const count = countValues(document)
  let index = -1
  const wanted = nth % count
  const holed = JSON.stringify(document, (_key, value: unknown) => {
    index += 1
    return index === wanted ? hole : value
  })
  return holed.replace(`"${hole}"`, () => text)
}

const countValues = (document: unknown): number => {
  let count = 0
  JSON.stringify(document, (_key, value: unknown) => {
    count += 1
    return value
  })
  return count
}
