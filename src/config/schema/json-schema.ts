import { toJsonSchema } from '../../yaml/check-yaml.js'
import type { JsonSchema } from '../../yaml/json-schema-walk.js'
import { configSchema } from './schema.js'

/** The JSON Schema of configuration files, for editors; committed as `config/nmbrs-sync.schema.json`. */
export const buildConfigJsonSchema = (): JsonSchema => toJsonSchema(configSchema)
