import { configSchema, connectionSchema } from '../../config/schema/schema.js'
import { toJsonSchema } from '../../yaml/check-yaml.js'
import type { JsonSchema } from '../../yaml/json-schema-walk.js'
import { cell, code, toSentence, toTable } from './markdown.js'

type Described = JsonSchema & { default?: unknown }

/** A key with its path from the heading it stands under. */
interface Key {
  path: string
  schema: Described
  isRequired: boolean
}

/**
 * Every key of the configuration with its meaning and what counts when it is left out, from the schema that
 * checks it.
 */
export const renderConfigReference = (): string => {
  const connection = toJsonSchema(connectionSchema)
  const top = partsOf(toJsonSchema(configSchema)).filter(
    ({ path }) => path !== 'connections' && path !== 'defaults',
  )
  return [
    ...renderPlace('Top level', '', top),
    ...renderPlace(code('connections[]'), 'connections[].', partsOf(connection)),
  ].join('\n\n')
}

/** A place in the file: its single keys under one heading, and a heading for each group of keys. */
const renderPlace = (title: string, prefix: string, keys: readonly Key[]): string[] => [
  `## ${title}`,
  renderKeys(keys.filter(({ schema }) => partsOf(schema).length === 0)),
  ...keys
    .filter(({ schema }) => partsOf(schema).length > 0)
    .flatMap(({ path, schema }) => [
      `## ${code(`${prefix}${path}${markOf(schema)}`)}`,
      toSentence(schema.description ?? ''),
      renderKeys(withParts(schema, '')),
    ]),
]

const renderKeys = (keys: readonly Key[]): string =>
  toTable(
    ['Key', 'Meaning', 'When left out'],
    keys.map(({ path, schema, isRequired }) => [
      code(path),
      cell(schema.description ?? valuesOf(schema)),
      isRequired ? 'required' : defaultOf(schema.default),
    ]),
  )

/** Everything under a key, however deep. */
const withParts = (schema: Described, prefix: string): Key[] =>
  partsOf(schema).flatMap((key) => [
    { ...key, path: `${prefix}${key.path}` },
    ...withParts(key.schema, `${prefix}${key.path}${markOf(key.schema)}.`),
  ])

/**
 * What stands right under a key: its properties, those of its items, of each kind that it may be, or of any
 * name.
 */
const partsOf = (schema: Described): Key[] => {
  const own = Object.entries(schema.properties ?? {}).map(([path, inner]) => ({
    path,
    schema: inner,
    isRequired: schema.required?.includes(path) === true,
  }))
  const { items, anyOf = [], additionalProperties: named } = schema
  return [
    ...own,
    ...(items === undefined ? [] : partsOf(items)),
    ...anyOf.flatMap(partsOf),
    ...(typeof named === 'object' ? partsOf(named).map((key) => ({ ...key, path: `NAME.${key.path}` })) : []),
  ]
}

const markOf = (schema: Described): string => (schema.items === undefined ? '' : '[]')

const valuesOf = (schema: Described): string =>
  schema.enum?.map(String).join(' or ') ?? (schema.const === undefined ? '' : JSON.stringify(schema.const))

const defaultOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object' && Object.keys(value).length === 0) return ''
  return code(typeof value === 'string' ? value : JSON.stringify(value))
}
