import { toJsonSchema } from '../../yaml/check-yaml.js'
import type { JsonSchema } from '../../yaml/json-schema-walk.js'
import { configSchema, connectionSchema } from './schema.js'

/**
 * The JSON Schema of configuration files, for editors; committed as `config/nmbrs-sync.schema.json`. A
 * connection may stand in a file of its own, and what is required of it may come from the defaults.
 */
export const buildConfigJsonSchema = (): JsonSchema => {
  const schema = toJsonSchema(configSchema)
  const { connections, defaults, ...properties } = schema.properties ?? {}
  const relaxed = withoutRequired(connections?.items ?? {})
  const file = { type: 'string', description: 'a file of one employer, or a pattern: ./employers/*.yaml' }
  const listOf = (item: JsonSchema): JsonSchema => ({ ...connections, items: { anyOf: [item, file] } })
  const common = { ...relaxed, description: defaults?.description ?? '' }
  return {
    ...schema,
    properties: { ...properties, defaults: common, connections: listOf(relaxed) },
    if: { required: ['defaults'] },
    else: { properties: { connections: listOf(connections?.items ?? {}) } },
  }
}

/** The JSON Schema of the file of one employer; committed as `config/employer.schema.json`. */
export const buildEmployerJsonSchema = (): JsonSchema => ({
  ...withoutRequired(toJsonSchema(connectionSchema)),
  title: 'nmbrs-sync employer',
})

/**
 * The same with every key left to choice: the defaults may have what is missing. Items of lists are whole,
 * because lists replace.
 */
const withoutRequired = (schema: JsonSchema): JsonSchema => {
  const rest = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'required')) as JsonSchema
  if (schema.properties === undefined) return rest
  const relaxed = Object.entries(schema.properties).map(
    ([key, inner]) => [key, withoutRequired(inner)] as const,
  )
  return { ...rest, properties: Object.fromEntries(relaxed) }
}
