import { describe, expect, it } from '@jest/globals'
import * as z from 'zod'

import { portalSchema } from '../../../src/access/portal/portal-schema.js'
import { configSchema } from '../../../src/config/schema/schema.js'
import { mappingSchema } from '../../../src/mapping/file/schema.js'
import { profileSchema } from '../../../src/onboarding/profile/profile-schema.js'
import { applyTypes } from '../../../src/yaml/apply-types.js'
import { toJsonSchema } from '../../../src/yaml/check-yaml.js'
import { findSchemaAt, type JsonSchema } from '../../../src/yaml/json-schema-walk.js'

describe('applyTypes', () => {
  const count = z.int().describe('a count')
  const schema = z.strictObject({
    count: count.optional(),
    share: z.number().default(1),
    version: z.literal(1),
    on: z.boolean().prefault(false),
    id: z.string().meta({ type: ['string', 'integer'] }),
    list: z.array(z.object({ count })),
    table: z.record(z.string(), z.boolean()),
    either: z.union([z.literal('never'), z.strictObject({ count })]).nullable(),
    others: z.object({}).catchall(z.number()),
  })

  it('gives each value the type of its place and leaves the rest as text', () => {
    const text = {
      count: '42',
      share: '12.5',
      version: '1',
      on: 'true',
      id: '0042',
      list: [{ count: '7' }, { count: 'many' }, null, 'text'],
      table: { a: 'false', b: 'no' },
      either: { count: '3' },
      others: { x: '4' },
      unknown: '1',
    }

    expect(applyTypes(text, schema)).toEqual({
      count: 42,
      share: 12.5,
      version: 1,
      on: true,
      id: '0042',
      list: [{ count: 7 }, { count: 'many' }, null, 'text'],
      table: { a: false, b: 'no' },
      either: { count: 3 },
      others: { x: 4 },
      unknown: '1',
    })
  })

  it.each([
    ['1e5', '1e5'],
    ['12345678901234567890', '12345678901234567890'],
    ['-3', -3],
    ['0x10', '0x10'],
    ['', ''],
  ])('takes %j where a number belongs for %j', (text, value) => {
    expect(applyTypes({ count: text }, schema)).toEqual({ count: value })
  })
})

/** Every place that a JSON Schema describes, a list by its first item and a table by one key. */
const placesOf = (root: JsonSchema, path: readonly (string | number)[] = []): (string | number)[][] => {
  const here = findSchemaAt(root, path)
  const kinds = here?.anyOf ?? (here === undefined ? [] : [here])
  const steps = kinds.flatMap((kind) => {
    const whole = kind.$ref === undefined ? kind : root.$defs?.[kind.$ref.replace('#/$defs/', '')]
    return [
      ...Object.keys(whole?.properties ?? {}),
      ...(typeof whole?.additionalProperties === 'object' ? ['any'] : []),
      ...(whole?.items === undefined ? [] : [0]),
    ]
  })
  return [[...path], ...(path.length > 8 ? [] : steps.flatMap((step) => placesOf(root, [...path, step])))]
}

const wrap = (path: readonly (string | number)[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => (step === 0 ? [inner] : { [step]: inner }), value)

const pick = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], data)

const byJsonSchema = (text: string, type: JsonSchema['type']): unknown => {
  if (type === 'integer' || type === 'number') return Number(text) || text
  return type === 'boolean' && text === 'true' ? true : text
}

describe.each([
  ['configuration', configSchema, 150],
  ['portal', portalSchema, 100],
  ['mapping', mappingSchema, 100],
  ['profile', profileSchema, 50],
])('the files of a %s', (_, schema, atLeast) => {
  it('are read by the types that their JSON Schema tells editors', () => {
    const root = toJsonSchema(schema)
    const places = placesOf(root)
    expect(places.length).toBeGreaterThan(atLeast)
    for (const path of places) {
      for (const text of ['7', 'true', 'text']) {
        const value = byJsonSchema(text, findSchemaAt(root, path)?.type)
        expect({ path, value: pick(applyTypes(wrap(path, text), schema), path) }).toEqual({ path, value })
      }
    }
  })
})
