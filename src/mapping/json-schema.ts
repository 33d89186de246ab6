import { z } from 'zod'

import { mappingSchema } from './schema.js'
import type { JsonSchema } from './yaml/json-schema-walk.js'

/** The JSON Schema of mapping files, for editors; committed as `mappings/mapping.schema.json`. */
export const buildMappingJsonSchema = (): JsonSchema =>
  // What zod writes is a superset of the part that is walked here.
  z.toJSONSchema(mappingSchema, { io: 'input' }) as JsonSchema
