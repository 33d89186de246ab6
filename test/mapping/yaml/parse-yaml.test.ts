import { describe, expect, it } from '@jest/globals'

import { findSchemaAt } from '../../../src/yaml/json-schema-walk.js'
import { parseYaml } from '../../../src/yaml/parse-yaml.js'

const read = (text: string) => {
  const result = parseYaml(text, 'file.yaml')
  return 'data' in result ? result : { data: undefined, lineOf: () => -1, problems: result.problems }
}

describe('parseYaml', () => {
  it('keeps every scalar as the text that was typed', () => {
    const { data } = read('a: 0042\nb: 1e5\nc: yes\nd: 2026-01-01\ne: NO\nf: 12345678901234567890\ng: 0x1F\n')

    expect(data).toEqual({
      a: '0042',
      b: '1e5',
      c: 'yes',
      d: '2026-01-01',
      e: 'NO',
      f: '12345678901234567890',
      g: '0x1F',
    })
  })

  it('tells nothing from empty text', () => {
    expect(read(`a:\nb: ~\nc: null\nd: ''\ne: "null"\n`).data).toEqual({
      a: null,
      b: null,
      c: null,
      d: '',
      e: 'null',
    })
  })

  it('knows the line of keys and items, and of what is around a key that is not there', () => {
    const { lineOf } = read('a:\n  b:\n    - x\n    - c: y\n')

    expect([lineOf(['a']), lineOf(['a', 'b', 1]), lineOf(['a', 'b', 1, 'c'])]).toEqual([1, 4, 4])
    expect(lineOf(['a', 'b', 1, 'missing'])).toBe(4)
    expect(lineOf(['missing'])).toBe(1)
  })

  it('follows an alias', () => {
    expect(read('a: &x { b: c }\nd: *x\n').data).toEqual({ a: { b: 'c' }, d: { b: 'c' } })
  })

  it('keeps a key that is called __proto__ as a key', () => {
    const { data } = read('__proto__: { polluted: true }\n')

    expect(Object.keys(data as object)).toEqual(['__proto__'])
    expect({}).not.toHaveProperty('polluted')
  })

  it.each([
    ['a: 1\na: 2\n', 2, 'each key once'],
    ['a: *nowhere\n', 1, 'an alias of an anchor above it'],
    ['a: !!binary xxxx\n', 1, 'a value without a tag'],
    ['a: 1\n[b]: 2\n', 0, 'keys that are plain text'],
    ['a: [1\n', 2, 'YAML'],
    ['a: 1\n---\nb: 2\n', 2, 'YAML'],
    ['a:\n\t- b\n', 2, 'YAML'],
  ])('finds what is wrong with %j', (text, line, expected) => {
    expect(read(text).problems).toEqual([expect.objectContaining({ file: 'file.yaml', line, expected })])
  })
})

describe('findSchemaAt', () => {
  const schema = {
    $defs: { count: { type: 'integer' } },
    properties: { list: { type: 'array', items: { properties: { count: { $ref: '#/$defs/count' } } } } },
  }

  it('finds the schema of a place', () => {
    expect(findSchemaAt(schema, ['list', 3, 'count'])).toEqual({ type: 'integer' })
    expect(findSchemaAt(schema, ['nowhere', 'at all'])).toBeUndefined()
  })
})
