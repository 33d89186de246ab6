import * as z from 'zod'

import type { JsonSchema } from '../../yaml/json-schema-walk.js'
import { configSchema } from './schema.js'

/** The JSON Schema of configuration files, for editors; committed as `config/nmbrs-sync.schema.json`. */
export const buildConfigJsonSchema = (): JsonSchema =>
  // What zod writes is a superset of the part that is walked here.
  z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema
