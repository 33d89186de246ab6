import { z } from 'zod'

import type { JsonSchema } from '../mapping/yaml/json-schema-walk.js'
import { portalSchema } from './portal-schema.js'

/** The JSON Schema of portal files, for editors; committed as `mappings/portal.schema.json`. */
export const buildPortalJsonSchema = (): JsonSchema =>
  // What zod writes is a superset of the part that is walked here.
  z.toJSONSchema(portalSchema, { io: 'input' }) as JsonSchema
