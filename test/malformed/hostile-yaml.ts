import fc from 'fast-check'

import { applyDamage, damages } from './damage.js'
import { anyText } from '../support/any-text.js'

/** Text in the place of, before or after one line of a good file. */
const lines: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '\tkey: value',
    '- - - -',
    '? {a: 1}',
    ': x',
    '<<: *base',
    '*nobody',
    '&a [*a]',
    '!!js/function x',
    '!!binary aGk=',
  ),
  fc.constantFrom(
    '!<tag:x> y',
    '%YAML 9.9',
    '---',
    '...',
    '"open',
    "'open",
    '{',
    '[',
    '}',
    '|+',
    '>-',
    '@x',
    '`x',
    '# comment',
  ),
  fc.constantFrom(
    '__proto__: {polluted: true}',
    'constructor: {prototype: {polluted: true}}',
    '${',
    '${file:/etc/passwd}',
    '${NAME:-${NAME}}',
  ),
  fc.constantFrom(
    'version: 1e999',
    'version: 0x1',
    'version: ~',
    'version: [1]',
    'version: "1"',
    'connections: {}',
    'sections: []',
  ),
  anyText({ maxLength: 60 }),
  fc.nat({ max: 3000 }).map((depth) => `deep: ${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.nat({ max: 3000 }).map((depth) => `deep: ${'{a: '.repeat(depth)}${'}'.repeat(depth)}`),
  fc
    .nat({ max: 300 })
    .map((depth) => Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}k:`).join('\n')),
  fc.nat({ max: 50_000 }).map((length) => `key: ${'x'.repeat(length)}`),
  fc.integer({ min: 2, max: 12 }).map(unfoldingAliases),
)

/** Each line names the one above ten times: ten lines stand for ten thousand million values. */
function unfoldingAliases(depth: number): string {
  const names = Array.from({ length: depth }, (_, n) => `a${n}`)
  return names
    .map((name, n) => (n === 0 ? `${name}: &${name} [x]` : `${name}: &${name} [${`*a${n - 1},`.repeat(10)}]`))
    .join('\n')
}

/**
 * A good file with something wrong in it: bytes, or lines taken away, doubled, indented, replaced or added.
 */
export const spoiltYaml = (good: string): fc.Arbitrary<string> => {
  const all = good.split('\n')
  const nth = fc.nat({ max: all.length - 1 })
  const withLine = (index: number, change: (line: string) => string[]): string =>
    all.flatMap((line, at) => (at === index ? change(line) : [line])).join('\n')
  return fc.oneof(
    damages.map((damage) => applyDamage(Buffer.from(good), damage).toString('utf8')),
    nth.map((index) => withLine(index, () => [])),
    nth.map((index) => withLine(index, (line) => [line, line])),
    fc
      .tuple(nth, fc.nat({ max: 12 }))
      .map(([index, blanks]) => withLine(index, (line) => [' '.repeat(blanks) + line])),
    fc.tuple(nth, lines).map(([index, text]) => withLine(index, () => [text])),
    fc.tuple(nth, lines).map(([index, text]) => withLine(index, (line) => [line, text])),
    fc
      .tuple(nth, lines)
      .map(([index, text]) => withLine(index, (line) => [line.replace(/:.*$/, () => `: ${text.trim()}`)])),
    fc.tuple(fc.constantFrom('\r\n', '\r', '\u2028'), nth).map(([end]) => all.join(end)),
    lines,
  )
}
