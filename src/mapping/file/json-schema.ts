import { mappingSchema } from './schema.js'
import { toJsonSchema } from '../../yaml/check-yaml.js'
import type { JsonSchema } from '../../yaml/json-schema-walk.js'

/** The JSON Schema of mapping files, for editors; committed as `mappings/mapping.schema.json`. */
export const buildMappingJsonSchema = (): JsonSchema => toJsonSchema(mappingSchema)
