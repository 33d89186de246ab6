import { isOnlyPlaceholder } from '../../config/environment/interpolate.js'
import { buildConfigJsonSchema } from '../../config/schema/json-schema.js'
import { findSchemaAt, type JsonSchema } from '../../yaml/json-schema-walk.js'
import { isRecord, type KeyPath } from '../../yaml/key-path.js'

/** Texts that say how something is done and cannot name a person, an account or an address. */
const plain = new Set(['cron', 'timezone', 'mapping', 'autoLink', 'scopes', 'profiles'])

const hidden = '[left out]'

/**
 * A configuration as someone may see it who helps: numbers, switches, choices and names of variables, and of
 * every other text that it is there. Placeholders are as they were written; what they stand for is not looked
 * up.
 */
export const describeConfig = (data: unknown): unknown => {
  const schema = buildConfigJsonSchema()
  return describe(data, [], (path) => findSchemaAt(schema, path))
}

const describe = (
  data: unknown,
  path: KeyPath,
  schemaAt: (path: KeyPath) => JsonSchema | undefined,
): unknown => {
  if (Array.isArray(data)) return describeList(data as unknown[], path, schemaAt)
  if (isRecord(data))
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        toKey(key, path),
        describe(value, [...path, key], schemaAt),
      ]),
    )
  if (typeof data !== 'string') return data
  return mayBeShown(data, path, schemaAt(path)) ? data : hidden
}

/** Of a list of texts that are not shown it is enough how many there are. */
const describeList = (
  items: readonly unknown[],
  path: KeyPath,
  schemaAt: (path: KeyPath) => JsonSchema | undefined,
): unknown => {
  const shown = items.map((item, index) => describe(item, [...path, index], schemaAt))
  return shown.length > 0 && shown.every((item) => item === hidden) ? `${hidden}: ${shown.length}` : shown
}

const mayBeShown = (text: string, path: KeyPath, schema: JsonSchema | undefined): boolean => {
  if (isOnlyPlaceholder(text)) return /^\$\{[^}]*\}$/.test(text)
  if (path.some((step) => plain.has(String(step)))) return true
  if (schema === undefined) return false
  const isChoice = schema.enum !== undefined || schema.const !== undefined
  return isChoice || ['number', 'integer', 'boolean'].includes([schema.type ?? ''].flat().join(' '))
}

/**
 * Keys of the configuration are known; those under `permissionSets` and the like are names that someone gave.
 */
const toKey = (key: string, path: KeyPath): string =>
  path.at(-1) === 'permissionSets' ? `${hidden} ${key.length}` : key
